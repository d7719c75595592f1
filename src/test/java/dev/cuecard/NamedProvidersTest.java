package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.chat.http.RawServer;
import dev.cuecard.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several providers in one engine, their keys given as values. */
class NamedProvidersTest {

    private static final String REPLY =
            "{\"choices\":[{\"message\":{\"content\":\"Hi!\"},\"finish_reason\":\"stop\"}]}";
    private static final String TEXT = "prompt greet\n\nmodel \"local/small\"\n\nuser \"Hello!\"\n";

    @Test
    void eachModelGoesToItsProvider() throws Exception {
        try (RawServer standard = RawServer.answering(200, "", REPLY);
                RawServer local = RawServer.answering(200, "", REPLY);
                PromptEngine engine = PromptEngine.builder()
                        .apiKey("standard-key")
                        .baseUrl(standard.baseUrl())
                        .provider("local", local.baseUrl(), "local-key", Map.of("X-Team", "search"))
                        .provider("other", local.baseUrl(), null)
                        .build()) {
            Prompt prompt = engine.load("greet.prompt", TEXT);
            assertThat(prompt.run(Map.of()).envelope().provider()).isEqualTo("local");
            assertThat(local.request())
                    .contains("Bearer local-key", "X-Team: search", "\"model\":\"small\"")
                    .doesNotContain("standard-key");
            RunOptions options = RunOptions.DEFAULT;
            assertThat(prompt.run(Map.of(), options.withModel("other/tiny")).isValid())
                    .isTrue();
            assertThat(local.request()).contains("\"model\":\"tiny\"").doesNotContain("Authorization");
            assertThat(prompt.run(Map.of(), options.withModel("unknown/x")).isValid())
                    .isTrue();
            assertThat(standard.request()).contains("Bearer standard-key", "\"model\":\"unknown/x\"");
            // One HTTP client, whoever is asked.
            assertThat(Thread.getAllStackTraces().keySet().stream()
                            .map(Thread::getName)
                            .filter(name -> name.startsWith("cuecard-http"))
                            .map(name -> name.replaceAll("\\d+", ""))
                            .distinct())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void theProgramsProviderHidesThatOfTheProject(@TempDir Path folder) throws Exception {
        try (RawServer local = RawServer.answering(200, "", REPLY);
                RawServer stranger = RawServer.answering(200, "", REPLY)) {
            Path file = project(folder, stranger);
            try (PromptEngine engine = PromptEngine.builder()
                    .provider("local", local.baseUrl(), "local-key")
                    .build()) {
                assertThat(engine.load(file).run(Map.of()).isValid()).isTrue();
            }
            assertThat(local.request()).contains("Bearer local-key");
            assertThat(stranger.requestsLeft()).isZero();
        }
    }

    @Test
    void noVariableIsReadUnlessTheProgramGivesIt(@TempDir Path folder) throws Exception {
        try (RawServer stranger = RawServer.answering(200, "", REPLY)) {
            Path file = project(folder, stranger);
            try (PromptEngine engine = PromptEngine.builder().build()) {
                assertThatThrownBy(() -> engine.load(file).run(Map.of()))
                        .isInstanceOf(PromptException.class)
                        .hasMessageContaining("P707")
                        .hasMessageContaining(".provider(\"local\", \"" + stranger.baseUrl() + "\", key)");
            }
            assertThat(stranger.requestsLeft()).isZero();
            try (PromptEngine engine = PromptEngine.builder()
                    .environment(Map.of("LOCAL_KEY", "local-key", "CUECARD_ALLOW_PROVIDER", "local@127.0.0.1"))
                    .build()) {
                assertThat(engine.load(file).run(Map.of()).isValid()).isTrue();
            }
            assertThat(stranger.request()).contains("Bearer local-key");
        }
    }

    private static Path project(Path folder, RawServer server) throws IOException {
        Files.writeString(
                folder.resolve("cuecard.json"),
                "{\"providers\": {\"local\": {\"base_url\": \"" + server.baseUrl()
                        + "\", \"key_env\": \"LOCAL_KEY\"}}}");
        return Files.writeString(folder.resolve("greet.prompt"), TEXT);
    }

    @Test
    void aProviderThatCannotBeUsedFailsEachCall() throws Exception {
        try (PromptEngine engine = PromptEngine.builder()
                .provider("local", "http://models.example/v1", "key")
                .build()) {
            Result result = engine.load("greet.prompt", TEXT).run(Map.of());
            assertThat(result.findings()).extracting(one -> one.code()).containsExactly(Code.P703);
        }
        assertThatThrownBy(() -> PromptEngine.builder().provider("a/b", "https://models.example", null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
