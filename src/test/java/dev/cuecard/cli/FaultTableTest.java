package dev.cuecard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.Result;
import dev.cuecard.RunOptions;
import dev.cuecard.chat.SkippingPace;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.http.HttpChatClient;
import dev.cuecard.chat.http.HttpConnections;
import dev.cuecard.chat.http.Proxies;
import dev.cuecard.chat.http.RawServer;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.data.ModelTable;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What a run makes of the faults of the world, each on loopback: the calls, the outcome, the exit code and what the user
 * sees. The table of them is {@code src/test/faults.md}; {@code -Dgolden.update=true} writes it. Waits between attempts are
 * skipped, not waited. Each logger is at its finest meanwhile, and no key may be in what they say.
 */
@Timeout(300)
class FaultTableTest {

    private static final Path TABLE = Path.of("src/test/faults.md");
    private static final String KEY = "sk-proj-0123456789abcdefABCDEF";
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final String EVENTS =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    private static final String HALF = event("{\\\"greeting\\\": ");
    private static final String REST = event("\\\"Hi\\\"}");
    private static final String STOP =
            "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private static final String DONE = "data: [DONE]\n\n";
    private static final String GOOD = reply(200, "", completion("{\\\"greeting\\\": \\\"Hi\\\"}", "stop"));

    /** The faults that are found by a timer, and which one. */
    private static final Map<String, Timeouts.Name> TIMEOUTS = Map.of(
            "never answers", Timeouts.Name.HEADERS,
            "half a body, then silence", Timeouts.Name.BYTES,
            "stream, comments only", Timeouts.Name.FIRST,
            "stream, a stall after some text", Timeouts.Name.DATA);

    /** One line of the table, with what is expected of it. */
    private record Row(String fault, RawServer.Script script, boolean streams, int calls, String outcome, int exit) {}

    private final List<Row> rows = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    private void row(String fault, int calls, String outcome, int exit, String... replies) {
        rows.add(new Row(fault, answering(replies), false, calls, outcome, exit));
    }

    private void streamed(String fault, int calls, String outcome, int exit, String reply) {
        rows.add(new Row(fault, answering(reply), true, calls, outcome, exit));
    }

    private void script(String fault, boolean streams, int calls, String outcome, int exit, RawServer.Script script) {
        rows.add(new Row(fault, script, streams, calls, outcome, exit));
    }

    private RawServer.Script answering(String... replies) {
        return connection -> {
            connection.readRequest();
            connection.send(replies[Math.min(calls.getAndIncrement(), replies.length - 1)]);
        };
    }

    private RawServer.Script counted(RawServer.Script script) {
        return connection -> {
            connection.readRequest();
            calls.getAndIncrement();
            script.run(connection);
        };
    }

