package dev.cuecard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;

import dev.cuecard.cli.Cli;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What JUnit sees of prompt files. */
class CuecardTestEngineTest {

    private static final String MOOD = """
            prompt mood

            model "gpt-6-luna"

            type Case { text: string }

            var text: untrusted string

            user text

            output text "good" | "bad"

            test "it is good" {
              text = "Fine!"
              reply "good"
              expect output == "good"
            }

            test "it is bad" {
              text = "Awful."
              reply "good"
              expect output == "bad"
            }

            test "each" for row in rows("cases.json": Case) {
              text = row.text
              reply "bad"
            }

            test "asks" {
              text = "Meh."
            }
            """;

    @TempDir
    private Path folder;

    private Path mood;

    @BeforeEach
    void write() throws IOException {
        mood = Files.writeString(folder.resolve("mood.prompt"), MOOD);
        Files.writeString(folder.resolve("cases.json"), "[{\"text\": \"a\"}, {\"text\": \"b\"}]");
    }

    private static EngineTestKit.Builder kit(DiscoverySelector... selectors) {
        return EngineTestKit.engine(CuecardTestEngine.ID).selectors(selectors);
    }

    private static List<String> ended(EngineExecutionResults results) {
        return results.testEvents().finished().stream()
                .map(event -> event.getTestDescriptor().getDisplayName() + ": "
                        + result(event).getStatus())
                .toList();
    }

