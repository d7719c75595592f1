package dev.cuecard.cli.fault;

import dev.cuecard.chat.Timeouts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Faults of streamed replies. */
final class StreamFaults extends FaultRows {

    private static final String EVENTS =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
    private static final String HALF = event("{\\\"greeting\\\": ");
    private static final String REST = event("\\\"Hi\\\"}");
    private static final String STOP =
            "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private static final String DONE = "data: [DONE]\n\n";

    @Override
    void collect() {
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
        streamed("stream, cut after some text", 1, ERROR, 3, EVENTS + HALF);
        streamed("stream, cut before any text", 3, ERROR, 3, EVENTS + event(""));
        streamed(
                "stream, an error after some text",
                1,
                ERROR,
                3,
                EVENTS + HALF + "data: {\"error\":{\"message\":\"overloaded\"}}\n\n");
        streamed(
                "stream, a malformed event in the middle",
                1,
                ERROR,
                3,
                EVENTS + HALF + "data: {oops\n\n" + REST + STOP);
        streamed("stream, no event", 3, ERROR, 3, EVENTS + ": ping\n\n");
        streamed(
                "stream, answered with JSON",
                1,
                "valid",
                0,
                GOOD.replace("X\r\n", "X\r\nContent-Type: application/json\r\n"));
        timed("stream, comments only", Timeouts.Name.FIRST, true, 3, connection -> {
            connection.send(EVENTS);
            while (true) {
                connection.send(": ping\n\n");
            }
        });
        timed("stream, a stall after some text", Timeouts.Name.DATA, true, 1, connection -> {
            connection.send(EVENTS + HALF);
            connection.awaitEnd();
        });
        script("stream, open after `[DONE]`", true, 1, "valid", 0, connection -> {
            connection.send(EVENTS + HALF + REST + STOP + DONE);
            connection.awaitEnd();
        });
        timed("stream, comments only after some text", Timeouts.Name.DATA, true, 1, connection -> {
            connection.send(EVENTS + HALF);
            while (true) {
                connection.send(": ping\n\n");
                Thread.sleep(20);
            }
        });
        script("stream, one byte a chunk, with an emoji", true, 1, "valid", 0, connection -> {
            connection.send(EVENTS);
            for (byte one : (HALF + event("\\\"🎉\\\"}") + STOP + DONE).getBytes(StandardCharsets.UTF_8)) {
                connection.send(new byte[] {one});
            }
        });
        script("stream, cut inside an emoji", true, 1, ERROR, 3, connection -> {
            byte[] bytes = (EVENTS + HALF + event("🎉")).getBytes(StandardCharsets.UTF_8);
            connection.send(Arrays.copyOf(bytes, bytes.length - 8));
        });
        script("stream, not UTF-8", true, 1, ERROR, 3, connection -> {
            connection.send(EVENTS + HALF);
            connection.send(event("\u00ff").getBytes(StandardCharsets.ISO_8859_1));
        });
        streamed(
                "stream, an error before any text",
                3,
                ERROR,
                3,
                EVENTS + "data: {\"error\":{\"message\":\"overloaded\"}}\n\n");
        streamed(
                "stream, `event: error`",
                1,
                ERROR,
                3,
                EVENTS + HALF + "event: error\ndata: {\"message\":\"overloaded\"}\n\n");
        streamed(
                "stream, `length` with half an object",
                1,
                "truncated",
                4,
                EVENTS + HALF + STOP.replace("stop", "length"));
        streamed(
                "stream, `choices: []` and usage at the end",
                1,
                "valid",
                0,
                EVENTS + HALF + REST + STOP
                        + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"total_tokens\":2}}\n\n"
                        + DONE);
        streamed("stream, a line of 2 MiB", 1, ERROR, 3, EVENTS + HALF + "data: " + "x".repeat(2 << 20));
        script("stream, endless text", true, 1, ERROR, 3, connection -> {
            connection.send(EVENTS);
            String piece = event("x".repeat(1 << 16));
            while (true) {
                connection.send(piece);
            }
        });
        script("stream that echoes the key letter by letter", true, 1, "valid", 0, connection -> {
            connection.send(EVENTS + HALF + event("\\\""));
            for (int i = 0; i < KEY.length(); i++) {
                char letter = KEY.charAt(i);
                connection.send(event(String.valueOf(letter)));
            }
            connection.send(event("\\\"}") + STOP + DONE);
        });
    }
}