    private void rows() {
        String error = "provider_error";
        script("connection refused", false, 0, error, 3, null);
        script("accepted, then reset", false, 3, error, 3, counted(RawServer.Connection::reset));
        script("closed without a reply", false, 3, error, 3, counted(connection -> {}));
        script("never answers", false, 3, error, 3, counted(RawServer.Connection::awaitEnd));
        script("speaks no HTTP", false, 1, error, 3, counted(connection -> connection.send("SSH-2.0-x\r\n")));
        row("half a body by Content-Length", 3, error, 3, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"choices\"");
        row("half a body, then all of it", 2, "valid", 0, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", GOOD);
        script("half a body, then silence", false, 3, error, 3, counted(connection -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"choices\"");
            connection.awaitEnd();
        }));
        script("endless body", false, 1, error, 3, counted(connection -> {
            connection.send("HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                connection.send(" ".repeat(1 << 16));
            }
        }));
        row("broken chunks", 3, error, 3, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n");
        row("200, empty", 3, error, 3, reply(200, "", ""));
        row("200 with a web page", 1, error, 3, reply(200, "Content-Type: text/html\r\n", "<html>One moment</html>"));
        row("200 with an error", 3, error, 3, reply(200, "", "{\"error\":{\"message\":\"overloaded\"}}"));
        row("200 with a spent quota", 1, error, 3, reply(200, "", "{\"error\":{\"code\":\"insufficient_quota\"}}"));
        row("`choices: []`", 3, error, 3, reply(200, "", "{\"choices\":[]}"));
        row("100,000 brackets instead of a reply", 1, error, 3, reply(200, "", "[".repeat(100_000)));
        row(
                "JSON by the type of text",
                1,
                "valid",
                0,
                GOOD.replace("HTTP/1.1 200 X\r\n", "HTTP/1.1 200 X\r\nContent-Type: text/plain\r\n"));
        row(
                "`content: null` with a refusal",
                1,
                "refused",
                4,
                reply(
                        200,
                        "",
                        "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"No.\"},\"finish_reason\":\"stop\"}]}"));
        row(
                "`length` with half an object",
                1,
                "truncated",
                4,
                reply(200, "", completion("{\\\"greeting\\\": \\\"H", "length")));
        row("`content_filter`", 1, "blocked", 4, reply(200, "", completion("", "content_filter")));
        row(
                "fenced JSON",
                1,
                "valid",
                0,
                reply(200, "", completion("```json\\n{\\\"greeting\\\": \\\"Hi\\\"}\\n```", "stop")));
        row(
                "JSON, then prose",
                1,
                "valid",
                0,
                reply(200, "", completion("{\\\"greeting\\\": \\\"Hi\\\"} Enjoy!", "stop")));
        row(
                "two objects that differ",
                1,
                "invalid_json",
                4,
                reply(200, "", completion("{\\\"greeting\\\": \\\"Hi\\\"} {\\\"greeting\\\": \\\"Ho\\\"}", "stop")));
        row(
                "a key given twice",
                1,
                "invalid_json",
                4,
                reply(200, "", completion("{\\\"greeting\\\": \\\"Hi\\\", \\\"greeting\\\": \\\"Ho\\\"}", "stop")));
        row("NaN", 1, "invalid_json", 4, reply(200, "", completion("{\\\"greeting\\\": NaN}", "stop")));
        row("1e99999", 1, "invalid_json", 4, reply(200, "", completion("{\\\"greeting\\\": 1e99999}", "stop")));
        row("usage missing", 1, "valid", 0, GOOD);
        row("429, `Retry-After: 1`, then a reply", 2, "valid", 0, reply(429, "Retry-After: 1\r\n", ""), GOOD);
        row(
                "429, `retry-after-ms` beside `retry-after`",
                2,
                "valid",
                0,
                reply(429, "retry-after-ms: 20\r\nretry-after: 86400\r\n", ""),
                GOOD);
        for (String after : List.of("-5", "NaN", "")) {
            row("429, `Retry-After: " + after + "`", 3, error, 3, reply(429, "Retry-After: " + after + "\r\n", ""));
        }
        for (String after : List.of("1000000000000", "86400")) {
            row("429, `Retry-After: " + after + "`", 1, error, 3, reply(429, "Retry-After: " + after + "\r\n", ""));
        }
        row("429 without a header", 3, error, 3, reply(429, "", ""));
        row("429, `insufficient_quota`", 1, error, 3, reply(429, "", "{\"error\":{\"code\":\"insufficient_quota\"}}"));
        row("500, 500, a reply", 3, "valid", 0, reply(500, "", ""), reply(500, "", ""), GOOD);
        row("503 for ever", 3, error, 3, reply(503, "", ""));
        row("501", 1, error, 3, reply(501, "", ""));
        row("503, `x-should-retry: false`", 1, error, 3, reply(503, "x-should-retry: false\r\n", ""));
        row("400, `x-should-retry: true`", 3, error, 3, reply(400, "x-should-retry: true\r\n", ""));
        row(
                "401 that echoes the key",
                1,
                error,
                3,
                reply(
                        401,
                        "x-request-id: " + KEY + "\r\n",
                        "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY
                                + "\",\"code\":\"invalid_api_key\"}}"));
        for (int status : new int[] {403, 404, 413, 422}) {
            row(Integer.toString(status), 1, error, 3, reply(status, "", ""));
        }
        row("context length", 1, error, 3, reply(400, "", "{\"error\":{\"code\":\"context_length_exceeded\"}}"));
        row(
                "a user's mistake as a 500",
                1,
                error,
                3,
                reply(500, "", "{\"error\":{\"message\":\"the request exceeds the available context size\"}}"));
        row(
                "unknown response format",
                1,
                error,
                3,
                reply(400, "", "{\"error\":{\"message\":\"response_format is not supported\"}}"));
        row(
                "`json_validate_failed`",
                1,
                "invalid_json",
                4,
                reply(
                        400,
                        "",
                        "{\"error\":{\"code\":\"json_validate_failed\",\"failed_generation\":\"No JSON here.\"}}"));
        row("redirect to another host", 1, error, 3, reply(307, "Location: https://other.example/v1\r\n", ""));
        row("redirect on the same host", 2, "valid", 0, reply(307, "Location: /v2/chat/completions\r\n", ""), GOOD);
        row("300 KiB of headers", 1, error, 3, reply(200, ("x-a: " + "a".repeat(8_000) + "\r\n").repeat(38), ""));

        streamed("stream, whole", 1, "valid", 0, EVENTS + HALF + REST + STOP + DONE);
        streamed(
                "stream, CRLF and CR mixed",
                1,
                "valid",
                0,
                EVENTS + (HALF + STOP.replace("{}", "{\"content\":\"\\\"Hi\\\"}\"}")).replace("\n\n", "\r\n\r") + DONE);
        streamed("stream, end without terminator", 1, "valid", 0, EVENTS + HALF + REST + STOP.stripTrailing());
        streamed("stream, `[DONE]` without finish reason", 1, "valid", 0, EVENTS + HALF + REST + DONE);
        streamed("stream, finish reason without `[DONE]`", 1, "valid", 0, EVENTS + HALF + REST + STOP);
        streamed("stream, cut after some text", 1, error, 3, EVENTS + HALF);
        streamed("stream, cut before any text", 3, error, 3, EVENTS + event(""));
        streamed(
                "stream, an error after some text",
                1,
                error,
                3,
                EVENTS + HALF + "data: {\"error\":{\"message\":\"overloaded\"}}\n\n");
        streamed(
                "stream, a malformed event in the middle",
                1,
                error,
                3,
                EVENTS + HALF + "data: {oops\n\n" + REST + STOP);
        streamed("stream, no event", 3, error, 3, EVENTS + ": ping\n\n");
        streamed(
                "stream, answered with JSON",
                1,
                "valid",
                0,
                GOOD.replace("X\r\n", "X\r\nContent-Type: application/json\r\n"));
        script("stream, comments only", true, 3, error, 3, counted(connection -> {
            connection.send(EVENTS);
            while (true) {
                connection.send(": ping\n\n");
            }
        }));
        script("stream, a stall after some text", true, 1, error, 3, counted(connection -> {
            connection.send(EVENTS + HALF);
            connection.awaitEnd();
        }));
        script("stream, open after `[DONE]`", true, 1, "valid", 0, counted(connection -> {
            connection.send(EVENTS + HALF + REST + STOP + DONE);
            connection.awaitEnd();
        }));
    }

