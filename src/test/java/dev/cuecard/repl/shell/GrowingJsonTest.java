package dev.cuecard.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply is laid out while it arrives as it will be at its end, so that nothing that was seen moves. */
class GrowingJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"label\":\"good\",\"scores\":[1,2.5,-3e2],\"more\":{\"a\":null,\"b\":true}}",
                "[]",
                "{}",
                "{\"empty\":[],\"none\":{},\"blank\":[ ]}",
                "{ \"a\" : \"brackets { [ , : in text \\\" \\\\\" , \"b\":[ [ ] , [ {} ] ] }",
                "[\"日本😀\",\"\\u00e9\\n\"]",
                "{\n  \"laid\": [\n    \"out\"\n  ]\n}"
            })
    void eachBeginningIsABeginningOfTheWhole(String json) {
        String whole = GrowingJson.laidOut(json);
        assertThat(whole.replaceAll("\\s", "")).isEqualTo(json.replaceAll("\\s", ""));
        for (int end = 1; end < json.length(); end++) {
            assertThat(whole).as("after %d characters", end).startsWith(GrowingJson.laidOut(json.substring(0, end)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{\"a\":[1,2],\"b\":{}} ; {|  \"a\": [|    1,|    2|  ],|  \"b\": {}|}",
                "{\"a\":\"x{ ; {|  \"a\": \"x{",
                "{\"a\": ; {|  \"a\":",
                "[ ; [",
                "Sure! {\"a\":1} ; Sure! {\"a\":1}",
                "]} ; ]}"
            })
    void bracketsIndentByTwoAndOtherTextStaysAsItIs(String text, String wanted) {
        assertThat(GrowingJson.laidOut(text.strip())).isEqualTo(wanted.strip().replace('|', '\n'));
    }
}
