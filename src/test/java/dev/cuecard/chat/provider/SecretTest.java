package dev.cuecard.chat.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A key is taken out of whatever a server makes of it. */
class SecretTest {

    private static final String KEY = "tk_9f/Zq+7\"x&Lm3'Rv8=Wd2";
    private static final Secret SECRET = new Secret(KEY);

    static Stream<Arguments> echoes() {
        String base64 = Base64.getEncoder().encodeToString(("user:" + KEY).getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                Arguments.of("plain", KEY),
                Arguments.of("in a header", "Authorization: Bearer " + KEY),
                Arguments.of("in a URL", "https://x/?key=" + URLEncoder.encode(KEY, StandardCharsets.UTF_8) + "&b=1"),
                Arguments.of(
                        "in a URL in small letters",
                        "?k="
                                + URLEncoder.encode(KEY, StandardCharsets.UTF_8)
                                        .replace("%2F", "%2f")
                                        .replace("%2B", "%2b")
                                        .replace("%3D", "%3d")),
                Arguments.of("in JSON", "{\"k\":\"" + KEY.replace("\"", "\\\"") + "\"}"),
                Arguments.of("in JSON with slashes", KEY.replace("\"", "\\\"").replace("/", "\\/")),
                Arguments.of("in HTML", KEY.replace("&", "&amp;").replace("\"", "&quot;")),
                Arguments.of("in Base64", base64),
                Arguments.of("its beginning", "the key " + KEY.substring(0, 14) + "…"),
                Arguments.of("its end", "…" + KEY.substring(9)),
                Arguments.of("its middle", "<" + KEY.substring(4, 18) + ">"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("echoes")
    void anEchoIsMasked(String name, String text) {
        String masked = SECRET.mask(text);
        assertThat(masked).contains("***");
        for (int i = 0; i + 12 <= KEY.length(); i++) {
            assertThat(masked).doesNotContain(KEY.substring(i, i + 12));
        }
        if (name.equals("in Base64")) {
            assertThat(new String(Base64.getDecoder().decode("dXNlcjp0"), StandardCharsets.UTF_8))
                    .startsWith("user:");
            assertThat(masked.length()).isLessThan(text.length() / 2);
        }
    }

    @Test
    void everyAlignmentOfBase64IsMasked() {
        for (String before : new String[] {"", "a", "ab", "abc", "Bearer ", ":"}) {
            String text = Base64.getEncoder().encodeToString((before + KEY).getBytes(StandardCharsets.UTF_8));
            assertThat(SECRET.mask(text).replace("***", "")).hasSizeLessThanOrEqualTo(16);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nothing of the kind, nothing of the kind",
        "tk_9f is short, tk_9f is short",
        "'',''",
    })
    void otherTextStays(String text, String masked) {
        assertThat(SECRET.mask(text)).isEqualTo(masked);
    }

    @Test
    void maskingIsLinear() {
        String hostile = (KEY.substring(0, 11) + " ").repeat(800_000);
        long start = System.nanoTime();
        assertThat(SECRET.mask(hostile)).isEqualTo(hostile);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    /** However the text is cut, what is told of it never holds the key, and holds all else. */
    @Test
    void piecesNeverHoldTheKey() {
        Provider provider = ((ProviderReading.Usable) ProviderReading.of(
                        "x", "https://x.example", "here", KEY, Map.of("X-Key", "other-" + KEY), false))
                .provider();
        String text = "Your key is " + KEY + ", and tk_ begins others.";
        for (int size = 1; size <= text.length(); size++) {
            ReplyMask.Pieces pieces = provider.replyMask().pieces();
            StringBuilder told = new StringBuilder();
            for (int at = 0; at < text.length(); at += size) {
                told.append(pieces.next(text.substring(at, Math.min(text.length(), at + size))));
            }
            told.append(pieces.end());
            assertThat(told.toString())
                    .as("pieces of %s", size)
                    .startsWith("Your key is ")
                    .endsWith(", and tk_ begins others.")
                    .doesNotContain(KEY.substring(0, 12), KEY.substring(6, 18), KEY.substring(10));
        }
    }

    @Test
    void aKeyThatMayBeAWordStaysInReplies() {
        Provider provider = ((ProviderReading.Usable)
                        ProviderReading.of("x", "https://x.example", "here", "ollama", Map.of(), false))
                .provider();
        assertThat(provider.replyMask().mask("ollama is a llama")).isEqualTo("ollama is a llama");
        assertThat(provider.replyMask().pieces().next("olla")).isEqualTo("olla");
        assertThat(provider.mask("the key ollama is wrong")).isEqualTo("the key *** is wrong");
    }
}
