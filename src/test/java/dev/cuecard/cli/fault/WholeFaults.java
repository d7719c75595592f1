package dev.cuecard.cli.fault;

import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.http.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/** Faults of replies that are not streamed. */
final class WholeFaults extends FaultRows {

    private static final String GREETING = "{\\\"greeting\\\": \\\"Hi\\\"}";

    @Override
    void collect() {
        add(new FaultRow(
                "connection refused", null, "http://127.0.0.1:PORT/v1", false, 0, new AtomicInteger(), ERROR, 3, null));
        script("accepted, then reset", false, 3, ERROR, 3, RawServer.Connection::reset);
        script("closed without a reply", false, 3, ERROR, 3, connection -> {});
        timed("never answers", Timeouts.Name.HEADERS, false, 3, RawServer.Connection::awaitEnd);
        script("speaks no HTTP", false, 1, ERROR, 3, connection -> connection.send("SSH-2.0-x\r\n"));
        row("half a body by Content-Length", 3, ERROR, 3, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"choices\"");
        row("half a body, then all of it", 2, "valid", 0, "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", GOOD);
        timed("half a body, then silence", Timeouts.Name.BYTES, false, 3, connection -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"choices\"");
            connection.awaitEnd();
        });
        script("endless body", false, 1, ERROR, 3, connection -> {
            connection.send("HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                connection.send(" ".repeat(1 << 16));
            }
        });
        timed("endless body, slow", Timeouts.Name.ATTEMPT, false, 3, connection -> {
            connection.send("HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                connection.send(" ");
                Thread.sleep(50);
            }
        });
        add(answering(
                        "a deadline that is shorter than the wait",
                        false,
                        1,
                        ERROR,
                        3,
                        reply(429, "Retry-After: 5\r\n", ""))
                .boundBy(Timeouts.Name.OVERALL));
        row("broken chunks", 3, ERROR, 3, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n");
        row("200, empty", 3, ERROR, 3, reply(200, "", ""));
        row("200 with a web page", 1, ERROR, 3, reply(200, "Content-Type: text/html\r\n", "<html>One moment</html>"));
        row("200 with an error", 3, ERROR, 3, reply(200, "", "{\"error\":{\"message\":\"overloaded\"}}"));
        row("200 with a spent quota", 1, ERROR, 3, reply(200, "", "{\"error\":{\"code\":\"insufficient_quota\"}}"));
        row("`choices: []`", 3, ERROR, 3, reply(200, "", "{\"choices\":[]}"));
        row("100,000 brackets instead of a reply", 1, ERROR, 3, reply(200, "", "[".repeat(100_000)));
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
        row(
                "100,000 brackets in the reply",
                1,
                "invalid_json",
                4,
                reply(200, "", completion("[".repeat(100_000), "stop")));
        row("1e400", 1, "schema_violation", 4, reply(200, "", completion("{\\\"greeting\\\": 1e400}", "stop")));
        row("usage missing", 1, "valid", 0, GOOD);
        for (String tokens : List.of("-1", "1000000001", "1e99", "\"12\"")) {
            String usage = ",\"usage\":{\"prompt_tokens\":" + tokens + ",\"completion_tokens\":1,\"total_tokens\":2}}";
            row(
                    "usage of " + tokens + " tokens",
                    1,
                    "valid",
                    0,
                    reply(200, "", completion(GREETING, "stop").replaceFirst("}$", usage)));
        }
        row(
                "a reply that echoes the key",
                1,
                "valid",
                0,
                reply(200, "", completion(GREETING.replace("Hi", KEY), "stop")));
        row(
                "a server that knows no usage, id or index, and has more members",
                1,
                "valid",
                0,
                reply(
                        200,
                        "",
                        "{\"x\":1,\"choices\":[{\"message\":{\"content\":\"" + GREETING
                                + "\",\"reasoning\":null},\"logprobs\":0}],\"warnings\":[]}"));
        row("an error whose code is a number", 1, ERROR, 3, reply(400, "", "{\"error\":{\"code\":400,\"type\":7}}"));
        row("an error that is a text", 1, ERROR, 3, reply(400, "", "{\"error\":\"no\\u001b[31m way\"}"));
        add(gzipped("gzip bomb", 1, ERROR, 3, bomb()));
        add(gzipped("gzip, damaged", 3, ERROR, 3, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3}));
        row("429, `Retry-After: 1`, then a reply", 2, "valid", 0, reply(429, "Retry-After: 1\r\n", ""), GOOD);
        row(
                "429, `retry-after-ms` beside `retry-after`",
                2,
                "valid",
                0,
                reply(429, "retry-after-ms: 20\r\nretry-after: 86400\r\n", ""),
                GOOD);
        for (String after : List.of("-5", "NaN", "")) {
            row("429, `Retry-After: " + after + "`", 3, ERROR, 3, reply(429, "Retry-After: " + after + "\r\n", ""));
        }
        for (String after : List.of("1000000000000", "86400")) {
            row("429, `Retry-After: " + after + "`", 1, ERROR, 3, reply(429, "Retry-After: " + after + "\r\n", ""));
        }
        row("429 without a header", 3, ERROR, 3, reply(429, "", ""));
        row("429, `insufficient_quota`", 1, ERROR, 3, reply(429, "", "{\"error\":{\"code\":\"insufficient_quota\"}}"));
        row("500, 500, a reply", 3, "valid", 0, reply(500, "", ""), reply(500, "", ""), GOOD);
        row("503 for ever", 3, ERROR, 3, reply(503, "", ""));
        row("501", 1, ERROR, 3, reply(501, "", ""));
        row("503, `x-should-retry: false`", 1, ERROR, 3, reply(503, "x-should-retry: false\r\n", ""));
        row("400, `x-should-retry: true`", 3, ERROR, 3, reply(400, "x-should-retry: true\r\n", ""));
        row(
                "401 that echoes the key",
                1,
                ERROR,
                3,
                reply(
                        401,
                        "x-request-id: " + KEY + "\r\n",
                        "{\"error\":{\"message\":\"Incorrect API key provided: " + KEY
                                + "\",\"code\":\"invalid_api_key\"}}"));
        row(
                "401 that echoes a part of the key, and the key in Base64",
                1,
                ERROR,
                3,
                reply(
                        401,
                        "",
                        "{\"error\":{\"message\":\"bad key " + KEY.substring(6, 25) + "… ("
                                + Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8)) + ")\"}}"));
        row("408, 409, a reply", 3, "valid", 0, reply(408, "", ""), reply(409, "", ""), GOOD);
        for (int status : new int[] {403, 404, 413, 422}) {
            row(Integer.toString(status), 1, ERROR, 3, reply(status, "", ""));
        }
        row("context length", 1, ERROR, 3, reply(400, "", "{\"error\":{\"code\":\"context_length_exceeded\"}}"));
        row(
                "a user's mistake as a 500",
                1,
                ERROR,
                3,
                reply(500, "", "{\"error\":{\"message\":\"the request exceeds the available context size\"}}"));
        row(
                "unknown response format",
                1,
                ERROR,
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
        row("redirect to another host", 1, ERROR, 3, reply(307, "Location: https://other.example/v1\r\n", ""));
        row("redirect on the same host", 2, "valid", 0, reply(307, "Location: /v2/chat/completions\r\n", ""), GOOD);
        row("300 KiB of headers", 1, ERROR, 3, reply(200, ("x-a: " + "a".repeat(8_000) + "\r\n").repeat(38), ""));
    }

    private static FaultRow gzipped(String fault, int calls, String outcome, int exit, byte[] body) {
        AtomicInteger counted = new AtomicInteger();
        RawServer.Script script = connection -> {
            connection.readRequest();
            counted.getAndIncrement();
            connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                            + body.length + "\r\n\r\n");
            connection.send(body);
        };
        return new FaultRow(
                fault,
                () -> new RawServer(script),
                "http://127.0.0.1:PORT/v1",
                false,
                calls,
                counted,
                outcome,
                exit,
                null);
    }

    /** 100 MiB in 100 KB. */
    private static byte[] bomb() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                gzip.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
