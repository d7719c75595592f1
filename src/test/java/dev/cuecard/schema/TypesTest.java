package dev.cuecard.schema;

import static dev.cuecard.schema.Make.declared;
import static dev.cuecard.schema.Make.external;
import static dev.cuecard.schema.Make.format;
import static dev.cuecard.schema.Make.integer;
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

import org.junit.jupiter.api.Test;

final class TypesTest {

    @Test
    void showsTypesAsTheLanguageWritesThem() {
        assertShown("string", Types.STRING);
        assertShown("string(1..80)", text(1, 80));
        assertShown("string(5)", text(5, 5));
        assertShown("string(..80, '^[A-Z]+$')", text(null, 80, "^[A-Z]+$"));
        assertShown("string(\"it's \\\\d\")", text(null, null, "it's \\d"));
        assertShown("integer(1..5)", integer("1..5"));
        assertShown("number(0..)", number("0.."));
        assertShown("number(0<..<1)", number("0<..<1"));
        assertShown("number(0.50..)", number("0.50.."));
        assertShown("date", format(Type.Format.Kind.DATE));
        assertShown("datetime", format(Type.Format.Kind.DATETIME));
        assertShown("\"a\" | 1 | true", literals("a", 1, true));
        assertShown("\"\\{{\"", literals("{{"));
        assertShown("string[](1..3)", list(Types.STRING, 1, 3));
        assertShown("(\"a\" | \"b\")[]", list(literals("a", "b")));
        assertShown("\"a\"[]", list(literals("a")));
        assertShown("string?[]", list(nullable(Types.STRING)));
        assertShown("string[]?", nullable(list(Types.STRING)));
        assertShown("(string | integer)?", nullable(union(Types.STRING, Types.INTEGER)));
        assertShown(
                "{ a: string, b?: integer, \"c-d\": any, ... }",
                object("a", Types.STRING, "b?", Types.INTEGER, "c-d", Types.ANY, "..."));
        assertShown("{}", object());
        assertShown("map<boolean?>", map(nullable(Types.BOOLEAN)));
        assertShown("Label | null", union(named("Label", Types.STRING), Types.NULL));
        assertShown("schema(\"p.json\")", external("p.json", "{}"));
    }

    private static void assertShown(String text, Type type) {
        assertThat(Types.show(type)).isEqualTo(text);
    }

    @Test
    void aNarrowerTypeGoesWhereAWiderOneIsWanted() {
        assertGoes(Types.INTEGER, Types.NUMBER);
        assertGoes(integer("1..5"), number("0<..5"));
        assertGoes(text(2, 3), text(1, null));
        assertGoes(format(Type.Format.Kind.DATE), Types.STRING);
        assertGoes(literals("a"), literals("a", "b"));
        assertGoes(literals("ab"), text(1, 5, "^a"));
        assertGoes(literals("2026-11-24"), format(Type.Format.Kind.DATE));
        assertGoes(literals(true, false), Types.BOOLEAN);
        assertGoes(Types.BOOLEAN, literals(true, false));
        assertGoes(Types.STRING, nullable(Types.STRING));
        assertGoes(Types.NULL, nullable(Types.STRING));
        assertGoes(union(Types.STRING, Types.INTEGER), union(Types.NUMBER, Types.STRING));
        assertGoes(literals("a", 1), union(Types.INTEGER, Types.STRING));
        assertGoes(Types.EMPTY_LIST, list(Types.INTEGER));
        assertGoes(list(Types.INTEGER, 2, 3), list(Types.NUMBER, 1, null));
        assertGoes(object("a", Types.INTEGER), object("a", Types.NUMBER, "b?", Types.STRING));
        assertGoes(object("a", Types.INTEGER, "b", Types.STRING), object("a", Types.INTEGER, "..."));
        assertGoes(object("a", Types.INTEGER, "b?", Types.INTEGER), map(Types.NUMBER));
        assertGoes(named("Name", Types.STRING), Types.STRING);
        assertGoes(Types.STRING, named("Name", Types.STRING));
        assertGoes(Types.ANY, Types.STRING);
        assertGoes(Types.STRING, Types.ANY);
        assertGoes(external("p.json", "{}"), Types.STRING);
    }

