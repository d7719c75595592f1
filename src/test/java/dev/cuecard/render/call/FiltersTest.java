package dev.cuecard.render.call;

import static dev.cuecard.render.eval.Ir.call;
import static dev.cuecard.render.eval.Ir.eval;
import static dev.cuecard.render.eval.Ir.json;
import static dev.cuecard.render.eval.Ir.num;
import static dev.cuecard.render.eval.Ir.obj;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.Builtin;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.render.eval.Evaluated;
import dev.cuecard.render.eval.Ir;
import dev.cuecard.render.value.Numbers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each filter and function of the table. */
class FiltersTest {

    private static final String GRIN = "\uD83D\uDE00";

    private static void gives(Object value, Builtin builtin, Object... args) {
        Evaluated result = eval(call(builtin, args));
        assertThat(result.mistake()).isNull();
        assertThat(result.value()).isEqualTo(value == null ? null : json(value));
    }

    private static void stops(Code code, Builtin builtin, Object... args) {
        Evaluated result = eval(call(builtin, args));
        assertThat(result.mistake()).isNotNull();
        assertThat(result.mistake().code()).isEqualTo(code);
    }

    @Test
    void jsonAsStringifyLaysItOut() {
        gives("{\"a\":[1,\"x\"],\"b\":{}}", Builtin.JSON, obj("a", List.of(1, "x"), "b", Json.Obj.EMPTY));
        gives("{\n  \"a\": [\n    1\n  ],\n  \"b\": []\n}", Builtin.JSON, obj("a", List.of(1), "b", List.of()), 2);
        gives("\"text\"", Builtin.JSON, "text");
        gives("0.0000001", Builtin.JSON, num("1E-7"));
        stops(Code.P412, Builtin.JSON, 1, 11);
        stops(Code.P412, Builtin.JSON, 1, -1);
    }

