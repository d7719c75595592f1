package dev.cuecard.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.http.RawServer;
import dev.cuecard.cli.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --stream}: what goes where. */
@Timeout(60)
class StreamJobTest {

    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

    @TempDir
    private Path folder;

    @Test
    void textIsOnStdoutOnce() throws Exception {
        String file = prompt("output text");
        try (RawServer server = serve(event("Hel") + event("lo") + "data: [DONE]\n\n")) {
            Cli.Ran ran = cli(server).run("run", file, "--stream");
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).isEqualTo("Hello\n");
            assertThat(ran.err()).contains("warning[P756]").doesNotContain("Hello\n");
        }
    }

    @Test
    void cutTextIsOnStdoutAndTheCommandFails() throws Exception {
        String file = prompt("output text");
        try (RawServer server = serve(event("Hel"))) {
            Cli.Ran ran = cli(server).run("run", file, "--stream");
            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.out()).isEqualTo("Hel\n");
            assertThat(ran.err()).contains("error[P733]");
            assertThat(server.requestsLeft())
                    .as("never asked again once it was shown")
                    .isEqualTo(1);
        }
    }

    @Test
    void partsOfJsonAreOnStderrAndTheWholeOnStdout() throws Exception {
        String file = prompt("output json { a: integer b: integer }");
        try (RawServer server =
                serve(event("{\\\"a\\\": 1,") + event(" \\\"b\\\": 2") + event("}") + "data: [DONE]\n\n")) {
            Cli.Ran ran = cli(server).run("run", file, "--stream");
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).isEqualTo("{\n  \"a\": 1,\n  \"b\": 2\n}\n");
            assertThat(ran.err()).startsWith("{\"a\":1}\n{\"a\":1,\"b\":2}\n");
        }
    }

    @Test
    void withAnEnvelopeStdoutIsItsAlone() throws Exception {
        String file = prompt("output text");
        try (RawServer server = serve(event("Hel"))) {
            Cli.Ran ran = cli(server).run("run", file, "--stream", "--format", "envelope");
            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.out()).startsWith("{").contains("\"reply\": \"Hel\"", "\"outcome\": \"provider_error\"");
            assertThat(ran.err()).startsWith("Hel\n");
        }
    }

    @Test
    void terminalEscapesGoToAPipeAsTheyAreAndToATerminalEscaped() throws Exception {
        String file = prompt("output text");
        // Whole, and with a character and a line end in two pieces.
        String events = event("\\u001b[31mred") + event("\\ud83d") + event("\\ude00\\r") + event("\\n\\u009b0m")
                + "data: [DONE]\n\n";
        try (RawServer server = serve(events)) {
            assertThat(cli(server).run("run", file, "--stream").out()).isEqualTo("\u001b[31mred😀\r\n\u009b0m\n");
        }
        try (RawServer server = serve(events)) {
            assertThat(cli(server).onTerminal().run("run", file, "--stream").out())
                    .isEqualTo("\\u001b[31mred😀\n\\u009b0m\n");
        }
        try (RawServer server = serve(events)) {
            assertThat(cli(server)
                            .run("run", file, "--stream", "--format", "envelope")
                            .err())
                    .startsWith("\\u001b[31mred😀\n\\u009b0m\n");
        }
        try (RawServer server = serve(events)) {
            assertThat(cli(server).run("run", file).out()).isEqualTo("\u001b[31mred😀\r\n\u009b0m\n");
        }
        try (RawServer server = serve(events)) {
            assertThat(cli(server).onTerminal().run("run", file).out()).isEqualTo("\\u001b[31mred😀\n\\u009b0m\n");
        }
    }

    @Test
    void aTerminalGetsNoEscapeOutOfJsonEither() throws Exception {
        String file = prompt("output json { a: string }");
        String events = event("{\\\"a\\\": \\\"\\u009b31m\\\"}") + "data: [DONE]\n\n";
        for (String format : new String[] {"output", "envelope"}) {
            try (RawServer server = serve(events)) {
                Cli.Ran ran = cli(server).onTerminal().run("run", file, "--format", format);
                assertThat(ran.out()).contains("\\u009b31m").doesNotContain("\u009b");
            }
        }
    }

    private String prompt(String output) throws Exception {
        Path file = folder.resolve("t.prompt");
        Files.writeString(file, "prompt t\nmodel \"m\"\nuser \"JSON, please\"\n" + output + "\n");
        return file.toString();
    }

    private static Cli cli(RawServer server) {
        return new Cli().with("OPENAI_BASE_URL", server.baseUrl());
    }

    private static String event(String content) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + content + "\"}}]}\n\n";
    }

    private static RawServer serve(String events) throws Exception {
        return new RawServer(connection -> {
            connection.readRequest();
            connection.send(HEAD + events);
        });
    }
}