    @Test
    void aWiderTypeDoesNotGoWhereANarrowerOneIsWanted() {
        assertDoesNotGo(Types.NUMBER, Types.INTEGER);
        assertDoesNotGo(number("0..5"), number("0<..5"));
        assertDoesNotGo(Types.STRING, text(null, 5));
        assertDoesNotGo(Types.STRING, format(Type.Format.Kind.DATE));
        assertDoesNotGo(format(Type.Format.Kind.DATE), format(Type.Format.Kind.DATETIME));
        assertDoesNotGo(Types.STRING, literals("a"));
        assertDoesNotGo(literals("tomorrow"), format(Type.Format.Kind.DATE));
        assertDoesNotGo(nullable(Types.STRING), Types.STRING);
        assertDoesNotGo(list(Types.NUMBER), list(Types.INTEGER));
        assertDoesNotGo(Types.EMPTY_LIST, list(Types.INTEGER, 1, null));
        assertDoesNotGo(object("a?", Types.STRING), object("a", Types.STRING));
        assertDoesNotGo(object("a", Types.STRING, "b", Types.STRING), object("a", Types.STRING));
        assertDoesNotGo(object("a", Types.STRING, "..."), map(Types.STRING));
        assertDoesNotGo(Types.STRING, Types.NUMBER);
    }

    private static void assertGoes(Type from, Type to) {
        assertThat(Types.assignable(from, to))
                .as(Types.show(from) + " to " + Types.show(to))
                .isTrue();
        assertThat(Types.meet(from, to) && Types.meet(to, from))
                .as(Types.show(from) + " meets " + Types.show(to))
                .isTrue();
    }

    private static void assertDoesNotGo(Type from, Type to) {
        assertThat(Types.assignable(from, to))
                .as(Types.show(from) + " to " + Types.show(to))
                .isFalse();
    }

    @Test
    void recursiveTypesAreComparedToo() {
        Type.Declared a = declared("A", null);
        a.means(object("next?", use(a), "n", Types.INTEGER));
        Type.Declared b = declared("B", null);
        b.means(object("next?", use(b), "n", Types.NUMBER));
        assertGoes(use(a), use(b));
        assertDoesNotGo(use(b), use(a));
    }

    @Test
    void typesThatNeverMeet() {
        assertApart(Types.STRING, Types.NUMBER);
        assertApart(literals("a", "b"), literals("c"));
        assertApart(literals("a"), Types.INTEGER);
        assertApart(integer("..3"), number("3<.."));
        assertApart(text(5, null), text(null, 4));
        assertApart(format(Type.Format.Kind.DATE), format(Type.Format.Kind.UUID));
        assertApart(nullable(Types.STRING), nullable(Types.INTEGER).type());
        assertApart(object("a", Types.STRING), object("a", Types.INTEGER));
        assertApart(object("a", Types.STRING), object("b?", Types.STRING));
        assertApart(list(Types.STRING, 1, null), list(Types.INTEGER));
        assertApart(union(Types.STRING, Types.NULL), union(Types.INTEGER, Types.BOOLEAN));
        assertThat(Types.meet(nullable(Types.STRING), nullable(Types.INTEGER))).isTrue();
        assertThat(Types.meet(list(Types.STRING), list(Types.INTEGER))).isTrue();
        assertThat(Types.meet(literals(1), number("0..1"))).isTrue();
        assertThat(Types.meet(Types.ANY, Types.INTEGER)).isTrue();
    }

    private static void assertApart(Type a, Type b) {
        assertThat(Types.meet(a, b) || Types.meet(b, a))
                .as(Types.show(a) + " and " + Types.show(b))
                .isFalse();
    }

    @Test
    void valuesThatFit() {
        assertThat(Types.fits(json("1.0"), Types.INTEGER)).isTrue();
        assertThat(Types.fits(json("1.5"), Types.INTEGER)).isFalse();
        assertThat(Types.fits(json("\"😀😀\""), text(null, 2))).isTrue();
        assertThat(Types.fits(json("{\"a\": 1, \"b\": 2}"), object("a", Types.INTEGER)))
                .isFalse();
        assertThat(Types.fits(json("1.0"), literals(1))).isTrue();
    }

