package dev.cuecard.schema.generate;

import static dev.cuecard.schema.Make.compact;
import static dev.cuecard.schema.Make.declared;
import static dev.cuecard.schema.Make.external;
import static dev.cuecard.schema.Make.field;
import static dev.cuecard.schema.Make.json;
import static dev.cuecard.schema.Make.list;
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

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.schema.OptionalNulls;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WireTest {

    @Test
    void theSampleOfTheLanguage() {
        Type review = new Type.Obj(
                List.of(
                        field(
                                "label",
                                named("Label", literals("positive", "negative", "neutral")),
                                false,
                                "The overall feeling of the review."),
                        field("confidence", number("0..1"), false, null),
                        field("reasons", list(text(null, 120), 1, 3), false, null),
                        field("quote", Types.STRING, true, null)),
                false,
                null);
        Wire wire = Schemas.wire(review, false);
        assertThat(JsonText.pretty(wire.schema(), 2)).isEqualTo("""
                        {
                          "type": "object",
                          "properties": {
                            "label": {
                              "description": "The overall feeling of the review.",
                              "anyOf": [
                                {
                                  "$ref": "#/$defs/Label"
                                }
                              ]
                            },
                            "confidence": {
                              "type": "number",
                              "minimum": 0,
                              "maximum": 1
                            },
                            "reasons": {
                              "type": "array",
                              "items": {
                                "description": "at most 120 characters",
                                "type": "string"
                              },
                              "minItems": 1,
                              "maxItems": 3
                            },
                            "quote": {
                              "description": "null when there is none",
                              "type": [
                                "string",
                                "null"
                              ]
                            }
                          },
                          "required": [
                            "label",
                            "confidence",
                            "reasons",
                            "quote"
                          ],
                          "additionalProperties": false,
                          "$defs": {
                            "Label": {
                              "type": "string",
                              "enum": [
                                "positive",
                                "negative",
                                "neutral"
                              ]
                            }
                          }
                        }""");
        assertThat(wire.rewritten())
                .containsExactly(
                        "/reasons/*: at most 120 characters, said in the description",
                        "/quote: may be missing, sent as null");
        assertThat(wire.problems()).isEmpty();
    }

    @Test
    void aRecursiveRootIsAnObjectAndADefinition() {
        Type.Declared node = declared("Node", "A node.");
        node.means(object("next?", use(node)));
        assertThat(compact(Schemas.wire(use(node), false).schema()))
                .isEqualTo(
                        "{\"description\":\"A node.\",\"type\":\"object\",\"properties\":{\"next\":{\"description\":\"null when there is none\","
                                + "\"anyOf\":[{\"$ref\":\"#/$defs/Node\"},{\"type\":\"null\"}]}},\"required\":[\"next\"],\"additionalProperties\":false,"
                                + "\"$defs\":{\"Node\":{\"description\":\"A node.\",\"type\":\"object\",\"properties\":{\"next\":{\"description\":\"null when there is none\","
                                + "\"anyOf\":[{\"$ref\":\"#/$defs/Node\"},{\"type\":\"null\"}]}},\"required\":[\"next\"],\"additionalProperties\":false}}}");
    }

    @Test
    void literalsHaveTheirType() {
        assertThat(sent(literals("a"))).isEqualTo("{\"type\":\"string\",\"const\":\"a\"}");
        assertThat(sent(literals(1, 2))).isEqualTo("{\"type\":\"integer\",\"enum\":[1,2]}");
        assertThat(sent(nullable(literals("a")))).isEqualTo("{\"type\":[\"string\",\"null\"],\"enum\":[\"a\",null]}");
        assertThat(sent(literals("a", 1.5, true)))
                .isEqualTo(
                        "{\"anyOf\":[{\"type\":\"string\",\"const\":\"a\"},{\"type\":\"number\",\"const\":1.5},{\"type\":\"boolean\",\"const\":true}]}");
    }

    private static String sent(Type type) {
        Json fields = Schemas.wire(object("f", type), false).schema().get("properties");
        return compact(((Json.Obj) fields).members().get("f"));
    }

    @Test
    void aFunctionMayTakeNothingWhereAnAnswerMayNot() {
        Type.Obj none = new Type.Obj(List.of(), false, null);
        Wire wire = Schemas.wireOfParameters(none);
        assertThat(wire.canBeSent()).isTrue();
        assertThat(compact(wire.schema()))
                .isEqualTo("{\"type\":\"object\",\"properties\":{},\"required\":[],\"additionalProperties\":false}");
        assertThat(problems(none)).containsExactly(" a strict schema has no objects without fields");
        Type.Obj.Field inner = new Type.Obj.Field("a", none, false, null, null);
        assertThat(Schemas.wireOfParameters(new Type.Obj(List.of(inner), false, null))
                        .problems())
                .extracting(Wire.Problem::place)
                .containsExactly("/a");
    }

    @Test
    void whatCannotBeSent() {
        assertThat(problems(Types.STRING)).containsExactly(" the root of a strict schema is an object with fields");
        assertThat(problems(union(object("a", Types.STRING), object("b", Types.STRING))))
                .hasSize(1);
        assertThat(Schemas.wire(Types.STRING, true).canBeSent()).isTrue();
        assertThat(problems(object("a", Types.ANY))).containsExactly("/a a strict schema needs the type of each value");
        assertThat(problems(object("a?", Types.ANY)))
                .containsExactly("/a a strict schema needs the type of each value");
        assertThat(problems(object("a", map(Types.STRING))))
                .containsExactly("/a a strict schema knows each field by name");
        assertThat(problems(object("a", list(object()))))
                .containsExactly("/a/* a strict schema has no objects without fields");
        assertThat(problems(object("a", object("b", Types.STRING, "..."))))
                .containsExactly("/a a strict schema has closed objects only");
        assertThat(problems(object("a?", nullable(Types.STRING))))
                .containsExactly("/a in a strict schema null stands for what is missing, so this cannot be null too");
        assertThat(problems(object("a", external("p.json", "{}"))))
                .containsExactly("/a a schema file is not rewritten for a strict schema");
    }

    private static List<String> problems(Type type) {
        return Schemas.wire(type, false).problems().stream()
                .filter(Wire.Problem::refused)
                .map(p -> p.place() + " " + p.text())
                .toList();
    }

    @Test
    void theLimits() {
        assertThat(warnings(nested(5))).isEmpty();
        assertThat(warnings(nested(6)))
                .containsExactly("6 levels of objects, over 5 some models refuse a strict schema");
        assertThat(problems(nested(10))).isEmpty();
        assertThat(problems(nested(11))).containsExactly(" 11 levels of objects, a strict schema has at most 10");
        assertThat(warnings(object("a", many(501))))
                .containsExactly("501 literals, over 500 some models refuse a strict schema");
        assertThat(problems(object("a", many(1001))))
                .containsExactly(" 1001 literals, a strict schema has at most 1000");
        assertThat(warnings(object("a".repeat(15_001), Types.STRING))).hasSize(1);
        assertThat(problems(object("a".repeat(120_001), Types.STRING))).hasSize(1);
        List<Object> fields = new ArrayList<>();
        for (int i = 0; i < 5001; i++) {
            fields.add("f" + i);
            fields.add(Types.STRING);
        }
        assertThat(problems(object(fields.toArray())))
                .containsExactly(" 5001 fields, a strict schema has at most 5000");
        Type.Declared tree = declared("Tree", null);
        tree.means(object("children", list(use(tree))));
        assertThat(Schemas.wire(use(tree), false).problems()).isEmpty();
    }

    private static Type many(int count) {
        return literals(IntStream.range(0, count).boxed().toArray());
    }

    private static Type nested(int levels) {
        Type type = Types.STRING;
        for (int i = 0; i < levels; i++) {
            type = object("a", type);
        }
        return type;
    }

    private static List<String> warnings(Type type) {
        return Schemas.wire(type, false).problems().stream()
                .filter(p -> !p.refused())
                .map(Wire.Problem::text)
                .toList();
    }

    @Test
    void nullForWhatMayBeMissingReadsAsMissing() {
        Type type = object(
                "a",
                nullable(Types.STRING),
                "b?",
                Types.STRING,
                "c?",
                list(object("d?", Types.INTEGER)),
                "e?",
                nullable(Types.STRING));
        OptionalNulls.Result result = OptionalNulls.drop(
                type, json("{\"a\":null,\"b\":null,\"c\":[{\"d\":null},{\"d\":1}],\"e\":null,\"x\":null}"));
        assertThat(compact(result.value())).isEqualTo("{\"a\":null,\"c\":[{},{\"d\":1}],\"e\":null,\"x\":null}");
        assertThat(result.pointers()).containsExactly("/b", "/c/0/d");
        Type either = union(
                object("kind", literals("x"), "n?", Types.INTEGER), object("kind", literals("y"), "n", Types.NULL));
        assertThat(compact(OptionalNulls.drop(either, json("{\"kind\":\"x\",\"n\":null}"))
                        .value()))
                .isEqualTo("{\"kind\":\"x\"}");
        assertThat(compact(OptionalNulls.drop(either, json("{\"kind\":\"y\",\"n\":null}"))
                        .value()))
                .isEqualTo("{\"kind\":\"y\",\"n\":null}");
        Type untagged =
                union(object("a", Types.STRING, "n?", Types.INTEGER), object("b", Types.STRING, "n?", Types.INTEGER));
        assertThat(compact(OptionalNulls.drop(untagged, json("{\"b\":\"\",\"n\":null}"))
                        .value()))
                .isEqualTo("{\"b\":\"\"}");
    }
}
