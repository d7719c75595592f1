package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prompts that follow their files; the clock stands unless a test moves it. */
class LivePromptTest {

    private final PromptEngine engine = PromptEngine.builder().build();
    private final List<Code> refused = new ArrayList<>();
    private final List<String> reloaded = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final ReloadListener listener = new ReloadListener() {
        @Override
        public void refused(List<Diagnostic> findings) {
            refused.add(findings.get(0).code());
        }

        @Override
        public void reloaded(Prompt prompt) {
            reloaded.add(prompt.name());
        }
    };

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("lib.prompt"), "let tone = \"kind\"\n");
        Files.writeString(folder.resolve("cuecard.json"), "{}");
        file = folder.resolve("a.prompt");
        write("a", "Be {{ tone }}.");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(file, "prompt " + name + "\nimport { tone } from \"lib.prompt\"\nuser \"" + text + "\"\n");
    }

    private LivePrompt live() {
        return new LivePrompt(engine, file, listener, now::get);
    }

    private static String text(Prompt prompt) {
        return prompt.render(Map.of()).request().messages().get(0).content().toString();
    }

    @Test
    void aChangeIsSeenWhenTheIntervalIsOver() throws IOException {
        LivePrompt live = live();
        write("b", "Now {{ tone }}.");
        assertThat(live.get().name()).isEqualTo("a");
        now.addAndGet(LivePrompt.INTERVAL.toNanos());
        assertThat(live.get().name()).isEqualTo("b");
        assertThat(reloaded).containsExactly("b");
        now.addAndGet(LivePrompt.INTERVAL.toNanos());
        Prompt same = live.get();
        assertThat(live.reload()).isSameAs(same);
        assertThat(reloaded).hasSize(1);
    }

    @Test
    void aChangeOfAnImportOrTheConfigurationCounts() throws IOException {
        LivePrompt live = live();
        Files.writeString(folder.resolve("lib.prompt"), "let tone = \"firm\"\n");
        assertThat(text(live.reload())).contains("firm");
        Files.writeString(folder.resolve("cuecard.json"), "{\"languag\": 1}");
        live.reload();
        assertThat(refused).containsExactly(Code.P741);
        Files.writeString(folder.resolve("cuecard.json"), "{\"language\": 1}");
        live.reload();
        assertThat(reloaded).hasSize(2);
    }

    @Test
    void aVersionWithMistakesIsToldOnceAndTheLastGoodOneStays() throws IOException {
        LivePrompt live = live();
        write("c", "Be {{ tnoe }}.");
        assertThat(live.reload().name()).isEqualTo("a");
        live.reload();
        assertThat(refused).containsExactly(Code.P201);
        Files.delete(folder.resolve("lib.prompt"));
        live.reload();
        assertThat(refused).containsExactly(Code.P201, Code.P101);
        Files.delete(file);
        assertThat(text(live.reload())).contains("kind");
        assertThat(refused).containsExactly(Code.P201, Code.P101, Code.P102);
        files();
        assertThat(live.reload().name()).isEqualTo("a");
        assertThat(reloaded).containsExactly("a");
    }

    @Test
    void thereIsAGoodVersionToBeginWith() throws IOException {
        write("a", "{{ nothing }}");
        assertThatThrownBy(this::live).isInstanceOf(PromptException.class);
    }
}
