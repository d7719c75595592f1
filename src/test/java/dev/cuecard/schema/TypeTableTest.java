package dev.cuecard.schema;

import static dev.cuecard.schema.Make.declared;
import static dev.cuecard.schema.Make.external;
import static dev.cuecard.schema.Make.format;
import static dev.cuecard.schema.Make.integer;
import static dev.cuecard.schema.Make.json;
import static dev.cuecard.schema.Make.list;
import static dev.cuecard.schema.Make.literals;
import static dev.cuecard.schema.Make.map;
import static dev.cuecard.schema.Make.nullable;
import static dev.cuecard.schema.Make.number;
import static dev.cuecard.schema.Make.object;
import static dev.cuecard.schema.Make.text;
import static dev.cuecard.schema.Make.union;
import static dev.cuecard.schema.Make.use;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each row of the table of types: three values that fit and three that do not, through the validator. */
final class TypeTableTest {

    private record Row(Type type, List<String> fits, List<String> doesNot) {}

    private static final List<Row> TABLE = List.of(
            row(Types.STRING, "\"\"", "\"a\"", "\"null\"", "1", "null", "[]"),
            row(Types.NUMBER, "1", "-2.5", "1e400", "\"1\"", "true", "null"),
            row(Types.INTEGER, "0", "1.0", "12345678901234567890123", "1.5", "\"1\"", "1e-1"),
            row(Types.BOOLEAN, "true", "false", " true", "\"true\"", "1", "null"),
            row(Types.NULL, "null", " null", "null ", "0", "\"null\"", "false"),
            row(
                    format(Type.Format.Kind.DATE),
                    "\"2026-11-24\"",
                    "\"2024-02-29\"",
                    "\"1999-12-31\"",
                    "\"2026-02-29\"",
                    "\"24.11.2026\"",
                    "\"2026-11-24T00:00:00Z\""),
            row(
                    format(Type.Format.Kind.TIME),
                    "\"14:30:00Z\"",
                    "\"14:30:00.25+01:00\"",
                    "\"23:59:60Z\"",
                    "\"14:30\"",
                    "\"14:30:00\"",
                    "\"25:00:00Z\""),
            row(
                    format(Type.Format.Kind.DATETIME),
                    "\"2026-11-24T14:30:00Z\"",
                    "\"2026-11-24t14:30:00.5-08:00\"",
                    "\"2024-02-29T00:00:00Z\"",
                    "\"2026-11-24 14:30:00Z\"",
                    "\"2026-11-24T14:30:00\"",
                    "\"2026-13-24T14:30:00Z\""),
            row(
                    format(Type.Format.Kind.EMAIL),
                    "\"ada@example.com\"",
                    "\"a.b+c@d.org\"",
                    "\"x@[127.0.0.1]\"",
                    "\"ada\"",
                    "\"ada@\"",
                    "\"a b@example.com\""),
            row(
                    format(Type.Format.Kind.URI),
                    "\"https://example.com/a?b#c\"",
                    "\"urn:isbn:0451450523\"",
                    "\"mailto:ada@example.com\"",
                    "\"example.com\"",
                    "\"/a/b\"",
                    "\"https://a b\""),
            row(
                    format(Type.Format.Kind.UUID),
                    "\"123e4567-e89b-12d3-a456-426614174000\"",
                    "\"123E4567-E89B-12D3-A456-426614174000\"",
                    "\"00000000-0000-0000-0000-000000000000\"",
                    "\"123e4567e89b12d3a456426614174000\"",
                    "\"\"",
                    "\"g23e4567-e89b-12d3-a456-426614174000\""),
            row(text(1, 3), "\"a\"", "\"abc\"", "\"😀😀😀\"", "\"\"", "\"abcd\"", "1"),
            row(text(null, null, "^[A-Z]+$"), "\"A\"", "\"ABC\"", "\"ZZZZZZ\"", "\"\"", "\"Ab\"", "\"A1\""),
            row(text(null, 3, "^[A-Z]+$"), "\"A\"", "\"AB\"", "\"ABC\"", "\"ABCD\"", "\"abc\"", "\"\""),
            row(integer("1..5"), "1", "5", "3.0", "0", "6", "2.5"),
            row(number("0.."), "0", "0.1", "1e9", "-0.1", "-1", "\"0\""),
            row(number("0<..<1"), "0.5", "0.000001", "0.999999999999999999999", "0", "1", "1.0"),
            row(literals("a", "b"), "\"a\"", "\"b\"", " \"a\"", "\"c\"", "\"A\"", "null"),
            row(literals(1, 2), "1", "2", "1.0", "3", "\"1\"", "true"),
            row(literals("only"), "\"only\"", " \"only\"", "\"only\" ", "\"other\"", "1", "[\"only\"]"),
            row(list(Types.STRING), "[]", "[\"a\"]", "[\"a\", \"a\"]", "[1]", "\"a\"", "[\"a\", null]"),
            row(list(Types.INTEGER, 1, 3), "[1]", "[1, 2]", "[1, 2, 3]", "[]", "[1, 2, 3, 4]", "{}"),
            row(list(union(Types.STRING, Types.INTEGER)), "[]", "[1, \"a\"]", "[\"a\"]", "[true]", "[1.5]", "[[]]"),
            row(
                    object("a", Types.STRING, "b?", Types.INTEGER),
                    "{\"a\": \"\"}",
                    "{\"a\": \"\", \"b\": 1}",
                    "{\"b\": 1, \"a\": \"x\"}",
                    "{}",
                    "{\"a\": \"\", \"b\": null}",
                    "{\"a\": \"\", \"c\": 1}"),
            row(
                    object("a", Types.STRING, "..."),
                    "{\"a\": \"\"}",
                    "{\"a\": \"\", \"c\": 1}",
                    "{\"a\": \"\", \"c\": null}",
                    "{}",
                    "{\"c\": 1}",
                    "{\"a\": 1}"),
            row(map(Types.INTEGER), "{}", "{\"x\": 1}", "{\"x\": 1, \"\": 2}", "{\"x\": \"1\"}", "[]", "{\"x\": null}"),
            row(nullable(text(1, null)), "null", "\"a\"", "\"null\"", "\"\"", "0", "[]"),
            row(nullable(literals("a")), "null", "\"a\"", " null", "\"b\"", "0", "\"\""),
            row(union(Types.STRING, list(Types.STRING)), "\"a\"", "[\"a\"]", "[]", "[1]", "1", "null"),
            row(
                    union(object("k", literals("x"), "n", Types.INTEGER), object("k", literals("y"))),
                    "{\"k\": \"x\", \"n\": 1}",
                    "{\"k\": \"y\"}",
                    "{\"n\": 0, \"k\": \"x\"}",
                    "{\"k\": \"x\"}",
                    "{\"k\": \"y\", \"n\": 1}",
                    "{\"k\": \"z\"}"),
            row(
                    tree(),
                    "{\"name\": \"a\", \"children\": []}",
                    "{\"name\": \"a\", \"children\": [{\"name\": \"b\", \"children\": []}]}",
                    "{\"children\": [], \"name\": \"\"}",
                    "{\"name\": \"a\"}",
                    "{\"name\": \"a\", \"children\": [{\"name\": \"b\"}]}",
                    "{\"name\": \"a\", \"children\": [3]}"),
            row(
                    external(
                            "p.json",
                            "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/n\"}, \"$defs\": {\"n\": {\"type\": \"integer\", \"multipleOf\": 5}}}"),
                    "[]",
                    "[5]",
                    "[10, 15]",
                    "[1]",
                    "{}",
                    "[5, \"5\"]"));

