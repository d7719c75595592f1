package dev.cuecard.chat.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderTest {

    private static final String KEY = "sk-0123456789abcdef";

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, https://api.openai.com/v1/chat/completions, api.openai.com",
        "https://api.openai.com/v1/, https://api.openai.com/v1/chat/completions, api.openai.com",
        "https://api.example.com, https://api.example.com/chat/completions, api.example.com",
        "http://127.0.0.1:8081/v1, http://127.0.0.1:8081/v1/chat/completions, 127.0.0.1:8081",
        "http://localhost:8081/v1, http://localhost:8081/v1/chat/completions, localhost:8081",
        "http://[::1]:8081/v1, http://[::1]:8081/v1/chat/completions, [::1]:8081",
        "https://x.example/a%20b?v=1, https://x.example/a%20b/chat/completions?v=1, x.example",
        "' https://x.example/v1\n', https://x.example/v1/chat/completions, x.example",
    })
    void usable(String baseUrl, String endpoint, String address) {
        Provider provider = usable(of(baseUrl));
        assertThat(provider.endpoint("chat/completions")).hasToString(endpoint);
        assertThat(provider.address()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "'', P702",
        "localhost:8081/v1, P702",
        "api.openai.com/v1, P702",
        "ftp://x.example/v1, P702",
        "https:///v1, P702",
        "https://, P702",
        "https://x y.example/v1, P702",
        "https://x.example:0/v1, P702",
        "https://x.example:65536/v1, P702",
        "https://x.example/v1#a, P702",
        "https://under_score.example/v1, P702",
        "http://x.example/v1, P703",
        "http://127.0.0.1.x.example/v1, P703",
        "http://localhost.x.example/v1, P703",
        "http://10.0.0.1/v1, P703",
        "https://user:pw@x.example/v1, P704",
        "http://user:pw@127.0.0.1/v1, P704",
        "https://user:p w@x.example/v1, P702",
    })
    void refused(String baseUrl, Code code) {
        Diagnostic diagnostic = refused(of(baseUrl));
        assertThat(diagnostic.code()).isEqualTo(code);
        assertThat(shown(diagnostic)).doesNotContain("pw@", "p w@", KEY);
    }

    @Test
    void plainHttpWhenAllowed() {
        assertThat(ProviderReading.of("x", "http://10.0.0.1/v1", "here", null, Map.of(), true))
                .isInstanceOf(ProviderReading.Usable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ke y1", "a\nb", "a\r\nX-Evil: 1", "ключ", "a\u0000"})
    void keyThatCannotBeSent(String key) {
        Diagnostic diagnostic = refused(ProviderReading.of("x", "https://x.example", "here", key, Map.of(), false));
        assertThat(diagnostic.code()).isEqualTo(Code.P705);
        assertThat(shown(diagnostic)).doesNotContain(key);
    }

    @Test
    void blanksAroundAKeyAreDropped() {
        Provider provider =
                usable(ProviderReading.of("x", "https://x.example", "here", " " + KEY + "\n", Map.of(), false));
        assertThat(provider.key()).isEqualTo(new Secret(KEY));
    }

    @ParameterizedTest
    @CsvSource({
        "X-Team, 'a\nb'",
        "X-Team, 'a\r\nX-Evil: 1'",
        "X-Team, ключ",
        "'X Team', a",
        "'', a",
        "Host, a",
        "content-length, 5",
        "'X:Y', a"
    })
    void headerThatCannotBeSent(String name, String value) {
        Diagnostic diagnostic =
                refused(ProviderReading.of("x", "https://x.example", "here", null, Map.of(name, value), false));
        assertThat(diagnostic.code()).isEqualTo(Code.P705);
    }

    @Test
    void nothingShowsASecret() {
        Provider provider = usable(ProviderReading.of(
                "x", "https://x.example", "here", KEY, Map.of("api-key", "another-secret", "X-Team", "search"), false));
        assertThat(provider.toString()).doesNotContain(KEY, "another-secret");
        assertThat(new Secret(KEY).toString()).isEqualTo("***");
        assertThat(provider.mask("search for " + KEY + " and another-secret")).isEqualTo("search for *** and ***");
    }

    @Test
    void masksOtherKeysAndEncodedOnes() {
        assertThat(new Secret("a+b/c=d&e!").mask("?k=a%2Bb%2Fc%3Dd%26e%21&x")).isEqualTo("?k=***&x");
        assertThat(Secret.maskLikely("use sk-proj-abc_DEF123 or Bearer abcdef123, not task-force"))
                .isEqualTo("use *** or ***, not task-force");
    }

    @Test
    void shortKeysAreMaskedAsWordsOnly() {
        assertThat(new Secret("none").mask("nonetheless none, \"none\"")).isEqualTo("nonetheless ***, \"***\"");
    }

    @Test
    void theBuiltInProvider() {
        Provider provider = usable(new OpenAi(new Secret(KEY), null, "org-1", "").provider(false));
        assertThat(provider.baseUri()).hasToString("https://api.openai.com/v1");
        assertThat(provider.headers()).containsExactly(Map.entry("OpenAI-Organization", "org-1"));
        assertThat(usable(new OpenAi(new Secret(KEY), " ", null, null).provider(false))
                        .baseUri())
                .hasToString("https://api.openai.com/v1");
    }

    @Test
    void withoutAKeyThereAreThreeWaysOn() {
        Diagnostic diagnostic = refused(new OpenAi(null, null, null, null).provider(false));
        assertThat(shown(diagnostic)).isEqualTo("""
                error[P701]: no API key for the provider `openai`
                  = note: the environment variable `OPENAI_API_KEY` is not set, and `api.openai.com` wants a key
                  = note: the three ways on: set the key (`OPENAI_API_KEY`); configure another provider (`OPENAI_BASE_URL`, a server on this machine needs no key); or use the built-in simulator (`--model sim`)
                  = help: to try it without a key: --model sim
                """);
    }

    @Test
    void inAProgramTheWaysOnAreThoseOfAProgram() {
        assertThat(shown(refused(new OpenAi(null, null, null, null).ofProgram())))
                .isEqualTo("""
                error[P701]: no API key for the provider `openai`
                  = note: `api.openai.com` wants a key, and the program has given the engine none
                  = note: the three ways on: give the builder the key (`apiKey`) or the variables (`environment`, with `OPENAI_API_KEY` among them); another provider (`baseUrl`, a server on this machine needs no key); or the built-in simulator (the model `sim`)
                  = help: to try it without a key: model "sim"
                """);
        assertThat(shown(refused(new OpenAi(null, "no url", null, null).ofProgram())))
                .contains("it comes from the builder of the engine");
    }

    @Test
    void aServerOnThisMachineNeedsNoKey() {
        assertThat(usable(new OpenAi(null, "http://127.0.0.1:8081/v1", null, null).provider(false))
                        .key())
                .isNull();
        assertThat(refused(new OpenAi(null, "https://x.example/v1", null, null).provider(false))
                        .code())
                .isEqualTo(Code.P701);
    }

    private static ProviderReading of(String baseUrl) {
        return ProviderReading.of("openai", baseUrl, "`OPENAI_BASE_URL`", KEY, Map.of(), false);
    }

    private static Provider usable(ProviderReading reading) {
        assertThat(reading).isInstanceOf(ProviderReading.Usable.class);
        return ((ProviderReading.Usable) reading).provider();
    }

    private static Diagnostic refused(ProviderReading reading) {
        assertThat(reading).isInstanceOf(ProviderReading.Refused.class);
        return ((ProviderReading.Refused) reading).diagnostic();
    }

    private static String shown(Diagnostic diagnostic) {
        return DiagnosticRenderer.plain().render(diagnostic);
    }
}
