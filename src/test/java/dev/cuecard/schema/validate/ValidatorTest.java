package dev.cuecard.schema.validate;

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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.generate.Schemas;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ValidatorTest {

    /** The violations, each as its pointer and its words. */
    private static List<String> judge(Type type, String value) {
        return Validator.compile(Schemas.full(type)).validate(json(value)).stream()
                .map(v -> v.pointer() + " " + v.expected())
                .toList();
    }

    private static void assertSays(Type type, String value, String... violations) {
        assertThat(judge(type, value)).as(Types.show(type) + " and " + value).containsExactly(violations);
    }

    @Test
    void aValueOfAnotherKind() {
        assertSays(number("1..5"), "\"high\"", " expected a number from 1 to 5, got a string");
        assertSays(Types.STRING, "1", " expected a string, got a number");
        assertSays(text(1, 80), "null", " expected a string of 1 to 80 characters, got `null`");
        assertSays(Types.INTEGER, "1.5", " expected an integer, got `1.5`");
        assertSays(integer("1.."), "[]", " expected an integer of at least 1, got a list");
        assertSays(Types.BOOLEAN, "\"yes\"", " expected `true` or `false`, got a string");
        assertSays(Types.NULL, "0", " expected `null`, got a number");
        assertSays(list(Types.STRING), "{}", " expected a list, got an object");
        assertSays(object("a", Types.STRING), "true", " expected an object, got a boolean");
        assertSays(map(Types.STRING), "[]", " expected an object, got a list");
        assertSays(nullable(integer("1..5")), "\"1\"", " expected an integer from 1 to 5 or `null`, got a string");
        assertSays(named("Name", Types.STRING), "1", " expected a string, got a number");
    }

    @Test
    void noneOfTheLiterals() {
        Type label = literals("positive", "negative", "neutral");
        assertSays(label, "\"happy\"", " expected `\"positive\"`, `\"negative\"` or `\"neutral\"`, got `\"happy\"`");
        assertSays(label, "4", " expected `\"positive\"`, `\"negative\"` or `\"neutral\"`, got a number");
        assertSays(literals("a"), "\"b\"", " expected `\"a\"`, got `\"b\"`");
        assertSays(nullable(literals("a")), "\"b\"", " expected `\"a\"` or `null`, got `\"b\"`");
        assertSays(literals(1, 2), "3", " expected `1` or `2`, got `3`");
        assertSays(
                literals("aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh"),
                "\"ax\"",
                " expected one of `\"aa\"`, `\"bb\"`, `\"cc\"`, `\"dd\"`, `\"ee\"` (of 8), got `\"ax\"`");
    }

    @Test
    void outOfTheRange() {
        assertSays(number("1..5"), "7", " expected a number from 1 to 5, got `7`");
        assertSays(number("0<.."), "0", " expected a number above 0, got `0`");
        assertSays(number("..<1"), "1.0", " expected a number below 1, got `1.0`");
        assertSays(number("0..<1"), "-0.5", " expected a number of at least 0 and below 1, got `-0.5`");
        assertSays(
                integer("..9007199254740993"),
                "9007199254740994",
                " expected an integer of at most 9007199254740993, got `9007199254740994`");
        assertSays(
                number("..0.1"),
                "0.10000000000000000001",
                " expected a number of at most 0.1, got `0.10000000000000000001`");
    }

    @Test
    void tooLongOrTooShort() {
        assertSays(text(null, 3), "\"abcd\"", " expected at most 3 characters, got 4");
        assertSays(text(2, 3), "\"😀\"", " expected 2 to 3 characters, got 1");
        assertSays(nullable(text(2, null)), "\"a\"", " expected at least 2 characters, got 1");
        assertSays(list(Types.STRING, 1, 3), "[\"a\",\"b\",\"c\",\"d\",\"e\"]", " expected 1 to 3 items, got 5");
        assertSays(list(Types.STRING, 1, null), "[]", " expected at least 1 item, got 0");
    }

    @Test
    void textsThatDoNotMatch() {
        assertSays(text(null, null, "^[A-Z]+$"), "\"a\"", " expected a string matching `^[A-Z]+$`, got `\"a\"`");
        assertSays(
                format(Type.Format.Kind.DATE),
                "\"tomorrow\"",
                " expected a date such as `2026-11-24`, got `\"tomorrow\"`");
        assertSays(format(Type.Format.Kind.TIME), "\"noon\"", " expected a time such as `14:30:00Z`, got `\"noon\"`");
        assertSays(
                format(Type.Format.Kind.EMAIL),
                "\"ada\"",
                " expected an e-mail address such as `ada@example.com`, got `\"ada\"`");
        assertSays(
                nullable(format(Type.Format.Kind.URI)),
                "\"x\"",
                " expected a URI such as `https://example.com/a`, got `\"x\"`");
        assertSays(
                format(Type.Format.Kind.UUID),
                "7",
                " expected a UUID such as `123e4567-e89b-12d3-a456-426614174000`, got a number");
    }

    @Test
    void fields() {
        Type type = object("label", Types.STRING, "score", Types.NUMBER, "quote?", Types.STRING);
        assertSays(type, "{\"score\": 1}", " missing required field `label`");
        assertSays(type, "{}", " missing required field `label`", " missing required field `score`");
        assertSays(type, "{\"label\": \"a\", \"score\": 1, \"x\": 2}", "/x unknown field `x`");
        assertSays(type, "{\"lable\": \"a\", \"score\": 1}", "/lable expected the field `label`, got `lable`");
        assertSays(
                type,
                "{\"label\": 1, \"score\": \"b\", \"quote\": null}",
                "/label expected a string, got a number",
                "/score expected a number, got a string",
                "/quote expected a string, got `null`");
        Violation unknown = Validator.compile(Schemas.full(type))
                .validate(json("{\"label\": \"a\", \"score\": 1, \"qoute\": \"b\"}"))
                .get(0);
        assertThat(unknown.kind()).isEqualTo(Violation.Kind.UNKNOWN);
        assertThat(unknown.field()).isEqualTo("qoute");
        assertThat(unknown.near()).isEqualTo("quote");
        assertThat(unknown.expected()).isEqualTo("unknown field `qoute`");
    }

    @Test
    void deepPlacesInTheOrderOfTheValue() {
        Type.Declared node = declared("Node", null);
        node.means(object("name", text(1, null), "a/b~c?", Types.INTEGER, "children", list(use(node))));
        assertSays(
                use(node),
                "{\"children\": [{\"name\": \"x\", \"children\": [{\"name\": 1, \"children\": []}]}, 3], \"a/b~c\": \"n\", \"name\": \"\"}",
                "/children/0/children/0/name expected a string of at least 1 character, got a number",
                "/children/1 expected an object, got a number",
                "/a~1b~0c expected an integer, got a string",
                "/name expected at least 1 character, got 0");
        assertSays(map(list(integer("0.."))), "{\"x\": [1, -1]}", "/x/1 expected an integer of at least 0, got `-1`");
    }

    @Test
    void aTagTellsTheBranchesApart() {
        Type circle = object("kind", literals("circle"), "radius", number("0<.."));
        Type square = object("kind", literals("square"), "side", number("0<.."));
        Type shape = union(named("Circle", circle), named("Square", square));
        assertSays(shape, "{\"kind\": \"circle\", \"radius\": 0}", "/radius expected a number above 0, got `0`");
        assertSays(
                shape,
                "{\"kind\": \"square\", \"radius\": 1}",
                " missing required field `side`",
                "/radius unknown field `radius`");
        assertSays(
                shape,
                "{\"kind\": \"oval\", \"radius\": 1}",
                "/kind expected `\"circle\"` or `\"square\"`, got `\"oval\"`");
        assertSays(shape, "{\"radius\": 1}", " missing required field `kind`");
        assertSays(shape, "3", " expected `Circle` or `Square`, got a number");
        assertSays(
                object("shapes", list(nullable(shape))),
                "{\"shapes\": [null, {\"kind\": \"circle\", \"radius\": \"x\"}, 1, {\"kind\": \"square\", \"side\": -1}]}",
                "/shapes/1/radius expected a number above 0, got a string",
                "/shapes/2 expected `Circle`, `Square` or `null`, got a number",
                "/shapes/3/side expected a number above 0, got `-1`");
    }

    @Test
    void otherwiseTheKindDoesOrTheUnionIsTold() {
        Type type = union(text(null, 5), list(Types.INTEGER));
        assertSays(type, "\"abcdef\"", " expected at most 5 characters, got 6");
        assertSays(type, "[1, \"x\"]", "/1 expected an integer, got a string");
        assertSays(type, "true", " expected a string of at most 5 characters or a list, got a boolean");
        Type untagged = union(named("A", object("a", Types.STRING)), named("B", object("b", Types.STRING)));
        assertSays(untagged, "{\"c\": 1}", " expected `A` or `B`, got an object that fits none of them");
        assertSays(
                union(object("a", Types.STRING), object("b", Types.STRING)),
                "1",
                " expected `{ a: string }` or `{ b: string }`, got a number");
        assertSays(nullable(named("A", object("a", Types.STRING))), "{\"a\": 1}", "/a expected a string, got a number");
        assertSays(union(integer("1..2"), literals("auto")), "3", " expected an integer from 1 to 2, got `3`");
        assertSays(
                union(format(Type.Format.Kind.DATE), literals("now")),
                "\"then\"",
                " expected a date such as `2026-11-24` or `\"now\"`, got `\"then\"`");
    }

    @Test
    void eachViolationPointsToTheTextThatAskedForIt() {
        Source source = new Source("x.prompt", "{ label: Label }\nstring(..5)\nfoo");
        Type.Text item = new Type.Text(null, 5, null, source.span(17, 28));
        Type.Obj object = new Type.Obj(
                List.of(new Type.Obj.Field("label", list(item), false, null, source.span(2, 7))),
                false,
                source.span(0, 32));
        Validator validator = Validator.compile(Schemas.full(object));
        assertThat(validator.validate(json("{\"label\": [\"abcdef\"]}")).get(0).asked())
                .isEqualTo(source.span(17, 28));
        assertThat(validator.validate(json("{}")).get(0).asked()).isEqualTo(source.span(2, 7));
        assertThat(validator.validate(json("{\"label\": [], \"x\": 1}")).get(0).asked())
                .isEqualTo(source.span(0, 16));
        assertThat(validator.validate(json("{\"lable\": []}")).get(0).asked()).isEqualTo(source.span(2, 7));
    }

    @Test
    void aSchemaFileIsSpokenOfInTheSameWords() {
        Type type = object("product", external("product.json", """
                {"type": "object",
                 "properties": {"sku": {"$ref": "#/definitions/sku"}, "price": {"type": "number", "multipleOf": 0.01},
                   "tags": {"type": "array", "uniqueItems": true}, "size": {"oneOf": [{"const": "S"}, {"const": "L"}]}},
                 "required": ["sku"],
                 "definitions": {"sku": {"type": "string", "pattern": "^[A-Z]{3}$"}}}"""));
        assertSays(type, "{\"product\": {\"sku\": \"ABC\", \"price\": 0.29, \"size\": \"S\"}}");
        assertSays(
                type,
                "{\"product\": {\"sku\": \"abc\", \"price\": 0.295, \"tags\": [1, 1], \"size\": \"M\"}}",
                "/product/sku expected a string matching `^[A-Z]{3}$`, got `\"abc\"`",
                "/product/price expected a multiple of `0.01`, got `0.295`",
                "/product/tags expected no item twice",
                "/product/size expected `\"S\"` or `\"L\"`, got `\"M\"`");
        assertSays(type, "{\"product\": {}}", "/product missing required field `sku`");
        assertSays(type, "{\"product\": 1}", "/product expected an object, got a number");
    }

    @Test
    void anOlderDialectIsReadAsSuch() {
        Type seven = external(
                "a.json",
                "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"items\": [{\"type\": \"string\"}, {\"type\": \"integer\"}], \"additionalItems\": false}");
        assertSays(seven, "[\"a\", 1]");
        assertSays(seven, "[\"a\", \"b\"]", "/1 expected an integer, got a string");
        assertSays(seven, "[\"a\", 1, 2]", " expected at most 2 items");
        Type four = external(
                "b.json",
                "{\"$schema\": \"http://json-schema.org/draft-04/schema#\", \"type\": \"integer\", \"minimum\": 3, \"exclusiveMinimum\": true}");
        assertSays(four, "3", " expected an integer above 3, got `3`");
    }

    @Test
    void aPatternThatOthersChokeOnTakesNoTime() {
        Type type = text(null, null, "(a+)+$");
        String long_ = "\"" + "a".repeat(50_000) + "b\"";
        long start = System.nanoTime();
        assertThat(judge(type, long_)).hasSize(1);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void deepValuesAreJudgedToo() {
        Type.Declared node = declared("Node", null);
        node.means(object("child?", nullable(use(node))));
        String deep = "{\"child\":".repeat(990) + "1" + "}".repeat(990);
        assertThat(judge(use(node), deep))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("expected `Node` or `null`, got a number");
    }

    @Test
    void problemsOfSchemaFilesAreFoundBefore() {
        assertThat(problems("{\"type\": \"strng\"}"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("SCHEMA \"strng\" expected `\"array\"`");
        assertThat(problems("{\"minLength\": -1}"))
                .containsExactly("SCHEMA -1 expected a number of at least 0, got `-1`");
        assertThat(problems("3")).hasSize(1);
        assertThat(problems("{\"$schema\": \"https://example.com/mine\"}"))
                .containsExactly(
                        "SCHEMA \"https://example.com/mine\" expected a dialect of JSON Schema from draft 4 to 2020-12");
        assertThat(problems("{\"properties\": {\"a\": {\"$ref\": \"https://example.com/other.json\"}}}"))
                .containsExactly(
                        "REFERENCE \"https://example.com/other.json\" leads out of this file, and nothing is fetched");
        assertThat(problems("{\"$ref\": \"other.json#/a\"}"))
                .containsExactly("REFERENCE \"other.json#/a\" leads out of this file, and nothing is fetched");
        assertThat(problems("{\"$ref\": \"file:///etc/passwd\"}")).hasSize(1);
        assertThat(problems("{\"$ref\": \"#/definitions/nope\"}"))
                .containsExactly("REFERENCE \"#/definitions/nope\" nothing in this file stands there");
        assertThat(problems("{\"pattern\": \"(?=a)b\"}"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("PATTERN \"(?=a)b\" not a pattern");
        assertThat(problems("{\"patternProperties\": {\"(a)\\\\1\": {}}}"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("PATTERN \"(a)\\\\1\"");
        assertThat(problems("{\"$ref\": \"#\"}")).containsExactly("REFERENCE \"#\" leads back to itself through `#`");
        assertThatThrownBy(() ->
                        Validator.compile(Schemas.full(external("x.json", "{\"$ref\": \"http://127.0.0.1:1/x\"}"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatOnlyLooksLikeAReferenceIsNone() {
        assertThat(
                        problems(
                                "{\"properties\": {\"$ref\": {\"type\": \"string\"}}, \"const\": {\"$ref\": \"http://x\"}, \"default\": {\"$ref\": 1}}"))
                .isEmpty();
        assertThat(
                        problems(
                                "{\"$id\": \"https://example.com/me\", \"$ref\": \"https://example.com/me#/$defs/a\", \"$defs\": {\"a\": {\"$anchor\": \"here\"}, \"b\": {\"$ref\": \"#here\"}}}"))
                .isEmpty();
        assertThat(problems("true")).isEmpty();
        assertThat(problems("{\"properties\": {\"child\": {\"$ref\": \"#\"}}}")).isEmpty();
        assertThat(problems("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}"))
                .isEmpty();
    }

    private static List<String> problems(String schema) {
        return SchemaProblem.of(external("x.json", schema)).stream()
                .map(p -> p.kind() + " " + p.place().text() + " " + p.text())
                .toList();
    }

    @Test
    void manyThreadsMayAskAtOnce() {
        Validator validator = Validator.compile(
                Schemas.full(object("a", text(1, 3, "^x"), "b", union(Types.INTEGER, list(Types.INTEGER)))));
        assertThat(Stream.generate(() -> "{\"a\": \"y\", \"b\": [\"z\"]}")
                        .limit(400)
                        .parallel()
                        .map(v -> validator.validate(json(v)).size()))
                .containsOnly(2);
    }

    @Test
    void filesThatCallThemselvesTheSameAreTold() {
        Type one = external("a/p.json", "{\"$id\": \"https://example.com/p\", \"type\": \"string\"}");
        Type same = external("a/p.json", "{\"$id\": \"https://example.com/p\", \"type\": \"string\"}");
        Type other = external("b/p.json", "{\"$id\": \"https://example.com/p\", \"type\": \"integer\"}");
        assertThat(SchemaProblem.of(Schemas.full(object("a", one, "b", same)))).isEmpty();
        assertThat(SchemaProblem.of(Schemas.full(object("a", one, "b", other))).stream()
                        .map(p -> p.place().text() + " " + p.text()))
                .containsExactly("\"https://example.com/p\" another file calls itself the same");
        Type first = external("a/p.json", "{\"$ref\": \"#/$defs/x\", \"$defs\": {\"x\": {\"type\": \"string\"}}}");
        Type second = external("b/p.json", "{\"$ref\": \"#/$defs/x\", \"$defs\": {\"x\": {\"type\": \"integer\"}}}");
        assertSays(
                object("a", first, "b", second), "{\"a\": \"\", \"b\": \"\"}", "/b expected an integer, got a string");
    }

    @Test
    void nothingIsFetched() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "\"http://127.0.0.1:" + server.getAddress().getPort() + "/x.json\"";
            for (String schema : List.of(
                    "{\"$ref\": " + url + "}",
                    "{\"$schema\": " + url + "}",
                    "{\"properties\": {\"a\": {\"$schema\": " + url + ", \"$id\": \"a\"}}}",
                    "{\"$dynamicRef\": " + url + "}",
                    "{\"$id\": " + url + ", \"$ref\": \"y.json\"}")) {
                assertThat(problems(schema)).as(schema).isNotEmpty();
            }
            assertThat(problems("{\"$id\": " + url + ", \"$ref\": \"#/$defs/a\", \"$defs\": {\"a\": {}}}"))
                    .isEmpty();
            assertThat(calls).hasValue(0);
        } finally {
            server.stop(0);
        }
    }
}
