package dev.cuecard.schema.sketch;

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

import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Byte for byte: what a prompt shows a model does not change within an edition. */
final class SketchTest {

    @Test
    void theSampleOfTheLanguage() {
        Type label = named("Label", literals("positive", "negative", "neutral"));
        Type review = new Type.Obj(
                List.of(
                        field("label", label, false, "The overall feeling of the review."),
                        field("confidence", number("0..1"), false, null),
                        field("reasons", list(text(null, 120), 1, 3), false, null),
                        field("quote", Types.STRING, true, null)),
                false,
                null);
        assertThat(Sketch.of(review)).isEqualTo("""
                        {
                          // The overall feeling of the review.
                          label: "positive" | "negative" | "neutral",
                          confidence: number, // from 0 to 1
                          reasons: string[], // 1 to 3 items, each at most 120 characters
                          quote?: string
                        }""");
    }

    @Test
    void scalars() {
        assertThat(Sketch.of(Types.STRING)).isEqualTo("string");
        assertThat(Sketch.of(text(1, 80))).isEqualTo("string // 1 to 80 characters");
        assertThat(Sketch.of(text(1, null))).isEqualTo("string // not empty");
        assertThat(Sketch.of(text(5, 5))).isEqualTo("string // exactly 5 characters");
        assertThat(Sketch.of(text(null, 80, "^[A-Z]+$")))
                .isEqualTo("string // at most 80 characters, matching the regular expression ^[A-Z]+$");
        assertThat(Sketch.of(integer("1..5"))).isEqualTo("integer // from 1 to 5");
        assertThat(Sketch.of(integer("3..3"))).isEqualTo("integer // exactly 3");
        assertThat(Sketch.of(number("0.."))).isEqualTo("number // at least 0");
        assertThat(Sketch.of(number("..<1"))).isEqualTo("number // below 1");
        assertThat(Sketch.of(number("0<..<1"))).isEqualTo("number // above 0 and below 1");
        assertThat(Sketch.of(number("0..<1"))).isEqualTo("number // at least 0 and below 1");
        assertThat(Sketch.of(Types.BOOLEAN)).isEqualTo("boolean");
        assertThat(Sketch.of(Types.NULL)).isEqualTo("null");
        assertThat(Sketch.of(Types.ANY)).isEqualTo("any");
        assertThat(Sketch.of(format(Type.Format.Kind.DATE))).isEqualTo("string // a date, YYYY-MM-DD");
        assertThat(Sketch.of(format(Type.Format.Kind.TIME)))
                .isEqualTo("string // a time with zone, HH:MM:SSZ or HH:MM:SS+HH:MM");
        assertThat(Sketch.of(format(Type.Format.Kind.DATETIME)))
                .isEqualTo("string // a date and time with zone, YYYY-MM-DDTHH:MM:SSZ or YYYY-MM-DDTHH:MM:SS+HH:MM");
        assertThat(Sketch.of(format(Type.Format.Kind.EMAIL))).isEqualTo("string // an e-mail address");
        assertThat(Sketch.of(format(Type.Format.Kind.URI))).isEqualTo("string // an absolute URI");
        assertThat(Sketch.of(format(Type.Format.Kind.UUID))).isEqualTo("string // a UUID");
    }

    @Test
    void literalsAndTheirDocumentation() {
        assertThat(Sketch.of(literals("a", 1, true))).isEqualTo("\"a\" | 1 | true");
        Type documented =
                new Type.Literals(List.of(literal("bug", "Something is broken."), literal("idea", "A wish.")), null);
        assertThat(Sketch.of(object("kind", documented, "kinds", list(documented))))
                .isEqualTo("""
                        {
                          // "bug": Something is broken.
                          // "idea": A wish.
                          kind: "bug" | "idea",
                          // "bug": Something is broken.
                          // "idea": A wish.
                          kinds: ("bug" | "idea")[]
                        }""");
    }

