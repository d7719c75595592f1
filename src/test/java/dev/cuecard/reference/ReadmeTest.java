package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.PromptEngine;
import dev.cuecard.Result;
import dev.cuecard.repl.SessionListener;
import dev.cuecard.repl.live.LiveSession;
import dev.cuecard.repl.show.Shown;
import dev.cuecard.repl.state.History;
import dev.cuecard.repl.state.Surroundings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is so. */
class ReadmeTest {

    private final List<Example> examples;

    @TempDir
    private Path folder;

    ReadmeTest() throws IOException {
        examples = Example.of(Path.of("README.md"));
    }

    private List<Example> all(String kind) {
        return examples.stream().filter(example -> example.is(kind)).toList();
    }

    @Test
    void thePromptsAreClean() {
        Workbench workbench = new Workbench(examples);
        assertThat(all("prompt")).hasSize(2).allSatisfy(workbench::isClean);
    }

    @Test
    void theFirstPromptYieldsTheJsonBesideIt() {
        try (PromptEngine engine = PromptEngine.builder().build()) {
            Result result = engine.load("README.md", all("prompt").get(0).text())
                    .read(all("json").get(0).text(), Map.of("text", "Best purchase of the year!"));
            assertThat(result.isValid()).as(result.findings().toString()).isTrue();
        }
    }

    @Test
    void theMessageIsTheOneThatAUserSees() throws IOException {
        String golden = Files.readString(Path.of("src/test/golden/errors/reply-outside-its-type.err"));
        assertThat(all("")).extracting(Example::text).contains(golden);
    }

    /** The figures of a run are those of that run. */
    @Test
    void theSessionGoesAsItStands() {
        assertThat(all("console")).hasSize(1);
        String shown = all("console").get(0).text();
        StringBuilder said = new StringBuilder();
        Surroundings around =
                new Surroundings(() -> PromptEngine.builder().build(), folder, History.ofSession(text -> text), null);
        try (LiveSession session = LiveSession.open(around)) {
            shown.lines().filter(line -> line.startsWith("cuecard> ")).forEach(line -> {
                said.append(line).append('\n');
                session.submit(line.substring("cuecard> ".length()), SessionListener.NONE)
                        .said()
                        .forEach(one -> said.append(Shown.onTerminal(one, false)));
            });
        }
        assertThat(said.toString().replaceAll("[0-9]+ ms", "")).isEqualTo(shown.replaceAll("[0-9]+ ms", ""));
    }

    /** That it runs is shown with Surefire itself; here that it is what is run there. */
    @Test
    void theSuiteIsTheOneThatIsTested() throws IOException {
        String tested = Files.readString(Path.of("src/test/java/dev/cuecard/junit/SurefireIT.java"));
        assertThat(tested.replaceAll("(?m)^ +", "")).contains(all("java").get(1).text());
    }

    @Test
    void theJavaCompilesAndRunsAsItStands() throws Exception {
        List<Example> java = all("java");
        assertThat(java).hasSize(2);
        Path source = Files.writeString(
                folder.resolve("Five.java"),
                "import dev.cuecard.*;\nimport java.nio.file.Path;\nimport java.util.Map;\n"
                        + "public class Five {\n    public static void main(String[] a) throws Exception {\n"
                        + java.get(0).text() + "    }\n}\n");
        String classes = System.getProperty("java.class.path");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classes, "-d", folder.toString(), source.toString());
        assertThat(compiled).isZero();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + File.pathSeparator + classes,
                        "Five")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        // Whatever the environment holds, this must stay on this machine: without a key the call ends before it begins.
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENAI_"));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(folder.resolve("out"))).contains("no API key for the provider `openai`");
    }
}