    private static Row row(Type type, String... values) {
        return new Row(
                type, Arrays.asList(values).subList(0, 3), Arrays.asList(values).subList(3, 6));
    }

    private static Type tree() {
        Type.Declared tree = declared("Tree", null);
        tree.means(object("name", Types.STRING, "children", list(use(tree))));
        return use(tree);
    }

    @TestFactory
    Stream<DynamicTest> each() {
        return TABLE.stream()
                .map(row -> DynamicTest.dynamicTest(Types.show(row.type()), () -> {
                    Validator validator = Validator.compile(Schemas.full(row.type()));
                    row.fits()
                            .forEach(v -> assertThat(validator.validate(json(v)))
                                    .as(v)
                                    .isEmpty());
                    row.doesNot()
                            .forEach(v -> assertThat(validator.validate(json(v)))
                                    .as(v)
                                    .isNotEmpty());
                    if (!(row.type() instanceof Type.External)) {
                        row.fits()
                                .forEach(v -> assertThat(Types.fits(json(v), row.type()))
                                        .as(v)
                                        .isTrue());
                        row.doesNot()
                                .forEach(v -> assertThat(Types.fits(json(v), row.type()))
                                        .as(v)
                                        .isFalse());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> anyTakesAll() {
        Validator validator = Validator.compile(Schemas.full(Types.ANY));
        return Stream.of("null", "1", "\"a\"", "[1, {}]", "{\"a\": null}")
                .map(v -> DynamicTest.dynamicTest(
                        v, () -> assertThat(validator.validate(json(v))).isEmpty()));
    }
}