    @Test
    void listsMapsNullAndUnions() {
        assertThat(Sketch.of(list(list(number("0..1"), 2, 2))))
                .isEqualTo("number[][] // each exactly 2 items, each from 0 to 1");
        assertThat(Sketch.of(list(nullable(integer("1..")), 1, null)))
                .isEqualTo("(integer | null)[] // at least 1 item, each at least 1");
        assertThat(Sketch.of(object("..."))).isEqualTo("{ [key: string]: any }");
        assertThat(Sketch.of(map(integer("0..")))).isEqualTo("{ [key: string]: integer } // each value at least 0");
        assertThat(Sketch.of(nullable(literals("a", "b")))).isEqualTo("\"a\" | \"b\" | null");
        assertThat(Sketch.of(union(text(null, 5), integer("1..3"), list(Types.STRING, 1, 2))))
                .isEqualTo(
                        "string | integer | string[] // string: at most 5 characters; integer: from 1 to 3; list: 1 to 2 items");
    }

    @Test
    void objectsWithinObjects() {
        Type circle = object("kind", literals("circle"), "radius", number("0<.."));
        Type square = object("kind", literals("square"), "side", number("0<.."));
        Type type = object(
                "shapes", list(union(circle, square), 1, null),
                "meta", object("a", Types.STRING, "..."),
                "nothing", object(),
                "content-type?", nullable(Types.STRING));
        assertThat(Sketch.of(type)).isEqualTo("""
                        {
                          shapes: ({
                            kind: "circle",
                            radius: number // above 0
                          } | {
                            kind: "square",
                            side: number // above 0
                          })[], // at least 1 item
                          meta: {
                            a: string,
                            [key: string]: any
                          },
                          nothing: {},
                          "content-type"?: string | null
                        }""");
    }

    @Test
    void aTypeUsedTwiceStandsBelowAndOneUsedOnceInItsPlace() {
        Type.Declared label = declared("Label", "How it feels.");
        label.means(literals("good", "bad"));
        Type.Declared name = declared("Name", null);
        name.means(text(1, 80));
        Type.Declared part = declared("Part", "A part of it.");
        part.means(object("label", use(label), "name", use(name)));
        assertThat(Sketch.of(object("label", use(label), "name", use(name), "parts", list(use(part), 1, 3))))
                .isEqualTo("""
                        {
                          label: Label,
                          name: string, // 1 to 80 characters
                          // A part of it.
                          parts: {
                            label: Label,
                            name: string // 1 to 80 characters
                          }[] // 1 to 3 items
                        }

                        // How it feels.
                        type Label = "good" | "bad\"""");
    }

    @Test
    void aRecursiveTypeStandsBelow() {
        Type.Declared node = declared("Node", null);
        node.means(object("name", Types.STRING, "children", list(use(node))));
        assertThat(Sketch.of(use(node))).isEqualTo("""
                        Node

                        type Node = {
                          name: string,
                          children: Node[]
                        }""");
    }

    @Test
    void typesOfOneNameAreNumbered() {
        Type.Declared one = declared("Label", null);
        one.means(literals("a", "b"));
        Type.Declared other = declared("Label", null);
        other.means(literals("c", "d"));
        assertThat(Sketch.of(object("a", use(one), "b", use(one), "c", use(other), "d", use(other))))
                .isEqualTo("""
                        {
                          a: Label,
                          b: Label,
                          c: Label_2,
                          d: Label_2
                        }

                        type Label = "a" | "b"

                        type Label_2 = "c" | "d\"""");
    }

    @Test
    void theWrapper() {
        assertThat(Sketch.of(Types.wrapper(literals("spam", "ham")))).isEqualTo("""
                        {
                          value: "spam" | "ham"
                        }""");
    }

    @Test
    void aSchemaFileStandsBelow() {
        assertThat(Sketch.of(object("product", external("schemas/product.json", "{\"type\": \"object\"}"))))
                .isEqualTo("""
                        {
                          product: any /* product.json */
                        }

                        // product.json is any value that this JSON Schema allows:
                        {"type":"object"}""");
    }
}