    @Test
    void theTableIsTrue() throws Exception {
        rows();
        StringBuilder log = new StringBuilder();
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        Handler handler = collecting(log);
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        StringBuilder table = new StringBuilder("""
                # Faults of the world, and what a run makes of them

                Written by `FaultTableTest`, which holds each line to its expectations on loopback. Waits between attempts are
                skipped; each line takes less than 10 s, the timeouts that are tested being 1 s. The prompt wants `{"greeting": string}`.

                | fault | calls | outcome | exit | what the user sees first |
                | --- | --- | --- | --- | --- |
                """);
        try {
            for (Row row : rows) {
                table.append(line(row));
            }
        } finally {
            root.removeHandler(handler);
            root.setLevel(before);
        }
        assertThat(log.toString()).contains("cuecard").doesNotContain(KEY);
        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            Files.writeString(TABLE, table);
        }
        assertThat(table.toString()).isEqualTo(Files.readString(TABLE));
    }

    private String line(Row row) throws Exception {
        calls.set(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false,
                InstantSource.system());
        long start = System.nanoTime();
        int port;
        Result result;
        int exit;
        if (row.script == null) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
                port = free.getLocalPort();
            }
            result = run(row, port);
        } else {
            try (RawServer server = new RawServer(row.script)) {
                port = server.port();
                result = run(row, port);
            }
        }
        exit = new ResultPrinter(console, ReadingOptions.Format.output)
                .print(result)
                .number();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(row.fault).isLessThan(BOUND);
        String shown = err.toString(StandardCharsets.UTF_8);
        assertThat(shown).as(row.fault).doesNotContain(KEY, "Exception", "java.");
        assertThat(result.envelope().toJson().toString()).as(row.fault).doesNotContain(KEY);
        assertThat(calls.get()).as("calls: " + row.fault + "\n" + shown).isEqualTo(row.calls);
        assertThat(result.outcome().word()).as(row.fault + "\n" + shown).isEqualTo(row.outcome);
        assertThat(exit).as(row.fault).isEqualTo(row.exit);
        assertThat(out.toString(StandardCharsets.UTF_8).isEmpty()).as(row.fault).isEqualTo(exit != 0);
        String first = result.findings().isEmpty()
                ? "the output"
                : shown.lines()
                        .filter(line -> line.matches("(error|warning)\\[.*"))
                        .findFirst()
                        .orElse("");
        return "| " + row.fault + " | " + row.calls + " | " + row.outcome + " | " + exit + " | "
                + first.replace(":" + port, ":8081").replace("|", "\\|") + " |\n";
    }

    private Result run(Row row, int port) throws Exception {
        Provider provider = ((ProviderReading.Usable) ProviderReading.of(
                        "openai", "http://127.0.0.1:" + port + "/v1", "the test", KEY, Map.of(), false))
                .provider();
        Timeouts.Name tested = TIMEOUTS.get(row.fault);
        Timeouts timeouts = tested == null ? Timeouts.DEFAULT : Timeouts.DEFAULT.with(tested, Duration.ofSeconds(1));
        try (HttpConnections connections = HttpConnections.open(Duration.ofSeconds(5), Proxies.none());
                PromptEngine engine = PromptEngine.builder()
                        .client(new HttpChatClient(
                                provider, connections, timeouts, 2, ModelTable.builtIn(), new SkippingPace()))
                        .build()) {
            Prompt prompt = engine.load("t.prompt", """
                    prompt t
                    model "gpt-6-luna"
                    user "Say hello in JSON."
                    output json { greeting: string } reask 0
                    """);
            return row.streams
                    ? prompt.stream(Map.of(), RunOptions.DEFAULT, text -> {})
                    : prompt.run(Map.of(), RunOptions.DEFAULT);
        }
    }

    private static Handler collecting(StringBuilder log) {
        Handler handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord record) {
                log.append(record.getLoggerName())
                        .append(' ')
                        .append(record.getMessage())
                        .append('\n');
                if (record.getParameters() != null) {
                    log.append(Arrays.toString(record.getParameters())).append('\n');
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        return handler;
    }

    private static String reply(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body;
    }

    private static String completion(String content, String reason) {
        return "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + content
                + "\"},\"finish_reason\":\"" + reason + "\"}]}";
    }

    private static String event(String content) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + content + "\"}}]}\n\n";
    }
}
