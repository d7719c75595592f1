package dev.cuecard.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.http.RawServer;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, as a terminal sends it, in processes of their own. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class InterruptTest {

    private static final String EVENTS = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    private static final String HALF =
            EVENTS + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\n";
    private static final String BODY =
            "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hi.\"},"
                    + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2}}";

    @TempDir
    private Path folder;

    @BeforeEach
    void prompt() throws IOException {
        Files.writeString(folder.resolve("greet.prompt"), """
                prompt greet
                model "gpt-6-luna"
                var name: string
                user "Hello, {{ name }}!"
                output text

                test "one" {
                  name = "one"
                }

                test "two" {
                  name = "two"
                }

                test "three" {
                  name = "three"
                }
                """);
    }

    private record Ended(int code, String out, String err) {}

    /** A command, which gets SIGINT when someone says so. */
    private final class Command {
        private final Process process;
        private final Path out = folder.resolve("out.txt");
        private final Path err = folder.resolve("err.txt");

        Command(RawServer server, String... arguments) throws IOException {
            List<String> line = new ArrayList<>();
            // Who starts tests in the background may have them ignore it.
            line.addAll(List.of("env", "--default-signal=INT"));
            line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            line.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.cuecard.cli.Main"));
            line.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            Map<String, String> environment = builder.environment();
            environment.keySet().removeIf(name -> name.startsWith("OPENAI_") || name.equals("JAVA_TOOL_OPTIONS"));
            environment.put("OPENAI_API_KEY", "sk-x");
            environment.put("OPENAI_BASE_URL", server.baseUrl());
            environment.put("HOME", folder.toString());
            environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
            process = builder.start();
        }

        Ended interrupt() throws Exception {
            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    @Test
    void aRunThatWaitsEndsWithItsEnvelope() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.awaitEnd();
        })) {
            Command command = new Command(server, "run", "greet.prompt", "--var", "name=Mia", "--format", "envelope");
            assertThat(server.request()).contains("Mia");
            Ended ended = command.interrupt();
            assertThat(ended.code).isEqualTo(130);
            assertThat(ended.err).contains("error[P750]: the run was cancelled\n");
            assertThat(object(ended.out).get("outcome")).isEqualTo(Json.of("cancelled"));
        }
    }

    @Test
    void aStreamEndsWithWhatThereIs() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.send(HALF);
            connection.awaitEnd();
        })) {
            Command command = new Command(server, "run", "greet.prompt", "--var", "name=Mia", "--stream");
            while (!Files.exists(command.out) || Files.size(command.out) == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            Ended ended = command.interrupt();
            assertThat(ended.code).isEqualTo(130);
            assertThat(ended.out).isEqualTo("Hel\n");
            assertThat(ended.err).contains("error[P750]: the run was cancelled\n");
        }
    }

    @Test
    void aSuiteReportsWhatWasFinished() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            if (calls.incrementAndGet() > 1) {
                connection.awaitEnd();
            }
            connection.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                    + BODY.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + BODY);
        })) {
            Command command = new Command(
                    server,
                    "test",
                    "greet.prompt",
                    "--record",
                    "--jobs",
                    "1",
                    "--report",
                    "json=report.json",
                    "--report",
                    "junit=report.xml",
                    "--report",
                    "markdown=report.md");
            assertThat(server.request()).contains("one");
            assertThat(server.request()).contains("two");
            Ended ended = command.interrupt();
            assertThat(ended.code).as(ended.err).isEqualTo(130);
            assertThat(ended.err)
                    .contains("pass        greet.prompt: one\n", "3 tests: 1 passed, 2 not run\n")
                    .doesNotContain("P750");
            Json.Obj report = object(Files.readString(folder.resolve("report.json")));
            assertThat(report.get("exit_codes")).isEqualTo(Json.array(List.of(Json.of(130))));
            assertThat(Files.readString(folder.resolve("report.xml"))).endsWith("</testsuites>\n");
            assertThat(Files.readString(folder.resolve("report.md"))).contains("one");
            try (var recordings = Files.walk(folder.resolve("recordings"))) {
                assertThat(recordings.filter(Files::isRegularFile))
                        .as("what was paid for is kept")
                        .hasSize(1);
            }
            assertThat(server.requestsLeft()).as("no test begins after that").isZero();
        }
    }

    @Test
    void whatDoesNotHeedItEndsAtOnce() throws Exception {
        try (RawServer server = RawServer.answering(200, "", "")) {
            Command command = new Command(server, "sim");
            while (!Files.exists(command.err) || Files.size(command.err) == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            Ended ended = command.interrupt();
            assertThat(ended.code).isEqualTo(130);
            assertThat(ended.err).doesNotContain("Exception");
        }
    }

    private static Json.Obj object(String text) {
        assertThat(JsonText.parse(new Source("out", text))).isInstanceOf(JsonReading.Parsed.class);
        return (Json.Obj) ((JsonReading.Parsed) JsonText.parse(new Source("out", text)))
                .document()
                .value();
    }
}
