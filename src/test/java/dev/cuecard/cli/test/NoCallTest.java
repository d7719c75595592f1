package dev.cuecard.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.cli.Cli;
import dev.cuecard.cli.Main;
import dev.cuecard.cli.Script;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Without {@code --live} and {@code --record} nothing is sent, whatever the environment holds: keys, base URLs, proxies and
 * configured providers, all of which lead to a socket that counts who comes.
 */
class NoCallTest {

    private static final String MOOD = """
            prompt mood

            model "MODEL"

            var text: untrusted string = "Best purchase of the year!"

            system "How does this sound? Reply with JSON: {{ shape() }}"
            user text

            output json { label: "good" | "bad", score: number(0..1) }

            test "a happy customer" {
              expect output.label == "good"
            }

            test "canned" {
              reply '{"label": "good", "score": 1}'
            }
            """;

    @TempDir
    private Path folder;

    private ServerSocket socket;
    private Thread thread;
    private final AtomicInteger came = new AtomicInteger();

    @BeforeEach
    void listen() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread = new Thread(() -> {
            while (!socket.isClosed()) {
                try (Socket who = socket.accept()) {
                    came.incrementAndGet();
                    who.setSoLinger(true, 0);
                } catch (IOException e) {
                    return;
                }
            }
        });
        thread.start();
        Files.writeString(folder.resolve("mood.prompt"), MOOD.replace("MODEL", "gpt-6-luna"));
    }

    @AfterEach
    void close() throws Exception {
        socket.close();
        thread.join();
    }

    private String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private Cli.Ran run(String... arguments) {
        Cli cli = new Cli()
                .with("OPENAI_API_KEY", "sk-test-0123456789abcdef")
                .with("OPENAI_BASE_URL", address() + "/v1")
                .with("OPENAI_ORG_ID", "org")
                .with("OPENAI_PROJECT_ID", "project")
                .with("LOCAL_KEY", "sk-local-0123456789abcdef")
                .with("CUECARD_ALLOW_PROVIDER", "local@127.0.0.1")
                .with("CI", "true");
        for (String proxy :
                List.of("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "https_proxy", "http_proxy", "all_proxy")) {
            cli.with(proxy, address());
        }
        return cli.run(arguments);
    }

    /** All the ways to run tests that must not call. */
    private List<Integer> everyWay(String prompt) {
        List<Integer> codes = new ArrayList<>();
        for (String[] options : new String[][] {
            {},
            {"--stale", "warn"},
            {"--repeat", "3"},
            {"--recover", "all", "--reask", "2"},
            {"--failed"},
            {"--jobs", "8", "--fail-fast"},
            {"--report", "json=" + folder.resolve("r.json"), "--report", "html=" + folder.resolve("r.html")},
        }) {
            List<String> all = new ArrayList<>(List.of("test", prompt));
            all.addAll(List.of(options));
            codes.add(run(all.toArray(String[]::new)).code());
        }
        run("check", prompt);
        run("test", prompt, "--list");
        assertThat(run("test", prompt, "--model", "sim").code()).isZero();
        assertThat(run("test", prompt, "--model", "gpt-6-luna").code()).isEqualTo(2);
        assertThat(came).hasValue(0);
        return codes;
    }

    @Test
    void nothingIsSentWhenARecordingIsMissingStaleOrDamaged() throws IOException {
        String prompt = folder.resolve("mood.prompt").toString();
        assertThat(everyWay(prompt)).contains(6);
        Path recording = record(prompt);
        assertThat(everyWay(prompt)).contains(0);
        String whole = Files.readString(recording);
        for (String damaged : List.of(
                whole.substring(0, whole.length() / 2),
                whole.replace("\\\"score\\\": 1", "\\\"score\\\": 0"),
                "<<<<<<< HEAD\n" + whole,
                whole.replace("\"recording\": 1", "\"recording\": 99"),
                "")) {
            Files.writeString(recording, damaged);
            Cli.Ran ran = run("test", prompt);
            assertThat(ran.code()).isEqualTo(6);
            assertThat(ran.err()).containsPattern("error\\[P60[45]]: .*\n +--> " + recording + ":[0-9]+:[0-9]+");
            assertThat(everyWay(prompt)).contains(6);
        }
        Files.writeString(recording, whole);
        Files.writeString(
                folder.resolve("mood.prompt"),
                Files.readString(folder.resolve("mood.prompt")).replace("sound", "read"));
        assertThat(run("test", prompt).err()).contains("error[P603]");
        assertThat(everyWay(prompt)).contains(6);
    }

    private Path record(String prompt) throws IOException {
        try (Script server = new Script("{\"label\": \"good\", \"score\": 1}")) {
            Cli.Ran ran = new Cli()
                    .with("OPENAI_API_KEY", "sk-test-0123456789abcdef")
                    .with("OPENAI_BASE_URL", server.url())
                    .run("test", prompt, "--record");
            assertThat(ran.code()).as(ran.err()).isZero();
        }
        try (var files = Files.walk(folder.resolve("recordings"))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void aConfiguredProviderIsNotAskedEither() throws IOException {
        Files.writeString(
                folder.resolve("cuecard.json"),
                "{\"providers\": {\"local\": {\"base_url\": \"" + address() + "/v1\", \"key_env\": \"LOCAL_KEY\"}}}");
        Files.writeString(folder.resolve("mood.prompt"), MOOD.replace("MODEL", "local/small"));
        assertThat(everyWay(folder.resolve("mood.prompt").toString())).contains(6);
    }

    @Test
    void theGalleryIsTestedWithoutACall() {
        assertThat(run("test", "prompts").code()).isZero();
        assertThat(came).hasValue(0);
    }

    /** The counting works: who asks on purpose is counted, so that a count of none says something. */
    @Test
    void aLiveRunIsCounted() throws Exception {
        run("test", folder.resolve("mood.prompt").toString(), "--live", "--filter", "happy");
        assertThat(came.get()).isPositive();
    }

    @Test
    void aProcessOfItsOwnMakesNoCallEither() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "test",
                        folder.resolve("mood.prompt").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        builder.environment().put("OPENAI_API_KEY", "sk-test-0123456789abcdef");
        builder.environment().put("OPENAI_BASE_URL", address() + "/v1");
        builder.environment().put("HTTPS_PROXY", address());
        builder.environment().put("HTTP_PROXY", address());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(6);
        assertThat(came).hasValue(0);
    }
}
