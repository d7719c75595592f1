package dev.cuecard.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.schema.generate.GeneratedSchema;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.sketch.Sketch;
import dev.cuecard.schema.validate.SchemaProblem;
import dev.cuecard.schema.validate.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a schema file holds: problems at their places, or a validator that answers; never an exception. */
final class OddSchemasTest {

    private static final List<String> KEYWORDS = List.of(
            "type",
            "enum",
            "const",
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "items",
            "prefixItems",
            "anyOf",
            "oneOf",
            "allOf",
            "not",
            "if",
            "then",
            "else",
            "minimum",
            "exclusiveMaximum",
            "minLength",
            "maxItems",
            "pattern",
            "format",
            "$ref",
            "$id",
            "$anchor",
            "$defs",
            "definitions",
            "contains",
            "propertyNames",
            "dependentRequired",
            "uniqueItems",
            "multipleOf",
            "$schema",
            "unevaluatedProperties");

    private final List<String> words = List.of(
            "string",
            "object",
            "array",
            "integer",
            "null",
            "#",
            "#/$defs/a",
            "#a",
            "a",
            "b",
            "x.json",
            "^a(",
            "date",
            "uri",
            "http://json-schema.org/draft-07/schema#",
            "https://json-schema.org/draft/2020-12/schema",
            "%",
            "");

    @Property(tries = 3000)
    void neverAnException(@ForAll long seed) {
        Random random = new Random(seed);
        Json schema = schema(random, 3);
        String text = JsonText.compact(schema);
        GeneratedSchema generated = Schemas.full(Make.object("a", Make.external("x.json", text)));
        List<SchemaProblem> problems = SchemaProblem.of(generated);
        assertThat(problems)
                .allSatisfy(p -> assertThat(p.place().source().name()).isEqualTo("x.json"));
        assertThat(Sketch.of(Make.external("x.json", text))).isNotEmpty();
        if (problems.isEmpty()) {
            Validator validator = Validator.compile(generated);
            for (int i = 0; i < 5; i++) {
                Json value = Json.object().put("a", value(random, 3)).done();
                assertThat(validator.validate(value))
                        .as(text + "\n" + value)
                        .allSatisfy(v -> assertThat(v.expected()).isNotBlank().doesNotContain("\n"));
            }
        }
    }

    private Json schema(Random random, int depth) {
        if (random.nextInt(6) == 0) {
            return Json.of(random.nextBoolean());
        }
        Json.ObjBuilder out = Json.object();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String keyword = KEYWORDS.get(random.nextInt(KEYWORDS.size()));
            out.put(keyword, random.nextInt(9) == 0 ? value(random, depth) : of(keyword, random, depth));
        }
        return out.done();
    }

    /** Something that may stand there. */
    private Json of(String keyword, Random random, int depth) {
        return switch (keyword) {
            case "properties", "patternProperties", "$defs", "definitions" ->
                Json.object()
                        .put("a", depth > 0 ? schema(random, depth - 1) : Json.of(true))
                        .put("b", depth > 0 ? schema(random, depth - 1) : Json.of(true))
                        .done();
            case "anyOf", "oneOf", "allOf", "prefixItems" ->
                Json.array(List.of(
                        depth > 0 ? schema(random, depth - 1) : Json.of(false),
                        depth > 0 ? schema(random, depth - 1) : Json.of(true)));
            case "required", "enum" -> Json.array(List.of(word(random), word(random)));
            case "minimum", "exclusiveMaximum", "minLength", "maxItems", "multipleOf" -> Json.of(random.nextInt(4));
            case "uniqueItems" -> Json.of(true);
            case "dependentRequired" ->
                Json.object().put("a", Json.array(List.of(Json.of("b")))).done();
            case "type", "pattern", "format", "$ref", "$id", "$anchor", "$schema" -> word(random);
            case "const" -> value(random, 1);
            default -> depth > 0 ? schema(random, depth - 1) : Json.of(true);
        };
    }

    private Json word(Random random) {
        return Json.of(words.get(random.nextInt(words.size())));
    }

    private Json value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> Json.nil();
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(random.nextInt(5));
            case 3, 4 -> word(random);
            case 5 -> {
                List<Json> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(value(random, depth - 1));
                }
                yield Json.array(items);
            }
            default -> {
                Json.ObjBuilder out = Json.object();
                for (int i = random.nextInt(4); i > 0; i--) {
                    out.put(List.of("a", "b", "c", "ab").get(random.nextInt(4)), value(random, depth - 1));
                }
                yield out.done();
            }
        };
    }
}
