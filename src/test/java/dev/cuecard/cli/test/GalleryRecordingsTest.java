package dev.cuecard.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.check.files.PromptFinder;
import dev.cuecard.cli.Cli;
import dev.cuecard.cli.Script;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.Simulating;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.TestOptions;
import dev.cuecard.testing.TestPlan;
import dev.cuecard.testing.TestRunner;
import dev.cuecard.testing.recording.Recordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The gallery passes from canned replies and recordings, each of which is used and says that the simulator made it. With
 * {@code -Dgolden.update=true} they are made again.
 */
class GalleryRecordingsTest {

    private static final Path GALLERY = Path.of("prompts");

    @BeforeAll
    static void update() throws IOException, InterruptedException {
        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            record();
        }
    }

    private static void record() throws IOException, InterruptedException {
        try (PromptEngine engine = PromptEngine.builder().build()) {
            List<Prompt> prompts = new ArrayList<>();
            for (Path file : PromptFinder.below(GALLERY)) {
                engine.check(file).prompt().ifPresent(prompts::add);
            }
            TestPlan plan = TestPlan.of(prompts, List.of());
            List<TestCase> asked = plan.only(one -> !one.isCanned()).cases();
            Recordings recordings = new Recordings(Recordings.Mode.RECORD_ALL, false, new Simulating());
            List<Diagnostic> findings = new ArrayList<>();
            new TestRunner(TestOptions.DEFAULT, recordings)
                    .run(asked, (CaseResult one) -> findings.addAll(one.allFindings()));
            findings.addAll(recordings.finish(plan, plan.cases()));
            assertThat(findings).isEmpty();
        }
    }

    private static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.walk(GALLERY.resolve("recordings"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void everyTestOfTheGalleryPasses() throws Exception {
        try (Script server = new Script()) {
            Cli.Ran ran = new Cli()
                    .with("OPENAI_API_KEY", "sk-test-0123456789abcdef")
                    .with("OPENAI_BASE_URL", server.url())
                    .run("test", GALLERY.toString());
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.err()).doesNotContain("P606");
            assertThat(server.requests()).isEmpty();
        }
        assertThat(new Cli()
                        .run("check", GALLERY.toString(), "--deny", "warnings")
                        .code())
                .isZero();
    }

    @Test
    void eachRecordingSaysThatItIsSimulated() throws IOException {
        assertThat(recordings())
                .hasSizeGreaterThan(3)
                .allSatisfy(file -> assertThat(Files.readString(file)).contains("\"simulated\": true"));
    }
}
