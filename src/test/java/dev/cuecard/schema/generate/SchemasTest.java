package dev.cuecard.schema.generate;

import static dev.cuecard.schema.Make.compact;
import static dev.cuecard.schema.Make.declared;
import static dev.cuecard.schema.Make.external;
import static dev.cuecard.schema.Make.field;
import static dev.cuecard.schema.Make.format;
import static dev.cuecard.schema.Make.integer;
import static dev.cuecard.schema.Make.list;
import static dev.cuecard.schema.Make.literal;
import static dev.cuecard.schema.Make.literals;
import static dev.cuecard.schema.Make.map;
import static dev.cuecard.schema.Make.named;
import static dev.cuecard.schema.Make.nullable;
import static dev.cuecard.schema.Make.number;
import static dev.cuecard.schema.Make.object;
import static dev.cuecard.schema.Make.text;
import static dev.cuecard.schema.Make.union;
import static dev.cuecard.schema.Make.use;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Make;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SchemasTest {

    private static String full(Type type) {
        return compact(Schemas.full(type).schema());
    }

    @Test
    void eachRowOfTheTypeTable() {
        assertThat(full(Types.STRING)).isEqualTo("{\"type\":\"string\"}");
        assertThat(full(Types.NUMBER)).isEqualTo("{\"type\":\"number\"}");
        assertThat(full(Types.INTEGER)).isEqualTo("{\"type\":\"integer\"}");
        assertThat(full(Types.BOOLEAN)).isEqualTo("{\"type\":\"boolean\"}");
        assertThat(full(Types.NULL)).isEqualTo("{\"type\":\"null\"}");
        assertThat(full(Types.ANY)).isEqualTo("{}");
        for (Type.Format.Kind kind : Type.Format.Kind.values()) {
            assertThat(full(format(kind))).isEqualTo("{\"type\":\"string\",\"format\":\"" + kind.format() + "\"}");
        }
        assertThat(full(text(1, 80, "^[A-Z]+$")))
                .isEqualTo("{\"type\":\"string\",\"minLength\":1,\"maxLength\":80,\"pattern\":\"^[A-Z]+$\"}");
        assertThat(full(integer("1..5"))).isEqualTo("{\"type\":\"integer\",\"minimum\":1,\"maximum\":5}");
        assertThat(full(number("0.."))).isEqualTo("{\"type\":\"number\",\"minimum\":0}");
        assertThat(full(number("0<..<1.5")))
                .isEqualTo("{\"type\":\"number\",\"exclusiveMinimum\":0,\"exclusiveMaximum\":1.5}");
        assertThat(full(literals("a", "b"))).isEqualTo("{\"enum\":[\"a\",\"b\"]}");
        assertThat(full(literals(1, 2))).isEqualTo("{\"enum\":[1,2]}");
        assertThat(full(literals("a"))).isEqualTo("{\"const\":\"a\"}");
        assertThat(full(list(Types.STRING, 1, 3)))
                .isEqualTo("{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"minItems\":1,\"maxItems\":3}");
        assertThat(full(object("a", Types.STRING, "b?", Types.INTEGER)))
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},"
                        + "\"b\":{\"type\":\"integer\"}},\"required\":[\"a\"],\"additionalProperties\":false}");
        assertThat(full(object("a?", Types.STRING, "...")))
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}");
        assertThat(full(map(Types.INTEGER)))
                .isEqualTo("{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}}");
        assertThat(full(union(Types.STRING, list(Types.STRING))))
                .isEqualTo("{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"array\",\"items\":{\"type\":\"string\"}}]}");
        assertThat(full(named("Name", Types.STRING)))
                .isEqualTo("{\"$ref\":\"#/$defs/Name\",\"$defs\":{\"Name\":{\"type\":\"string\"}}}");
        assertThat(full(external("dir/product.v1.json", "{\"type\": \"object\"}")))
                .isEqualTo("{\"$ref\":\"#/$defs/product\",\"$defs\":{\"product\":{\"type\":\"object\"}}}");
    }

    @Test
    void nullIsPutInTheTidyWay() {
        assertThat(full(nullable(text(1, null)))).isEqualTo("{\"type\":[\"string\",\"null\"],\"minLength\":1}");
        assertThat(full(nullable(literals("a")))).isEqualTo("{\"enum\":[\"a\",null]}");
        assertThat(full(nullable(list(Types.STRING))))
                .isEqualTo("{\"type\":[\"array\",\"null\"],\"items\":{\"type\":\"string\"}}");
        assertThat(full(nullable(union(Types.STRING, Types.INTEGER))))
                .isEqualTo("{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"integer\"},{\"type\":\"null\"}]}");
        assertThat(full(nullable(named("A", Types.STRING))))
                .isEqualTo(
                        "{\"anyOf\":[{\"$ref\":\"#/$defs/A\"},{\"type\":\"null\"}],\"$defs\":{\"A\":{\"type\":\"string\"}}}");
        assertThat(full(nullable(Types.ANY))).isEqualTo("{}");
        assertThat(full(nullable(nullable(Types.STRING)))).isEqualTo("{\"type\":[\"string\",\"null\"]}");
        assertThat(full(nullable(Types.NULL))).isEqualTo("{\"type\":\"null\"}");
    }

    @Test
    void documentationIsTheDescription() {
        Type.Declared label = declared("Label", "How it feels.");
        label.means(new Type.Literals(List.of(literal("good", "It\nshines."), literal("bad", null)), null));
        Type type = new Type.Obj(List.of(field("label", use(label), false, "Of the review.")), false, null);
        assertThat(JsonText.pretty(Schemas.full(type).document(), 2)).isEqualTo("""
                        {
                          "$schema": "https://json-schema.org/draft/2020-12/schema",
                          "type": "object",
                          "properties": {
                            "label": {
                              "description": "Of the review.",
                              "$ref": "#/$defs/Label"
                            }
                          },
                          "required": [
                            "label"
                          ],
                          "additionalProperties": false,
                          "$defs": {
                            "Label": {
                              "description": "How it feels.\\n\\"good\\": It shines.",
                              "enum": [
                                "good",
                                "bad"
                              ]
                            }
                          }
                        }""");
    }

    @Test
    void namesOfDifferentFilesThatCollideGetKeysOfTheirOwn() {
        Type type = object(
                "a",
                named("Label", Types.STRING),
                "b",
                named("Label", Types.INTEGER),
                "c",
                named("Übung/~", Types.BOOLEAN));
        assertThat(full(type))
                .contains("\"a\":{\"$ref\":\"#/$defs/Label\"}", "\"b\":{\"$ref\":\"#/$defs/Label_2\"}")
                .contains("\"c\":{\"$ref\":\"#/$defs/%C3%9Cbung%2F%7E\"}")
                .endsWith("\"$defs\":{\"Label\":{\"type\":\"string\"},\"Label_2\":{\"type\":\"integer\"},"
                        + "\"Übung/~\":{\"type\":\"boolean\"}}}");
    }

    @Test
    void aRecursiveTypeIsDefinedOnce() {
        Type.Declared node = declared("Node", null);
        node.means(object("children", list(use(node))));
        assertThat(full(use(node)))
                .isEqualTo("{\"$ref\":\"#/$defs/Node\",\"$defs\":{\"Node\":{\"type\":\"object\",\"properties\":{"
                        + "\"children\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/Node\"}}},"
                        + "\"required\":[\"children\"],\"additionalProperties\":false}}}");
    }

    @Test
    void aSchemaFileWithReferencesOfItsOwnGetsAnIdentifierUnlessItHasOne() {
        String refers = "{\"$ref\":\"#/definitions/a\",\"definitions\":{\"a\":{\"type\":\"string\"}}}";
        assertThat(full(external("a.json", refers)))
                .isEqualTo("{\"$ref\":\"#/$defs/a\",\"$defs\":{\"a\":{\"$id\":\"a.json\",\"$ref\":\"#/definitions/a\","
                        + "\"definitions\":{\"a\":{\"type\":\"string\"}}}}}");
        String known = "{\"$id\":\"https://example.com/a\",\"$ref\":\"#/definitions/a\"}";
        assertThat(full(external("a.json", known))).contains("\"$defs\":{\"a\":" + known + "}");
    }

    @Test
    void eachPlaceKnowsTheTextThatAskedForIt() {
        Source source = new Source("x.prompt", "{ label: Label, text?: string(..5)[] } \"a\" | \"b\"");
        Span label = source.span(2, 7);
        Span use = source.span(9, 14);
        Span literals = source.span(38, 47);
        Span item = source.span(23, 34);
        Type.Declared declared = new Type.Declared("Label", null, null);
        declared.means(new Type.Literals(
                List.of(
                        new Type.Literals.Value(Make.json("\"a\""), null, source.span(38, 41)),
                        new Type.Literals.Value(Make.json("\"b\""), null, source.span(44, 47))),
                literals));
        Type object = new Type.Obj(
                List.of(
                        new Type.Obj.Field("label", new Type.Named(declared, use), false, null, label),
                        new Type.Obj.Field(
                                "text", list(new Type.Text(null, 5, null, item)), true, null, source.span(16, 20))),
                false,
                source.span(0, 37));
        assertThat(Schemas.full(object).origins())
                .containsEntry("", source.span(0, 37))
                .containsEntry("/properties/label", use)
                .containsEntry("/required/0", label)
                .containsEntry("/$defs/Label", literals)
                .containsEntry("/$defs/Label/enum/1", source.span(44, 47))
                .containsEntry("/properties/text", source.span(16, 20))
                .containsEntry("/properties/text/items", item);
    }
}
