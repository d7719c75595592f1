package dev.cuecard.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.cuecard.cli.Main;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed (SIGKILL, a real process) leaves every file whole, and `--failed` picks up where it was. */
class KilledTest {

    private static final String MOOD = """
            prompt mood

            model "gpt-6-luna"

            type Case { text: string }

            var text: untrusted string

            user text

            output text "good" | "bad"

            test "each" for row in rows("rows.json": Case) {
              text = row.text
              expect output == "good"
            }
            """;

    /** So often a report is begun and killed at most. */
    private static final int MOST_KILLED = 20;

    private static final int ROWS = 60;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    /** Answers `good`, and does not answer any more from a given request on. */
    private static final class Server implements AutoCloseable {
        private final HttpServer server;
        private final Set<String> asked = ConcurrentHashMap.newKeySet();
        private final CountDownLatch reached;

        Server(int last) throws IOException {
            reached = new CountDownLatch(last);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.add(text(exchange.getRequestBody().readAllBytes()));
                byte[] body =
                        ("{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                                        + "\"message\":{\"role\":\"assistant\",\"content\":\"good\"},\"finish_reason\":\"stop\"}]}")
                                .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
                reached.countDown();
            });
            server.start();
        }

        /** What the user said in the first message: the row. */
        private static String text(byte[] body) {
            Json.Obj request = (Json.Obj) json(new String(body, StandardCharsets.UTF_8));
            return content(((Json.Arr) request.get("messages")).items().get(0));
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private Process start(String url, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed-" + started.size()).toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENAI_"));
        builder.environment().put("OPENAI_API_KEY", "sk-test-0123456789abcdef");
        builder.environment().put("OPENAI_BASE_URL", url);
        builder.environment().put("HOME", folder.toString());
        builder.environment().remove("XDG_STATE_HOME");
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String printed() throws IOException {
        return Files.readString(folder.resolve("printed-" + (started.size() - 1)));
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve("mood.prompt"), MOOD);
        Files.writeString(
                folder.resolve("rows.json"),
                IntStream.range(0, ROWS)
                        .mapToObj(i -> "{\"text\": \"" + i + "\"}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private static Json json(String text) {
        JsonReading reading = JsonText.parse(new Source("json", text));
        assertThat(reading).as(text).isInstanceOf(JsonReading.Parsed.class);
        return ((JsonReading.Parsed) reading).document().value();
    }

    private static String content(Json message) {
        return String.valueOf(((Json.Obj) message).get("content"));
    }

    /** The rows whose replies a recording holds. */
    private static Set<String> recorded(Path file) throws IOException {
        Json.Obj recording = (Json.Obj) json(Files.readString(file));
        return ((Json.Arr) recording.get("calls"))
                .items().stream()
                        .map(call -> (Json.Obj) ((Json.Obj) call).get("request"))
                        .map(request -> content(
                                ((Json.Arr) request.get("messages")).items().get(0)))
                        .collect(Collectors.toSet());
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void killedWhileRecordingItLeavesWhatWasRecordedAndFailedPicksUp() throws Exception {
        write();
        Set<String> before;
        try (Server server = new Server(20)) {
            Process process = start(server.url(), "test", "mood.prompt", "--record", "--jobs", "2");
            assertThat(server.reached.await(60, TimeUnit.SECONDS)).isTrue();
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as("killed, not ended: %s", printed())
                    .isEqualTo(137);
            before = Set.copyOf(server.asked);
        }
        List<Path> recordings = files(".json").stream()
                .filter(file -> file.toString().contains("recordings"))
                .toList();
        assertThat(recordings).hasSize(1);
        Set<String> kept = recorded(recordings.get(0));
        // What was under way when it was killed may be lost, and nothing else.
        assertThat(before).containsAll(kept);
        assertThat(kept.size()).isBetween(before.size() - 3, before.size());

        try (Server server = new Server(1)) {
            Process again = start(server.url(), "test", "mood.prompt", "--failed", "--record", "--jobs", "2");
            assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(again.exitValue()).as(printed()).isZero();
            assertThat(server.asked).hasSize(ROWS - kept.size()).doesNotContainAnyElementsOf(kept);

            Process whole = start(server.url(), "test", "mood.prompt");
            assertThat(whole.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(whole.exitValue()).as(printed()).isZero();
            assertThat(server.asked).hasSize(ROWS - kept.size());
        }
    }

    /** The old report is replaced as a whole: killed at any moment there is it, or the new one. */
    @Test
    void killedWhileItWritesAReportThereIsTheOldOneOrTheNewOne() throws Exception {
        write();
        Files.writeString(
                folder.resolve("mood.prompt"), MOOD.replace("  expect output", "  reply \"good\"\n  expect output"));
        Files.writeString(
                folder.resolve("rows.json"),
                IntStream.range(0, 1_000)
                        .mapToObj(i -> "{\"text\": \"" + i + "\"}")
                        .collect(Collectors.joining(",", "[", "]")));
        Path report = folder.resolve("report.json");
        String old = "{\"old\": true}\n";
        int caught = 0;
        // Writing takes a moment only, which a busy machine may miss: until it was met, and bounded.
        for (int i = 0; i < 2 || (caught == 0 && i < MOST_KILLED); i++) {
            Files.writeString(report, old);
            Process process = start("http://127.0.0.1:9/v1", "test", "mood.prompt", "--report", "json=report.json");
            boolean writing = awaitTemporary(process, report);
            process.destroyForcibly();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            caught += writing ? 1 : 0;
            String text = Files.readString(report);
            assertThat(text.equals(old) || isWhole(report))
                    .as("a part of a report")
                    .isTrue();
            for (Path left : temporary(report)) {
                Files.delete(left);
            }
        }
        assertThat(caught).as("killed while it was writing").isPositive();
    }

    private static boolean isWhole(Path report) throws IOException {
        return JsonText.parse(new Source("report", Files.readString(report))) instanceof JsonReading.Parsed parsed
                && parsed.document().value() instanceof Json.Obj object
                && object.get("tests") instanceof Json.Arr tests
                && tests.items().size() == 1_000;
    }

    /** Looks until the new report is being written, or the process has ended. */
    private boolean awaitTemporary(Process process, Path report) throws IOException {
        while (process.isAlive()) {
            if (!temporary(report).isEmpty()) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    private List<Path> temporary(Path report) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("." + report.getFileName()))
                    .toList();
        }
    }
}
