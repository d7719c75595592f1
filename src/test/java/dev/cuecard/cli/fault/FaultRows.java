package dev.cuecard.cli.fault;

import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.http.RawServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects lines of the table of faults. */
abstract class FaultRows {

    static final String KEY = "sk-proj-0123456789abcdefABCDEF";
    static final String ERROR = "provider_error";
    static final String GOOD = reply(200, "", completion("{\\\"greeting\\\": \\\"Hi\\\"}", "stop"));

    private final List<FaultRow> rows = new ArrayList<>();

    /** The lines, in the order of the table. */
    final List<FaultRow> rows() {
        rows.clear();
        collect();
        return List.copyOf(rows);
    }

    abstract void collect();

    final void add(FaultRow row) {
        rows.add(row);
    }

    /** A server that answers one request after the other, the last reply for ever. */
    final void row(String fault, int calls, String outcome, int exit, String... replies) {
        rows.add(answering(fault, false, calls, outcome, exit, replies));
    }

    final void streamed(String fault, int calls, String outcome, int exit, String reply) {
        rows.add(answering(fault, true, calls, outcome, exit, reply));
    }

    /** A server that does something to each connection whose request it has read. */
    final void script(String fault, boolean streams, int calls, String outcome, int exit, RawServer.Script script) {
        rows.add(scripted(fault, streams, calls, outcome, exit, script));
    }

    /** The same where a bound of time ends it. */
    final void timed(String fault, Timeouts.Name timer, boolean streams, int calls, RawServer.Script script) {
        rows.add(scripted(fault, streams, calls, ERROR, 3, script).boundBy(timer));
    }

    final FaultRow answering(String fault, boolean streams, int calls, String outcome, int exit, String... replies) {
        AtomicInteger counted = new AtomicInteger();
        RawServer.Script script = connection -> {
            connection.readRequest();
            connection.send(replies[Math.min(counted.getAndIncrement(), replies.length - 1)]);
        };
        return plain(fault, streams, calls, counted, outcome, exit, script);
    }

    private static FaultRow scripted(
            String fault, boolean streams, int calls, String outcome, int exit, RawServer.Script script) {
        AtomicInteger counted = new AtomicInteger();
        RawServer.Script counting = connection -> {
            connection.readRequest();
            counted.getAndIncrement();
            script.run(connection);
        };
        return plain(fault, streams, calls, counted, outcome, exit, counting);
    }

    private static FaultRow plain(
            String fault,
            boolean streams,
            int calls,
            AtomicInteger counted,
            String outcome,
            int exit,
            RawServer.Script script) {
        return new FaultRow(
                fault,
                () -> new RawServer(script),
                "http://127.0.0.1:PORT/v1",
                streams,
                calls,
                counted,
                outcome,
                exit,
                null);
    }

    static String reply(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body;
    }

    /** A whole reply; the content with the escapes of JSON. */
    static String completion(String content, String reason) {
        return "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"" + content
                + "\"},\"finish_reason\":\"" + reason + "\"}]}";
    }

    /** A piece of a streamed reply; the content with the escapes of JSON. */
    static String event(String content) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + content + "\"}}]}\n\n";
    }
}
