package dev.cuecard.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.Rendering;
import dev.cuecard.RunOptions;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.repl.live.LiveSession;
import dev.cuecard.repl.state.History;
import dev.cuecard.repl.state.Surroundings;
import dev.cuecard.syntax.format.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a session saves is the prompt that it has loaded, whatever that is. */
class GallerySessionTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheGallery() throws IOException {
        ScriptedSession.copy(Path.of("prompts"), folder.resolve("prompts"));
    }

    @TestFactory
    List<DynamicTest> whatIsLoadedAndSavedMakesTheSameRequests() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("prompts"))) {
            return files.filter(file -> file.toString().endsWith(".prompt"))
                    .sorted()
                    .map(file -> dynamicTest(
                            file.getFileName().toString(),
                            () -> isKept(file.getFileName().toString())))
                    .toList();
        }
    }

    private void isKept(String name) throws IOException {
        Path prompts = folder.resolve("prompts");
        Path original = prompts.resolve(name);
        Path saved = prompts.resolve("saved-" + name);
        Path pasted = prompts.resolve("pasted-" + name);
        try (PromptEngine engine = PromptEngine.builder().build();
                LiveSession session = LiveSession.open(
                        new Surroundings(() -> engine, prompts, History.ofSession(text -> text), null))) {
            submit(session, ":load " + name);
            submit(session, ":save saved-" + name);
            List<String> requests = requests(engine, original);
            assertThat(requests).isNotEmpty();
            assertThat(requests(engine, saved)).isEqualTo(requests);
            try (LiveSession fresh =
                    LiveSession.open(new Surroundings(() -> engine, prompts, History.ofSession(text -> text), null))) {
                submit(fresh, Files.readString(original));
                submit(fresh, ":save pasted-" + name);
            }
            assertThat(requests(engine, pasted)).isEqualTo(requests);
            assertThat(engine.check(pasted).findings())
                    .hasSameSizeAs(engine.check(original).findings());
        }
        String text = Files.readString(saved);
        assertThat(Formatter.format(new Source(name, text)).text()).isEqualTo(text);
    }

    private static void submit(LiveSession session, String line) {
        Reaction reaction = session.submit(line, SessionListener.NONE);
        assertThat(reaction.exitCode()).as(line + ": " + reaction.said()).isZero();
    }

    /** The requests of all its tests, to the byte. */
    private static List<String> requests(PromptEngine engine, Path file) {
        Prompt prompt = engine.load(file);
        List<String> requests = new ArrayList<>();
        for (String test : prompt.tests()) {
            Rendering rendering = prompt.render(prompt.inputsOf(test), RunOptions.DEFAULT);
            requests.add(
                    rendering.request() == null
                            ? rendering.findings().toString()
                            : JsonText.compact(rendering.request().toJson()));
        }
        return requests;
    }
}
