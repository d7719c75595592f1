package dev.cuecard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cuecard.diagnostic.Source;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReaderTest {

    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    @Test
    void valuesKeepOrderAndDigits() {
        Json value = parsed(" {\"b\": [1, -2.50, 1E5, 0], \"a\": {\"x\": null, \"y\": true}, \"\": \"\"}\n")
                .value();
        assertThat(JsonText.compact(value))
                .isEqualTo("{\"b\":[1,-2.50,1E+5,0],\"a\":{\"x\":null,\"y\":true},\"\":\"\"}");
    }

    @Test
    void escapesAreUnderstood() {
        assertThat(parsed("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\\ud800x\"")
                        .value())
                .isEqualTo(Json.of("a\"\\/\b\f\n\r\té😀\ud800x"));
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(parsed("\ufeff1").value()).isEqualTo(Json.of(1));
    }

    @Test
    void everyValueAndNameHasItsPlace() {
        JsonDocument document = parsed("{\"😀\": [10, {\"a/b\": \"x\"}],\n \"m~n\" : {}, \"0\": [\"i\"], \"\": true }");
        assertThat(document.span("").text()).isEqualTo(document.source().text());
        assertThat(document.span("/😀/0").text()).isEqualTo("10");
        assertThat(document.span("/😀/0").column()).isEqualTo(8);
        assertThat(document.span("/😀/1/a~1b").text()).isEqualTo("\"x\"");
        assertThat(document.keySpan("/😀/1/a~1b").text()).isEqualTo("\"a/b\"");
        assertThat(document.span("/m~0n").text()).isEqualTo("{}");
        assertThat(document.keySpan("/m~0n").line()).isEqualTo(2);
        assertThat(document.span("/0/0").text()).isEqualTo("\"i\"");
        assertThat(document.span("/").text()).isEqualTo("true");
    }

    @Test
    void whatIsNotThereIsSoughtInWhatWouldHoldIt() {
        JsonDocument document = parsed("{\"a\": {\"b\": [1]}}");
        assertThat(document.span("/a/missing").text()).isEqualTo("{\"b\": [1]}");
        assertThat(document.span("/a/b/7").text()).isEqualTo("[1]");
        assertThat(document.span("/a/b/-1").text()).isEqualTo("[1]");
        assertThat(document.keySpan("/a/b/0").text()).isEqualTo("1");
        assertThat(document.keySpan("").text()).isEqualTo("{\"b\": [1]}".replace("{\"b", "{\"a\": {\"b") + "}");
    }

    @Test
    void aPartOfATextIsReadWhereItStands() {
        Source source = new Source("reply", "Sure: {\"a\": 1} and more");
        JsonReading all = JsonText.parse(source.span(6, 14));
        assertThat(all)
                .isInstanceOfSatisfying(
                        JsonReading.Parsed.class,
                        parsed ->
                                assertThat(parsed.document().span("/a").start()).isEqualTo(12));
        JsonReading first = JsonText.parseFirst(source.span(6, source.text().length()));
        assertThat(first)
                .isInstanceOfSatisfying(
                        JsonReading.Parsed.class,
                        parsed -> assertThat(parsed.document().span().end()).isEqualTo(14));
        assertThat(JsonText.parse(source.span(6, 13)))
                .isInstanceOfSatisfying(
                        JsonReading.Malformed.class,
                        malformed -> assertThat(malformed.unfinished()).isTrue());
    }

    /** The text with the wrong part between ⟦ and ⟧, and what is said of it. */
    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("⟦⟧", "expected a value, got the end of the text"),
                arguments("  \n⟦⟧", "expected a value, got the end of the text"),
                arguments("⟦nope⟧", "expected a value, got `nope`"),
                arguments("{\"a\": ⟦NaN⟧}", "expected a value, got `NaN`"),
                arguments("[⟦True⟧]", "expected a value or `]`, got `True`"),
                arguments("[⟦'⟧a']", "expected a value or `]`, got `'`"),
                arguments("[1, ⟦]⟧", "expected another value after the comma, got `]`"),
                arguments("[1 ⟦2⟧]", "expected `,` or `]`, got `2`"),
                arguments("[1⟦}⟧", "expected `,` or `]`, got `}`"),
                arguments("{\"a\": 1, ⟦}⟧", "expected another name in double quotes after the comma, got `}`"),
                arguments("{\"a\": 1 ⟦\"b\"⟧: 2}", "expected `,` or `}`, got `\"b\"`"),
                arguments("{⟦a⟧: 1}", "expected a name in double quotes or `}`, got `a`"),
                arguments("{\"a\" ⟦1⟧}", "expected `:`, got `1`"),
                arguments("{\"a\": ⟦}⟧", "expected a value, got `}`"),
                arguments("{\"a\": 1} ⟦//⟧ ok", "expected the end of the text, got `//`"),
                arguments("[1]⟦]⟧", "expected the end of the text, got `]`"),
                arguments("{\"a\": 1, ⟦\"a\"⟧: 2}", "`a` is given a second time"),
                arguments("{\"a\": ⟦{⟧\"b\": 1", "this `{` is never closed"),
                arguments("⟦{⟧\"b\": [1], ", "this `{` is never closed"),
                arguments("[⟦\"⟧abc", "this string is never closed"),
                arguments("[⟦\"⟧abc\n  ", "this string is never closed"),
                arguments("⟦\"⟧abc\\", "this string is never closed"),
                arguments("⟦\"⟧abc\\u12", "this string is never closed"),
                arguments("[\"abc⟦\n⟧\"]", "a line break in a string, where JSON has `\\n`"),
                arguments("[\"a⟦\t⟧\"]", "a tab in a string, where JSON has `\\t`"),
                arguments("[\"a⟦\u0001⟧\"]", "a control character in a string, where JSON has `\\u0001`"),
                arguments("\"⟦\\x⟧\"", "expected an escape such as `\\n`, got `\\x`"),
                arguments("\"⟦\\😀⟧\"", "expected an escape such as `\\n`, got `\\😀`"),
                arguments("\"⟦\\u12⟧zz\"", "expected four hexadecimal digits after `\\u`, got `zz`"),
                arguments("⟦01⟧", "expected a number without leading zeros, got `01`"),
                arguments("⟦-007.5⟧", "expected a number without leading zeros, got `-007.5`"),
                arguments("⟦1.⟧", "expected a digit after `1.`"),
                arguments("[⟦1.⟧]", "expected a digit after `1.`, got `]`"),
                arguments("[⟦-⟧a]", "expected a digit after `-`, got `a`"),
                arguments("⟦1e⟧", "expected a digit after `1e`"),
                arguments("⟦12kg⟧", "expected a number, got `12kg`"),
                arguments("⟦1.2.3⟧", "expected a number, got `1.2.3`"),
                arguments("⟦+⟧1", "expected a value, got `+`"),
                arguments("⟦.⟧5", "expected a value, got `.`"),
                arguments("⟦96E2156377875055758⟧", "a number with an exponent beyond ±9,999"),
                arguments("⟦1e-10000⟧", "a number with an exponent beyond ±9,999"),
                arguments("⟦" + "1".repeat(10_001) + "⟧", "a number of more than 10,000 digits"),
                arguments("⟦\u00a0⟧1", "expected a value, got `\\u00a0`, a blank that is not one of JSON"),
                arguments("⟦\u202e⟧1", "expected a value, got `\\u202e`"),
                arguments("[".repeat(1000) + "⟦[⟧", "more than 1,000 brackets are open here"),
                arguments("⟦`⟧``json", "expected a value, got ```"));
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String marked, String problem) {
        String text = marked.replaceAll("[⟦⟧]", "");
        int start = marked.indexOf('⟦');
        int end = marked.indexOf('⟧') - 1;
        assertThat(read(text)).isInstanceOfSatisfying(JsonReading.Malformed.class, malformed -> {
            assertThat(malformed.problem()).isEqualTo(problem);
            assertThat(List.of(malformed.at().start(), malformed.at().end())).isEqualTo(List.of(start, end));
        });
    }

    @Test
    void theOtherPlaceOfTheStoryIsTold() {
        assertThat(read("{\"a\": 1, \"a\": 2}"))
                .isInstanceOfSatisfying(
                        JsonReading.Malformed.class,
                        malformed -> assertThat(malformed.related())
                                .singleElement()
                                .satisfies(label ->
                                        assertThat(label.span().start()).isEqualTo(1)));
        assertThat(read("{\"a\": 1 "))
                .isInstanceOfSatisfying(
                        JsonReading.Malformed.class,
                        malformed -> assertThat(malformed.related())
                                .singleElement()
                                .satisfies(label ->
                                        assertThat(label.span().start()).isEqualTo(8)));
    }

    @Test
    void limitsAreInclusive() {
        assertThat(parsed("[".repeat(1000) + "]".repeat(1000)).value()).isInstanceOf(Json.Arr.class);
        assertThat(parsed("1e9999").value()).isEqualTo(Json.of(new BigDecimal("1e9999")));
        assertThat(parsed("1e-009999").value()).isEqualTo(Json.of(new BigDecimal("1e-9999")));
        assertThat(parsed("1".repeat(10_000)).value()).isInstanceOf(Json.Num.class);
    }

    @Test
    void tenMegabytesTakeLinearTime() {
        String item = "{\"name\": \"some \\\"text\\\" of a reply\", \"n\": 12345.678, \"deep\": [[[[true]]]]},";
        String text = "[" + item.repeat(10_000_000 / item.length()) + "0]";
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> parsed(text));
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> parsed("\"" + "x\\n".repeat(3_000_000) + "\""));
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> read("[".repeat(10_000_000)));
        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> parsed("[" + "1".repeat(9_999).concat(",").repeat(100) + "0]"));
    }

    /** Every proper beginning of a text is unfinished, but for numbers, whose beginnings are numbers too. */
    @Test
    void aCutTextIsUnfinished() {
        String text = "{\"a\": [true, null, \"x\\u00e9\"], \"b\": {\"c\": false}}";
        for (int cut = 0; cut < text.length(); cut++) {
            JsonReading reading = read(text.substring(0, cut));
            assertThat(reading).isInstanceOf(JsonReading.Malformed.class);
            boolean insideWord = text.substring(0, cut).matches(".*[: ,\\[](t|tr|tru|n|nu|nul|f|fa|fal|fals)");
            assertThat(((JsonReading.Malformed) reading).unfinished()).isEqualTo(!insideWord);
        }
    }

    @Provide
    Arbitrary<String> nearlyJson() {
        return Arbitraries.of(
                        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\"", "\\n", "\\u00e9", "1", "0", "-", ".",
                        "e5", "+", "true", "null", "fals", " ", "\n", "\t", "\"a\":", "1.50", "😀", "//", "\\x",
                        "\u00a0")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 20_000)
    void whatJacksonTakesIsTakenAndNothingElse(@ForAll("nearlyJson") String text) {
        JsonReading reading = read(text);
        JsonNode expected;
        try {
            expected = JACKSON.readTree(text);
        } catch (JacksonException e) {
            assertThat(reading).isInstanceOf(JsonReading.Malformed.class);
            return;
        }
        if (expected.isMissingNode()) {
            assertThat(reading).isInstanceOf(JsonReading.Malformed.class);
        } else {
            assertThat(reading)
                    .isInstanceOfSatisfying(
                            JsonReading.Parsed.class,
                            parsed -> assertThat(JACKSON.readTree(
                                            JsonText.compact(parsed.document().value())))
                                    .isEqualTo(expected));
        }
    }

    private static JsonReading read(String text) {
        return JsonText.parse(new Source("reply", text));
    }

    private static JsonDocument parsed(String text) {
        JsonReading reading = read(text);
        assertThat(reading).isInstanceOf(JsonReading.Parsed.class);
        return ((JsonReading.Parsed) reading).document();
    }
}