    private static TestExecutionResult result(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class);
    }

    private static Throwable thrown(EngineExecutionResults results, String name) {
        return results.testEvents().finished().stream()
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(name))
                .findFirst()
                .flatMap(event -> result(event).getThrowable())
                .orElseThrow();
    }

    @Test
    void aFileIsAContainerAndEachTestAndRowALeaf() {
        EngineExecutionResults results = kit(selectFile(mood.toString())).execute();
        assertThat(ended(results))
                .containsExactly(
                        "it is good: SUCCESSFUL",
                        "it is bad: FAILED",
                        "each [1]: SUCCESSFUL",
                        "each [2]: SUCCESSFUL",
                        "asks: FAILED");
        assertThat(thrown(results, "it is bad"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("error[P601]: an expectation does not hold")
                .hasMessageContaining("`output` is `\"good\"`");
        assertThat(thrown(results, "it is bad").getStackTrace()[0]).hasToString("mood.it is bad(mood.prompt:19)");
        assertThat(thrown(results, "asks"))
                .isNotInstanceOf(AssertionError.class)
                .hasMessageContaining("error[P602]: the test `asks` has no recorded reply");
        assertThat(results.containerEvents()
                        .finished()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .containsExactly(mood.toString(), "Cuecard");
    }

    @Test
    void eachLeafLeadsToItsLine() {
        TestDescriptor file = discover(selectFile(mood.toString()));
        assertThat(file.getDescendants())
                .filteredOn(TestDescriptor::isTest)
                .extracting(leaf -> ((FileSource) leaf.getSource().orElseThrow())
                        .getPosition()
                        .orElseThrow()
                        .getLine())
                .containsExactly(13, 19, 25, 25, 30);
    }

    private static TestDescriptor discover(DiscoverySelector... selectors) {
        return EngineTestKit.engine(CuecardTestEngine.ID)
                .selectors(selectors)
                .discover()
                .getEngineDescriptor();
    }

    private static List<String> leaves(DiscoverySelector... selectors) {
        return discover(selectors).getDescendants().stream()
                .filter(TestDescriptor::isTest)
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    @Test
    void aLineSelectsTheTestAroundItAndAnyOtherTheFile() {
        assertThat(leaves(selectFile(mood.toString(), FilePosition.from(21)))).containsExactly("it is bad");
        assertThat(leaves(selectFile(mood.toString(), FilePosition.from(27)))).containsExactly("each [1]", "each [2]");
        assertThat(leaves(selectFile(mood.toString(), FilePosition.from(3)))).hasSize(5);
        assertThat(leaves(selectUri(mood.toUri() + "?line=14"))).containsExactly("it is good");
        assertThat(leaves(selectUri(folder.toUri()))).hasSize(5);
    }

    @Test
    void everyLeafIsFoundAgainByItsId() {
        for (TestDescriptor leaf : discover(selectDirectory(folder.toString())).getDescendants()) {
            String id = leaf.getUniqueId().toString();
            assertThat(discover(selectUniqueId(id)).getDescendants())
                    .extracting(TestDescriptor::getUniqueId)
                    .contains(leaf.getUniqueId());
            if (leaf.isTest()) {
                assertThat(leaves(selectUniqueId(id))).containsExactly(leaf.getDisplayName());
            }
        }
    }

    @Test
    void whatIsSelectedTwiceRunsOnce() {
        assertThat(leaves(
                        selectDirectory(folder.toString()),
                        selectFile(mood.toString()),
                        selectFile(mood.toString(), FilePosition.from(13))))
                .hasSize(5);
    }

    @Test
    void aFolderHoldsEveryFileBelowItAndLibrariesHaveNoTests() throws IOException {
        Files.createDirectories(folder.resolve("deep/er"));
        Files.writeString(
                folder.resolve("deep/er/b.prompt"), "prompt b\n\nuser \"Hi\"\n\ntest \"b\" {\n  reply \"x\"\n}\n");
        Files.writeString(folder.resolve("deep/lib.prompt"), "let a = \"b\"\n");
        assertThat(leaves(selectDirectory(folder.toString()))).hasSize(6).contains("b");
    }

    @Test
    void aMistakeInAFileIsAFailingLeafWithTheDiagnostic() throws IOException {
        Files.writeString(mood, MOOD.replace("user text\n", "user txet\n"));
        EngineExecutionResults results = kit(selectDirectory(folder.toString())).execute();
        assertThat(ended(results)).containsExactly("check: FAILED");
        assertThat(thrown(results, "check"))
                .hasMessageContaining("error[P201]: unknown variable `txet`")
                .hasMessageContaining("--> " + mood + ":9:6");
    }

    @Test
    void rowsThatCannotBeReadAreAFailingLeafBesideTheOthers() throws IOException {
        Files.writeString(folder.resolve("cases.json"), "[]");
        EngineExecutionResults results = kit(selectFile(mood.toString())).execute();
        assertThat(ended(results)).contains("it is good: SUCCESSFUL", "check: FAILED");
        assertThat(thrown(results, "check")).hasMessageContaining("P607");
    }

    @Test
    void aPlaceWithoutATestFailsUnlessThatIsWanted() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path missing = folder.resolve("missing");
        Path none = Files.writeString(folder.resolve("none.prompt"), "prompt none\n\nuser \"Hi\"\n");
        EngineExecutionResults results = kit(
                        selectDirectory(empty.toString()),
                        selectDirectory(missing.toString()),
                        selectFile(none.toString()))
                .execute();
        assertThat(results.testEvents().failed().count()).isEqualTo(3);
        assertThat(thrown(results, empty.toString())).hasMessageContaining("no test in `" + empty + "`");
        assertThat(thrown(results, missing.toString())).hasMessageContaining("there is no `" + missing + "`");
        String id = results.testEvents().failed().stream()
                .findFirst()
                .orElseThrow()
                .getTestDescriptor()
                .getUniqueId()
                .toString();
        assertThat(leaves(selectUniqueId(id))).containsExactly(empty.toString());
        assertThat(kit(selectDirectory(empty.toString()))
                        .configurationParameter("cuecard.empty", "ignore")
                        .execute()
                        .testEvents()
                        .count())
                .isZero();
    }

    @Test
    void aMissingFileIsAFailingLeaf() {
        EngineExecutionResults results =
                kit(selectFile(folder.resolve("gone.prompt").toString())).execute();
        assertThat(thrown(results, "check")).hasMessageContaining("error[P102]: file not found");
    }

    @Test
    void aResourceInAJarIsAFailingLeaf() throws Exception {
        Path jar = folder.resolve("prompts.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("in/jar/hello.prompt"));
            out.write(
                    "prompt hello\n\nuser \"Hi\"\n\ntest \"a\" {\n  reply \"x\"\n}\n".getBytes(StandardCharsets.UTF_8));
        }
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader jars = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(jars);
            EngineExecutionResults results =
                    kit(selectClasspathResource("in/jar/hello.prompt")).execute();
            assertThat(ended(results)).containsExactly("classpath:in/jar/hello.prompt: FAILED");
            assertThat(thrown(results, "classpath:in/jar/hello.prompt"))
                    .hasMessageContaining("`in/jar/hello.prompt` stands in no folder of the class path")
                    .hasMessageContaining("prompts.jar!/in/jar/hello.prompt");
            TestDescriptor leaf = discover(selectClasspathResource("in/jar/hello.prompt")).getDescendants().stream()
                    .findFirst()
                    .orElseThrow();
            assertThat(leaves(selectUniqueId(leaf.getUniqueId().toString())))
                    .containsExactly("classpath:in/jar/hello.prompt");
            assertThat(kit(selectClasspathResource("in/jar/hello.prompt"))
                            .configurationParameter("cuecard.empty", "ignore")
                            .execute()
                            .testEvents()
                            .count())
                    .isZero();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void whatIsOfOtherEnginesIsLeftToThem() throws IOException {
        Path feature = Files.writeString(folder.resolve("a.feature"), "Feature: a");
        assertThat(discover(selectClass(CuecardTestEngineTest.class), selectFile(feature.toString()))
                        .getChildren())
                .isEmpty();
    }

    @Test
    void recordingsAnswerAndAStaleOneFailsOrIsAborted() throws IOException {
        String prompt = record();
        assertThat(ended(kit(selectFile(prompt)).execute()))
                .containsExactly("a happy customer: SUCCESSFUL", "a reply outside the scale is refused: SUCCESSFUL");
        Path file = Path.of(prompt);
        Files.writeString(file, Files.readString(file).replace("Classify", "Judge"));
        assertThat(thrown(kit(selectFile(prompt)).execute(), "a happy customer"))
                .hasMessageContaining("error[P603]")
                .hasMessageContaining("now: `Judge the review.`");
        assertThat(ended(kit(selectFile(prompt))
                        .configurationParameter("cuecard.stale", "warn")
                        .execute()))
                .contains("a happy customer: ABORTED");
    }

    /** The first prompt, with the recording that the simulator made. */
    private String record() {
        assertThat(new Cli().run("init", folder.resolve("first").toString()).code())
                .isZero();
        return folder.resolve("first/prompts/review.prompt").toString();
    }

    @Test
    void aRunTellsItsFacts() {
        EngineExecutionResults results = kit(selectFile(record())).execute();
        ReportEntry entry = results.testEvents().reportingEntryPublished().stream()
                .findFirst()
                .orElseThrow()
                .getRequiredPayload(ReportEntry.class);
        assertThat(entry.getKeyValuePairs())
                .containsEntry("verdict", "passed")
                .containsEntry("model", "gpt-6-luna")
                .containsEntry("outcome", "valid")
                .containsEntry("simulated", "true")
                .containsEntry("not_judged", "1");
    }

    @Test
    void aModelIsALeafOfItsOwnAndTheSimulatorNeedsNoNetwork() {
        assertThat(ended(kit(selectFile(mood.toString(), FilePosition.from(30)))
                        .configurationParameter("cuecard.models", "sim")
                        .execute()))
                .containsExactly("asks (sim): SUCCESSFUL");
    }

    @Test
    void parametersWithoutAMeaningAreRefused() {
        for (String[] wrong : new String[][] {
            {"cuecard.models", "gpt-6-luna"},
            {"cuecard.stale", "maybe"},
            {"cuecard.live", "yes"},
            {"cuecard.empty", ""},
            {"cuecard.max-cost", "0"},
            {"cuecard.max-cost", "much"}
        }) {
            assertThatThrownBy(() -> kit(selectFile(mood.toString()))
                            .configurationParameter(wrong[0], wrong[1])
                            .execute())
                    .isInstanceOf(JUnitException.class)
                    .rootCause()
                    .hasMessageContaining(wrong[0]);
        }
    }

    @Test
    void severalRunAtOnceWhenThatIsWanted() {
        assertThat(ended(kit(selectFile(mood.toString()))
                        .configurationParameter("cuecard.execution.parallel.enabled", "true")
                        .execute()))
                .hasSize(5)
                .contains("it is good: SUCCESSFUL", "it is bad: FAILED");
    }

    @Test
    void aFileThatHasNotChangedIsNotCheckedTwice() throws IOException {
        LoadedFiles files = new LoadedFiles(Parameters.of(name -> Optional.empty()));
        LoadedFile first = files.load(mood);
        assertThat(files.load(mood)).isSameAs(first);
        assertThat(new LoadedFiles(Parameters.of(name -> Optional.empty())).load(mood))
                .isSameAs(first);
        // What it reads belongs to it.
        Files.writeString(folder.resolve("cases.json"), "[{\"text\": \"a\"}]");
        assertThat(files.load(mood)).isNotSameAs(first);
        assertThat(files.load(mood).cases()).hasSize(4);
        Files.writeString(mood, MOOD.replace("it is good", "it is fine"));
        assertThat(files.load(mood).cases().get(0).name()).isEqualTo("it is fine");
    }

    @Test
    void theServiceLoaderKnowsTheEngine() {
        assertThat(ServiceLoader.load(TestEngine.class)).anyMatch(engine -> engine instanceof CuecardTestEngine);
    }
}