    @Test
    void caseIgnoresTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            gives("TITLE", Builtin.UPPER, "title");
            gives("title", Builtin.LOWER, "TITLE");
        } finally {
            Locale.setDefault(before);
        }
        gives("STRASSE", Builtin.UPPER, "straße");
    }

    @Test
    void trimTakesTheWhiteSpaceOfUnicode() {
        gives("a b", Builtin.TRIM, " \t\r\n\u00A0\u3000a b\u2028 ");
        gives("", Builtin.TRIM, " \n ");
    }

    @Test
    void replaceSplitJoinAndLines() {
        gives("a-b-c", Builtin.REPLACE, "a, b, c", ", ", "-");
        stops(Code.P412, Builtin.REPLACE, "abc", "", "x");
        gives(List.of("a", "b", ""), Builtin.SPLIT, "a, b, ", ", ");
        gives(List.of(""), Builtin.SPLIT, "", ",");
        gives(List.of("a", GRIN), Builtin.SPLIT, "a" + GRIN, "");
        gives("a, 1, [2]", Builtin.JOIN, List.of("a", 1, List.of(2)), ", ");
        gives("", Builtin.JOIN, List.of(), ", ");
        gives(List.of("a", "b", "", "c"), Builtin.LINES, "a\r\nb\n\nc\n");
        gives(List.of(), Builtin.LINES, "");
        gives(List.of(""), Builtin.LINES, "\n");
        gives(List.of("a\rb"), Builtin.LINES, "a\rb");
    }

    @Test
    void whatGrowsIsStoppedBeforeItIsMade() {
        stops(Code.P415, Builtin.REPLACE, "a".repeat(1_000_000), "a", "b".repeat(1_000_000));
        stops(Code.P415, Builtin.INDENT, "a\nb", Integer.MAX_VALUE);
    }

    @Test
    void truncateCountsCodePoints() {
        gives("abc", Builtin.TRUNCATE, "abc", 3);
        gives("ab…", Builtin.TRUNCATE, "abcd", 3);
        gives(GRIN + GRIN, Builtin.TRUNCATE, GRIN + GRIN, 2);
        gives("…", Builtin.TRUNCATE, GRIN + GRIN, 1);
        gives("", Builtin.TRUNCATE, "abc", 0);
        stops(Code.P412, Builtin.TRUNCATE, "abc", -1);
        stops(Code.P412, Builtin.TRUNCATE, "abc", num("1.5"));
    }

    @Test
    void indentLeavesEmptyLinesAlone() {
        gives("  a\n\n  b\r\n\r\n  c\n", Builtin.INDENT, "a\n\nb\r\n\r\nc\n", 2);
        gives("", Builtin.INDENT, "", 2);
    }

    @Test
    void bulletsAndNumbersHang() {
        gives("- a\n- b\n  c\n\n  d", Builtin.BULLETS, List.of("a", "b\nc\n\nd"));
        gives("- 1\n- [2]", Builtin.BULLETS, List.of(1, List.of(2)));
        gives("", Builtin.BULLETS, List.of());
        List<String> ten = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9\nx", "10\nx");
        gives("1. 1\n2. 2\n3. 3\n4. 4\n5. 5\n6. 6\n7. 7\n8. 8\n9. 9\n   x\n10. 10\n    x", Builtin.NUMBERED, ten);
    }

    @Test
    void listsAndObjects() {
        gives(2, Builtin.LENGTH, "a" + GRIN);
        gives(2, Builtin.LENGTH, List.of(1, 2));
        gives(1, Builtin.LENGTH, obj("a", 1));
        gives(1, Builtin.FIRST, List.of(1, 2));
        gives(2, Builtin.LAST, List.of(1, 2));
        gives(null, Builtin.FIRST, List.of());
        gives(List.of(num("1.5"), 2, 10), Builtin.SORT, List.of(10, num("1.5"), 2));
        gives(List.of("B", "a", "é", "\uFFEE", GRIN), Builtin.SORT, List.of(GRIN, "\uFFEE", "é", "a", "B"));
        gives(
                List.of(obj("n", 1, "x", "second"), obj("n", 2), obj("n", num("2.0"), "x", "later")),
                Builtin.SORT,
                List.of(obj("n", 2), obj("n", num("2.0"), "x", "later"), obj("n", 1, "x", "second")),
                "n");
        stops(Code.P411, Builtin.SORT, List.of(1, "a"));
        stops(Code.P410, Builtin.SORT, List.of(obj("a", 1)), "b");
        gives(
                List.of(1, "1", List.of(num("2.0"))),
                Builtin.UNIQUE,
                List.of(1, num("1.0"), "1", List.of(num("2.0")), List.of(2)));
        gives(List.of(2, 1), Builtin.REVERSE, List.of(1, 2));
        gives(GRIN + "a", Builtin.REVERSE, "a" + GRIN);
        gives(List.of("b", "a"), Builtin.KEYS, obj("b", 1, "a", 2));
        gives(List.of(1, 2), Builtin.VALUES, obj("b", 1, "a", 2));
        gives(json(java.util.Arrays.asList(1, null)), Builtin.MAP, List.of(obj("a", 1), obj("b", 2)), "a");
        gives(List.of(obj("a", num("1.0"))), Builtin.WHERE, List.of(obj("a", num("1.0")), obj("a", 2)), "a", 1);
        stops(Code.P411, Builtin.KEYS, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 0, 3",
        "-2.5, 0, -3",
        "2.4, 0, 2",
        "1.005, 2, 1.01",
        "1.5, 3, 1.5",
        "1234, -2, 1200",
        "0.049, 1, 0",
    })
    void roundTakesHalvesAwayFromZero(String value, int digits, String text) {
        assertThat(Numbers.text(Numbers.round(num(value) instanceof Json.Num n ? n.value() : null, digits, Ir.AT)
                        .value()))
                .isEqualTo(text);
    }

    @Test
    void xmlEscapesFiveCharacters() {
        gives("&amp;&lt;&gt;&quot;&apos; é", Builtin.XML, "&<>\"' é");
    }

    @Test
    void matchesFindsAPart() {
        gives(true, Builtin.MATCHES, "order 1234", "\\d{4}");
        gives(false, Builtin.MATCHES, "order 1234", "^\\d+$");
        gives(false, Builtin.MATCHES, "a".repeat(50_000) + "!", "^(a+)+$");
        stops(Code.P412, Builtin.MATCHES, "a", "(");
    }

    @Test
    void fencesAreLongerThanWhatTheyHold() {
        gives("```\ntext\n```", Builtin.FENCE, "text");
        gives("```\ntext\n\n```", Builtin.FENCE, "text\n\n");
        gives("```\n\n```", Builtin.FENCE, "");
        gives("````\n```json\n{}\n```\n````", Builtin.FENCE, "```json\n{}\n```\r\n");
        gives("```text\na ` and `` b\n```", Builtin.FENCE, "a ` and `` b", "text");
        gives("``````\n`````\n``````", Builtin.FENCE, "`````");
        gives("```\n[1]\n```", Builtin.FENCE, List.of(1));
    }

    @Test
    void trustedIsTheSameText() {
        gives("a", Builtin.TRUSTED, "a", "our own wiki");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a.png", "HTTPS://example.org/", "data:image/png;base64,AAAA"})
    void picturesComeFromHttpsAndDataUrls(String url) {
        gives(obj("type", "image_url", "image_url", obj("url", url)), Builtin.IMAGE, url);
        gives(obj("type", "image_url", "image_url", obj("url", url, "detail", "low")), Builtin.IMAGE, url, "low");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a.png",
                "/etc/passwd",
                "file:///etc/passwd",
                "https://",
                "",
                "https://a b",
                "data:text/html,x",
                "javascript:x",
                "https://a\nb"
            })
    void otherPicturesAreMistakes(String url) {
        stops(Code.P419, Builtin.IMAGE, url);
    }

    @Test
    void rangeGoesUpToItsEnd() {
        gives(List.of(2, 3), Builtin.RANGE, 2, 4);
        gives(List.of(), Builtin.RANGE, 4, 2);
        gives(List.of(), Builtin.RANGE, num("1e9000"), 2);
        stops(Code.P414, Builtin.RANGE, 0, num("1e9000"));
        stops(Code.P414, Builtin.RANGE, 0, 100_001);
        stops(Code.P412, Builtin.RANGE, 0, num("1.5"));
    }
}
