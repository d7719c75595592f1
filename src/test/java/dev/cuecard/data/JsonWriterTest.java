package dev.cuecard.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.diagnostic.Source;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void theLayoutIsThatOfStringify() {
        Json value = Json.object()
                .put("a", Json.array(List.of(Json.of(1), Json.of("x"))))
                .put("b", Json.array(List.of()))
                .put("c", Json.Obj.EMPTY)
                .put("d", Json.object().put("e", Json.nil()).done())
                .done();
        assertThat(JsonText.compact(value)).isEqualTo("{\"a\":[1,\"x\"],\"b\":[],\"c\":{},\"d\":{\"e\":null}}");
        assertThat(JsonText.pretty(value, 2)).isEqualTo("""
                        {
                          "a": [
                            1,
                            "x"
                          ],
                          "b": [],
                          "c": {},
                          "d": {
                            "e": null
                          }
                        }""");
    }

    @Test
    void stringsEscapeWhatStringifyEscapes() {
        assertThat(JsonText.compact(Json.of("\"\\/\b\f\n\r\t\u0000\u001f\u007fé\u2028😀")))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007fé\u2028😀\"");
        assertThat(JsonText.compact(Json.of("\ud83d\ude00\ud83d \ude00\ud83d")))
                .isEqualTo("\"😀\\ud83d \\ude00\\ud83d\"");
    }

    @Provide
    Arbitrary<Json> json() {
        Arbitrary<String> text = Arbitraries.strings().all().ofMaxLength(8);
        Arbitrary<Json> leaf = Arbitraries.oneOf(
                text.map(Json::of),
                Arbitraries.bigDecimals().map(Json::of),
                Arbitraries.of(Json.nil(), Json.of(true), Json.of(false)));
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        leaf,
                        inner.list().ofMaxSize(3).map(Json::array),
                        Arbitraries.maps(text, inner).ofMaxSize(3).map(Json.Obj::new)),
                3);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenReadsAsItWas(@ForAll("json") Json value) {
        assertThat(read(JsonText.compact(value))).isEqualTo(value);
        assertThat(read(JsonText.pretty(value, 2))).isEqualTo(value);
    }

    private static Json read(String text) {
        return ((JsonReading.Parsed) JsonText.parse(new Source("value", text)))
                .document()
                .value();
    }
}
