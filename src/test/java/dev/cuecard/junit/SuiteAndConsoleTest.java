package dev.cuecard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.cuecard.PromptEngine;
import dev.cuecard.chat.http.RawServer;
import dev.cuecard.sim.SimOptions;
import dev.cuecard.sim.SimServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasspathResource;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.SelectFile;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The engine below a suite, and run by JUnit's console as a process of its own. */
class SuiteAndConsoleTest {

    /** As a user writes it. */
    @Suite
    @IncludeEngines("cuecard")
    @SelectDirectories("prompts")
    static class Gallery {}

    /** One test, by a line of it. */
    @Suite
    @IncludeEngines("cuecard")
    @SelectFile(value = "prompts/sentiment.prompt", line = 60)
    static class OneLine {}

    /** From the class path. */
    @Suite
    @IncludeEngines("cuecard")
    @SelectClasspathResource("dev/cuecard/junit/onpath/greet.prompt")
    static class OnPath {}

    /** A package of the class path. */
    @Suite
    @IncludeEngines("cuecard")
    @SelectPackages("dev.cuecard.junit.onpath")
    static class OfPackage {}

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    private static Events tests(Class<?> suite) {
        return EngineTestKit.engine("junit-platform-suite")
                .selectors(selectClass(suite))
                .execute()
                .testEvents();
    }

    @Test
    void aSuiteRunsTheGallery() throws IOException {
        Events events = tests(Gallery.class);
        assertThat(events.failed().list()).isEmpty();
        assertThat(events.succeeded().count()).isGreaterThanOrEqualTo(tested());
    }

    /** How many tests the gallery has. */
    private static int tested() throws IOException {
        int count = 0;
        try (PromptEngine engine = PromptEngine.builder().build();
                var files = Files.list(Path.of("prompts"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".prompt")).toList()) {
                count += engine.load(file).tests().size();
            }
        }
        return count;
    }

    @Test
    void aSuiteSelectsALineAResourceOrAPackage() {
        for (Class<?> suite : List.of(OneLine.class, OnPath.class, OfPackage.class)) {
            assertThat(tests(suite).succeeded().count())
                    .as(suite.getSimpleName())
                    .isEqualTo(1);
        }
    }

    /** What the console printed, and how it ended. */
    private record Ran(int code, String printed) {}

    private Ran console(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + "none",
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--include-engine=cuecard",
                "--details=tree",
                "--reports-dir=" + folder.resolve("reports")));
        command.addAll(List.of(options));
        Path printed = folder.resolve("printed");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENAI_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(printed));
    }

    @Test
    void theConsoleRunsAFolderAndWritesItsReport() throws Exception {
        Ran ran = console("--select-directory=prompts");
        assertThat(ran.code()).as(ran.printed()).isZero();
        assertThat(ran.printed()).contains("prompts/sentiment.prompt", "a happy customer", "0 tests failed");
        assertThat(Files.readString(folder.resolve("reports/TEST-cuecard.xml")))
                .contains("<testcase name=\"a happy customer\"", "- verdict: passed");
    }

    @Test
    void theConsoleFailsWithWhatIsWrong() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.prompt"),
                "prompt a\n\nuser \"Hi\"\n\ntest \"a\" {\n  reply \"x\"\n  expect output == \"y\"\n}\n");
        Ran ran = console("--select-file=" + file + "?line=5");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.printed()).contains("error[P601]", "1 tests failed");
        assertThat(console("--select-directory=" + Files.createDirectories(folder.resolve("empty")))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void aModelIsAskedOnRequestOnlyAndWithoutAKeyTheTestIsAborted() throws Exception {
        Path file = Files.writeString(
                folder.resolve("a.prompt"),
                "prompt a\n\nmodel \"gpt-6-luna\"\n\nuser \"Hi\"\n\noutput text\n\ntest \"asks\" {}\n");
        Ran aborted = console("--select-file=" + file, "--config=cuecard.live=true");
        assertThat(aborted.code()).isZero();
        assertThat(aborted.printed()).contains("1 tests aborted", "no API key for the provider `openai`");
        try (SimServer server = SimServer.start(SimOptions.defaults())) {
            environment.put("OPENAI_BASE_URL", server.baseUri().toString());
            environment.put("OPENAI_API_KEY", "sk-test-0123456789abcdef");
            Ran offline = console("--select-file=" + file);
            assertThat(offline.code()).isEqualTo(1);
            assertThat(offline.printed()).contains("error[P602]");
            Ran live = console("--select-file=" + file, "--config=cuecard.live=true");
            assertThat(live.code()).as(live.printed()).isZero();
            assertThat(live.printed()).contains("1 tests successful");
        }
    }

    @Test
    void aLiveRunSpendsNoMoreThanIsAllowed() throws Exception {
        String model = "model \"gpt-6-luna\" { max_completion_tokens = 100 }\n\n";
        StringBuilder text = new StringBuilder("prompt a\n\n" + model + "user \"Hi\"\n\noutput text\n");
        for (int i = 1; i <= 20; i++) {
            text.append("\ntest \"asks ").append(i).append("\" {}\n");
        }
        Path file = Files.writeString(folder.resolve("a.prompt"), text);
        String body = "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hi.\"},"
                + "\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":10,\"total_tokens\":20}}";
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body);
        })) {
            environment.put("OPENAI_BASE_URL", server.baseUrl());
            environment.put("OPENAI_API_KEY", "sk-test-0123456789abcdef");
            // A call could cost some $0.00006, and costs $0.000006 in the end.
            Ran ran =
                    console("--select-file=" + file, "--config=cuecard.live=true", "--config=cuecard.max-cost=0.0001");
            assertThat(ran.code()).as(ran.printed()).isEqualTo(1);
            assertThat(ran.printed())
                    .contains("error[P751]: the next call could cost $0.0000", "of $0.0001, $0.0000")
                    .contains("= help: allow more, such as `cuecard.max-cost=0.0")
                    .doesNotContain("--max-cost");
            assertThat(ran.printed())
                    .containsPattern("[1-9]\\d? tests successful")
                    .containsPattern("[1-9]\\d? tests failed");
        }
        environment.clear();
        Path often = Files.writeString(
                folder.resolve("often.prompt"),
                "prompt often\n\n" + model + "user \"Hi\"\n\noutput text\n\ntest \"asks\" repeat 10001 {}\n");
        Ran many = console("--select-file=" + often, "--config=cuecard.live=true");
        assertThat(many.code()).isEqualTo(1);
        assertThat(many.printed())
                .contains(
                        "error[P754]: the tests would ask a model 10,001 times, and without a budget 10,000 is the most")
                .contains("`cuecard.max-cost=", "ask less often: `repeat 59`");
        Ran allowed = console("--select-file=" + often, "--config=cuecard.live=true", "--config=cuecard.max-cost=1");
        assertThat(allowed.code()).isZero();
        assertThat(allowed.printed()).contains("no API key for the provider `openai`");
    }
}
