package dev.cuecard.sim.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cuecard.data.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The values fit their schemas, as a validator that knows nothing of the sampler sees it. */
class SamplerTest {

    private static final int SAMPLES = 60;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Plain types and bounds.
                "{'type': 'string'}",
                "{'type': 'number'}",
                "{'type': 'integer'}",
                "{'type': 'boolean'}",
                "{'type': 'null'}",
                "{}",
                "true",
                "{'type': 'string', 'minLength': 200}",
                "{'type': 'string', 'maxLength': 3}",
                "{'type': 'string', 'maxLength': 0}",
                "{'type': 'string', 'minLength': 17, 'maxLength': 17}",
                "{'type': 'integer', 'minimum': 1, 'maximum': 5}",
                "{'type': 'integer', 'minimum': 5, 'maximum': 5}",
                "{'type': 'integer', 'exclusiveMinimum': 1, 'exclusiveMaximum': 3}",
                "{'type': 'integer', 'minimum': 10000000000000000000000}",
                "{'type': 'integer', 'maximum': -7}",
                "{'type': 'integer', 'minimum': 0.5, 'maximum': 1.5}",
                "{'type': 'number', 'minimum': 0, 'maximum': 1}",
                "{'type': 'number', 'exclusiveMinimum': 0, 'exclusiveMaximum': 1}",
                "{'type': 'number', 'exclusiveMinimum': 0, 'exclusiveMaximum': 0.0001}",
                "{'type': 'number', 'minimum': 3.25, 'maximum': 3.25}",
                "{'type': 'number', 'minimum': 0, 'exclusiveMaximum': 1}",
                "{'type': 'number', 'minimum': -1000000, 'maximum': 1000000}",
                "{'type': 'number', 'multipleOf': 0.25, 'minimum': 10}",
                "{'type': 'integer', 'multipleOf': 7}",
                "{'type': 'integer', 'multipleOf': 1.5, 'minimum': 1, 'maximum': 6}",
                "{'type': 'number', 'maximum': 0}",
                // Literals.
                "{'enum': ['a', 'b', 3, null]}",
                "{'type': 'string', 'enum': ['a', 'b', 3]}",
                "{'const': {'a': [1, 2]}}",
                // Patterns.
                "{'type': 'string', 'pattern': '^[A-Z]+$'}",
                "{'type': 'string', 'pattern': '^[A-Z]+$', 'minLength': 12, 'maxLength': 12}",
                "{'type': 'string', 'pattern': '^[A-Z]{2}-\\\\d{4}$'}",
                "{'type': 'string', 'pattern': '[0-9]', 'minLength': 30, 'maxLength': 40}",
                "{'type': 'string', 'pattern': '^(red|green|blue)( (light|dark))?$'}",
                "{'type': 'string', 'pattern': '^(ab|cde)+$', 'minLength': 8, 'maxLength': 8}",
                "{'type': 'string', 'pattern': '^\\\\p{Lu}\\\\p{L}*$'}",
                "{'type': 'string', 'pattern': '^[^a-z]{3}$'}",
                "{'type': 'string', 'pattern': '^.{5}$'}",
                "{'type': 'string', 'pattern': '^(?i)yes|no$'}",
                "{'type': 'string', 'pattern': '\\\\bword\\\\b'}",
                "{'type': 'string', 'pattern': '^\\\\w+@\\\\w+\\\\.com$', 'maxLength': 20}",
                "{'type': 'string', 'pattern': '^(?:\\\\+\\\\d{1,3} )?\\\\(\\\\d{3}\\\\) \\\\d{3}-\\\\d{4}$'}",
                "{'type': 'string', 'pattern': 'end$', 'minLength': 20}",
                "{'type': 'string', 'pattern': '^#[0-9a-fA-F]{6}$'}",
                "{'type': 'string', 'pattern': '^[a-z ]{300}$'}",
                "{'type': 'string', 'pattern': '^\\\\S+( \\\\S+){2}$', 'maxLength': 15}",
                "{'type': 'string', 'pattern': '^[\\\\]\\\\-a]+$'}",
                "{'type': 'string', 'pattern': '^[\\\\x{4e00}-\\\\x{9fff}]{2}$'}",
                "{'type': 'string', 'pattern': '^(a+)+$', 'minLength': 25}",
                "{'type': 'string', 'pattern': ''}",
                // Formats.
                "{'type': 'string', 'format': 'date'}",
                "{'type': 'string', 'format': 'time'}",
                "{'type': 'string', 'format': 'date-time'}",
                "{'type': 'string', 'format': 'duration'}",
                "{'type': 'string', 'format': 'email'}",
                "{'type': 'string', 'format': 'hostname'}",
                "{'type': 'string', 'format': 'ipv4'}",
                "{'type': 'string', 'format': 'ipv6'}",
                "{'type': 'string', 'format': 'uri'}",
                "{'type': 'string', 'format': 'uuid'}",
                // Lists.
                "{'type': 'array', 'items': {'type': 'string', 'maxLength': 120}, 'minItems': 1, 'maxItems': 3}",
                "{'type': 'array', 'items': {'enum': [1, 2, 3]}, 'minItems': 3, 'uniqueItems': true}",
                "{'type': 'array', 'prefixItems': [{'type': 'integer'}, {'type': 'string'}], 'items': false, 'minItems': 2}",
                "{'type': 'array', 'contains': {'const': 7}, 'items': {'type': 'integer'}}",
                "{'type': 'array', 'items': {'type': 'boolean'}, 'maxItems': 0}",
                "{'type': 'array', 'items': false}",
                "{'type': 'array'}",
                "{'type': 'array', 'items': {'type': 'array', 'items': {'type': 'number'}}, 'minItems': 20}",
                // Objects and maps.
                "{'type': 'object', 'properties': {'label': {'enum': ['x', 'y']}, 'confidence': {'type': 'number', 'minimum': 0, 'maximum': 1}, 'quote': {'type': 'string'}}, 'required': ['label', 'confidence'], 'additionalProperties': false}",
                "{'type': 'object', 'additionalProperties': {'type': 'integer'}}",
                "{'type': 'object', 'additionalProperties': {'type': 'integer'}, 'minProperties': 15}",
                "{'type': 'object', 'additionalProperties': {'type': 'integer'}, 'maxProperties': 0}",
                "{'type': 'object', 'properties': {'a': {}, 'b': {}, 'c': {}}, 'minProperties': 2, 'maxProperties': 2, 'additionalProperties': false}",
                "{'type': 'object', 'required': ['not-declared']}",
                "{'type': 'object', 'propertyNames': {'pattern': '^[a-z]{3}$'}, 'additionalProperties': {'type': 'null'}, 'minProperties': 3}",
                "{'type': 'object', 'properties': {'a': {}, 'b': {'type': 'integer'}}, 'dependentRequired': {'a': ['b']}}",
                "{'type': 'object', 'properties': {'a': {'type': 'object', 'properties': {'b': {'type': 'object', 'properties': {'c': {'type': 'integer'}}, 'required': ['c']}}, 'required': ['b']}}, 'required': ['a']}",
                "{'type': 'object', 'properties': {'': {'type': 'integer'}, 'content-type': {'type': 'string'}}, 'required': ['', 'content-type']}",
                // Unions and joins.
                "{'anyOf': [{'type': 'string'}, {'type': 'integer', 'minimum': 100}]}",
                "{'oneOf': [{'type': 'integer', 'maximum': 0}, {'type': 'integer', 'minimum': 1}]}",
                "{'type': ['string', 'null']}",
                "{'type': ['number', 'object'], 'minimum': 5}",
                "{'allOf': [{'type': 'integer', 'minimum': 3}, {'maximum': 5}, {'type': 'number'}]}",
                "{'allOf': [{'type': 'object', 'properties': {'a': {'type': 'integer'}}, 'required': ['a']}, {'properties': {'a': {'minimum': 1000}, 'b': {'type': 'string'}}, 'required': ['b']}]}",
                "{'allOf': [{'enum': [1, 2, 3]}, {'enum': [2, 3, 4]}]}",
                "{'allOf': [{'anyOf': [{'const': 1}, {'const': 2}]}, {'type': 'integer'}]}",
                "{'type': 'object', 'properties': {'kind': {'enum': ['a', 'b']}}, 'required': ['kind'], 'anyOf': [{'properties': {'kind': {'const': 'a'}, 'x': {'type': 'integer'}}, 'required': ['x']}, {'properties': {'kind': {'const': 'b'}}}]}",
                "{'type': 'object', 'properties': {'a': {'type': 'boolean'}}, 'required': ['a'], 'if': {'properties': {'a': {'const': true}}}, 'then': {'properties': {'b': {'type': 'string'}}, 'required': ['b']}, 'else': {'properties': {'a': {'const': false}}}}",
                // References and recursion.
                "{'$ref': '#/$defs/A', '$defs': {'A': {'type': 'integer', 'minimum': 9}}}",
                "{'$ref': '#/$defs/a~1b%25c', '$defs': {'a/b%c': {'type': 'integer'}}}",
                "{'$ref': '#/$defs/A', 'minimum': 12, '$defs': {'A': {'type': 'integer', 'maximum': 14}}}",
                "{'$ref': '#/$defs/Tree', '$defs': {'Tree': {'type': 'object', 'properties': {'name': {'type': 'string'}, 'children': {'type': 'array', 'items': {'$ref': '#/$defs/Tree'}}}, 'required': ['name', 'children'], 'additionalProperties': false}}}",
                "{'$ref': '#/$defs/List', '$defs': {'List': {'type': 'object', 'properties': {'head': {'type': 'integer'}, 'tail': {'anyOf': [{'$ref': '#/$defs/List'}, {'type': 'null'}]}}, 'required': ['head', 'tail']}}}",
                "{'$ref': '#/$defs/A', '$defs': {'A': {'type': 'object', 'properties': {'b': {'$ref': '#/$defs/B'}}, 'required': ['b']}, 'B': {'anyOf': [{'$ref': '#/$defs/A'}, {'type': 'object', 'properties': {'a1': {'$ref': '#/$defs/A'}, 'a2': {'$ref': '#/$defs/A'}}, 'required': ['a1', 'a2']}, {'type': 'string'}]}}}",
                "{'type': 'object', 'properties': {'next': {'$ref': '#'}, 'n': {'type': 'integer'}}, 'required': ['n']}",
                "{'$ref': '#/$defs/E', '$defs': {'E': {'anyOf': [{'type': 'number'}, {'type': 'object', 'properties': {'op': {'enum': ['+', '*']}, 'left': {'$ref': '#/$defs/E'}, 'right': {'$ref': '#/$defs/E'}, 'more': {'type': 'array', 'items': {'$ref': '#/$defs/E'}, 'minItems': 3}}, 'required': ['op', 'left', 'right', 'more']}]}}}",
            })
    void fits(String quoted) {
        String text = quoted.replace('\'', '"');
        Schema schema = validator(text);
        Sampler sampler = new Sampler(JsonOf.text(text));
        for (int i = 0; i < SAMPLES; i++) {
            Json value = sampler.sample(Dice.of("fits", Integer.toString(i)));
            assertThat(value).as("%s, sample %d", text, i).isNotNull();
            assertThat(errors(schema, value))
                    .as("%s does not let in %s", text, value)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "false",
                "{'enum': []}",
                "{'type': 'integer', 'minimum': 3, 'maximum': 2}",
                "{'type': 'integer', 'exclusiveMinimum': 1, 'exclusiveMaximum': 2}",
                "{'type': 'string', 'pattern': '^ab$', 'minLength': 3}",
                "{'type': 'string', 'minLength': 3, 'maxLength': 2}",
                "{'$ref': '#/$defs/A', '$defs': {'A': {'$ref': '#/$defs/A'}}}",
                "{'$ref': '#/$defs/A', '$defs': {'A': {'type': 'object', 'properties': {'a': {'$ref': '#/$defs/A'}}, 'required': ['a']}}}",
                "{'type': 'array', 'items': {'enum': [1, 2]}, 'minItems': 3, 'uniqueItems': true}",
                "{'$ref': 'https://example.com/schema.json'}",
                "{'$ref': '#/$defs/Missing'}",
                "{'allOf': [{'type': 'string'}, {'type': 'integer'}]}",
            })
    void nothingFits(String quoted) {
        Sampler sampler = new Sampler(JsonOf.text(quoted.replace('\'', '"')));
        for (int i = 0; i < 5; i++) {
            assertThat(sampler.sample(Dice.of("none", Integer.toString(i)))).isNull();
        }
    }

    @Test
    void sameDiceSameValue() {
        Sampler sampler = new Sampler(JsonOf.text("""
                {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "number"}}, "required": ["a", "b"]}
                """));
        assertThat(sampler.sample(Dice.of("one"))).isEqualTo(sampler.sample(Dice.of("one")));
        Set<Json> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            seen.add(sampler.sample(Dice.of(Integer.toString(i))));
        }
        assertThat(seen).hasSizeGreaterThan(40);
    }

    @Test
    void everyLiteralAndBothBoundsComeUp() {
        Set<Json> seen = new HashSet<>();
        Sampler sampler = new Sampler(JsonOf.text("{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 5}"));
        for (int i = 0; i < 200; i++) {
            seen.add(sampler.sample(Dice.of(Integer.toString(i))));
        }
        assertThat(seen).containsExactlyInAnyOrder(Json.of(1), Json.of(2), Json.of(3), Json.of(4), Json.of(5));
    }

    @Test
    void optionalMembersAreThereSometimes() {
        Sampler sampler =
                new Sampler(JsonOf.text("{\"type\": \"object\", \"properties\": {\"quote\": {\"type\": \"string\"}}}"));
        Set<Boolean> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            seen.add(((Json.Obj) sampler.sample(Dice.of(Integer.toString(i)))).get("quote") != null);
        }
        assertThat(seen).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void listsOfNamedTypesAreFilledSometimes() {
        Sampler sampler = new Sampler(JsonOf.text("""
                {"type": "array", "items": {"$ref": "#/$defs/A"}, "$defs": {"A": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/B"}}, "B": {"type": "integer"}}}
                """));
        Set<Boolean> empty = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            empty.add(((Json.Arr) sampler.sample(Dice.of(Integer.toString(i))))
                    .items()
                    .isEmpty());
        }
        assertThat(empty).contains(false);
    }

    @Test
    void recursiveValuesStaySmall() {
        Sampler sampler = new Sampler(JsonOf.text("""
                {"$ref": "#/$defs/T", "$defs": {"T": {"type": "object", "required": ["a", "b", "c"], "properties": {
                  "a": {"type": "array", "items": {"$ref": "#/$defs/T"}},
                  "b": {"type": "array", "items": {"$ref": "#/$defs/T"}},
                  "c": {"type": "array", "items": {"$ref": "#/$defs/T"}}}}}}
                """));
        for (int i = 0; i < 50; i++) {
            assertThat(sampler.sample(Dice.of(Integer.toString(i))).toString().length())
                    .isLessThan(20_000);
        }
    }

    private static Schema validator(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    private static List<Error> errors(Schema schema, Json value) {
        return schema.validate(
                value.toString(),
                InputFormat.JSON,
                context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)));
    }
}