    @Test
    void typesThatCanEnd() {
        Type.Declared list = declared("List", null);
        list.means(object("next?", use(list)));
        assertThat(Types.canEnd(list)).isTrue();
        Type.Declared tree = declared("Tree", null);
        tree.means(object("children", list(use(tree))));
        assertThat(Types.canEnd(tree)).isTrue();
        Type.Declared either = declared("Either", null);
        either.means(union(object("one", use(either)), Types.STRING));
        assertThat(Types.canEnd(either)).isTrue();
        Type.Declared mapping = declared("Mapping", null);
        mapping.means(map(use(mapping)));
        assertThat(Types.canEnd(mapping)).isTrue();
    }

    @Test
    void typesThatCannotEnd() {
        Type.Declared chain = declared("Chain", null);
        chain.means(object("next", use(chain)));
        assertThat(Types.canEnd(chain)).isFalse();
        Type.Declared full = declared("Full", null);
        full.means(object("children", list(use(full), 1, null)));
        assertThat(Types.canEnd(full)).isFalse();
        Type.Declared itself = declared("Itself", null);
        itself.means(union(use(itself), Types.STRING));
        assertThat(Types.canEnd(itself)).isFalse();
        assertThat(Types.unfold(use(itself))).isEqualTo(Types.ANY);
        Type.Declared ping = declared("Ping", null);
        Type.Declared pong = declared("Pong", null);
        ping.means(object("pong", use(pong)));
        pong.means(object("ping", use(ping)));
        assertThat(Types.canEnd(ping)).isFalse();
        assertThat(Types.canEnd(pong)).isFalse();
    }

    @Test
    void membersAndItems() {
        Type shape = union(
                object("kind", literals("circle"), "radius", Types.NUMBER),
                object("kind", literals("square"), "side", Types.NUMBER));
        assertThat(Types.member(shape, "kind")).isEqualTo(new Types.Member(literals("circle", "square"), false));
        assertThat(Types.member(shape, "radius")).isEqualTo(new Types.Member(Types.NUMBER, true));
        assertThat(Types.member(shape, "depth")).isNull();
        assertThat(Types.fieldNames(nullable(shape))).containsExactly("kind", "radius", "side");
        assertThat(Types.member(map(Types.INTEGER), "x")).isEqualTo(new Types.Member(Types.INTEGER, true));
        assertThat(Types.member(object("..."), "x")).isEqualTo(new Types.Member(Types.ANY, true));
        assertThat(Types.member(Types.STRING, "x")).isNull();
        assertThat(Types.item(named("Names", list(Types.STRING)))).isEqualTo(Types.STRING);
        assertThat(Types.item(union(list(Types.STRING), Types.NULL))).isEqualTo(Types.STRING);
        assertThat(Types.item(Types.STRING)).isNull();
    }

    @Test
    void typesOfValues() {
        assertThat(Types.show(Types.of(json("{\"a\": [1, 2.5], \"b\": null}"))))
                .isEqualTo("{ a: (1 | 2.5)[](2), b: null }");
        assertThat(Types.show(Types.widened(Types.of(json("{\"a\": [1, 2.5], \"b\": [\"x\", true]}")))))
                .isEqualTo("{ a: number[], b: (string | boolean)[] }");
        assertThat(Types.join(java.util.List.of(Types.INTEGER, Types.NULL, Types.NUMBER)))
                .isEqualTo(nullable(Types.NUMBER));
        assertThat(Types.withoutNull(union(Types.STRING, Types.NULL))).isEqualTo(Types.STRING);
        assertThat(Types.withoutNull(named("N", nullable(Types.STRING)))).isEqualTo(Types.STRING);
    }

    @Test
    void whatIsAnObjectAndWhatIsWrapped() {
        assertThat(Types.isObject(named("A", object("a", Types.STRING)))).isTrue();
        assertThat(Types.isObject(map(Types.STRING))).isTrue();
        assertThat(Types.isObject(external("p.json", "{\"type\":\"object\"}"))).isTrue();
        assertThat(Types.isObject(external("p.json", "{}"))).isFalse();
        assertThat(Types.isObject(list(Types.STRING))).isFalse();
        assertThat(Types.isObject(union(object("a", Types.STRING), object("b", Types.STRING))))
                .isFalse();
    }
}
