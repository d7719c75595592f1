package dev.cuecard.sim;

import com.sun.net.httpserver.HttpExchange;
import dev.cuecard.chat.http.Wire;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.sim.refuse.ApiError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a request gets.
 *
 * @param status the HTTP status
 * @param headers further headers
 * @param parts the body, sent one after the other
 * @param ending how it ends
 */
record SimAnswer(int status, Map<String, String> headers, List<String> parts, Ending ending) {

    private static final String TYPE = "Content-Type";

    /** How a body ends. */
    enum Ending {
        /** As it should. */
        WHOLE,
        /** The connection is closed before its end. */
        CUT,
        /** Nothing more comes. */
        STALL,
        /** The connection is closed before its beginning. */
        NONE
    }

    /** What a client gets of it that is in the same process. */
    Wire.Carried carried() {
        return new Wire.Carried(status, headers, parts, Wire.Ending.valueOf(ending.name()));
    }

    static SimAnswer of(int status, Json body) {
        return new SimAnswer(status, Map.of(TYPE, "application/json"), List.of(JsonText.compact(body)), Ending.WHOLE);
    }

    static SimAnswer of(ApiError error) {
        return of(error.status(), error.toJson());
    }

    static SimAnswer ofEvents(List<String> events) {
        return new SimAnswer(200, Map.of(TYPE, "text/event-stream"), events, Ending.WHOLE);
    }

    private boolean isStream() {
        return "text/event-stream".equals(headers.get(TYPE));
    }

    /** The same with a fault of the server; faults of the model change nothing here. */
    SimAnswer with(SimFault fault) {
        return switch (fault) {
            case KEY -> of(new ApiError(401, "Incorrect API key provided.", null, "invalid_api_key"));
            case RATE_LIMIT -> {
                SimAnswer limited = of(new ApiError(429, "Rate limit reached.", null, "rate_limit_exceeded"));
                yield new SimAnswer(
                        429, Map.of(TYPE, "application/json", "Retry-After", "1"), limited.parts, Ending.WHOLE);
            }
            case QUOTA -> of(new ApiError(429, "You exceeded your current quota.", null, "insufficient_quota"));
            case SERVER_ERROR -> of(new ApiError(500, "The server had an error.", null, "server_error"));
            case OVERLOADED -> of(new ApiError(503, "The engine is overloaded.", null, "overloaded"));
            case HTML ->
                new SimAnswer(
                        200,
                        Map.of(TYPE, "text/html"),
                        List.of("<html><head><title>Gateway</title></head><body>One moment.</body></html>"),
                        Ending.WHOLE);
            case EMPTY_BODY -> new SimAnswer(200, headers, List.of(), Ending.WHOLE);
            case ERROR_IN_REPLY -> errorInReply();
            case CUT_STREAM -> new SimAnswer(200, headers, firstHalf(), Ending.CUT);
            case STALL -> new SimAnswer(200, headers, firstHalf(), Ending.STALL);
            case NO_REPLY -> new SimAnswer(200, headers, List.of(), Ending.NONE);
            case TRUNCATE, FENCE, PROSE, WRONG_TYPE, MISSING_FIELD, EMPTY, REFUSAL, CONTENT_FILTER -> this;
        };
    }

    private SimAnswer errorInReply() {
        Json.Obj error = new ApiError(500, "The server had an error.", null, "server_error").toJson();
        if (!isStream()) {
            return of(200, error);
        }
        List<String> events = new ArrayList<>(firstHalf());
        events.add(Completions.event(error));
        return new SimAnswer(200, headers, events, Ending.WHOLE);
    }

    private List<String> firstHalf() {
        if (parts.size() > 1) {
            return parts.subList(0, parts.size() / 2);
        }
        String whole = String.join("", parts);
        return List.of(whole.substring(0, whole.length() / 2));
    }

    /** Sends it. */
    void send(HttpExchange exchange) {
        if (ending == Ending.STALL) {
            // Whoever asked closes the connection, or the server when it ends.
            try {
                start(exchange, 0);
                write(exchange.getResponseBody());
            } catch (IOException e) {
                exchange.close();
            }
            return;
        }
        try (exchange) {
            if (ending != Ending.NONE) {
                long length = parts.stream()
                        .mapToLong(part -> part.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
                // One byte more than comes, so that the server closes the connection.
                start(exchange, ending == Ending.CUT ? length + 1 : isStream() ? 0 : length == 0 ? -1 : length);
                write(exchange.getResponseBody());
            }
        } catch (IOException e) {
            // Whoever asked has gone.
        }
    }

    private void start(HttpExchange exchange, long length) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("x-cuecard-simulated", "true");
        if (status == 405) {
            exchange.getResponseHeaders()
                    .set("Allow", exchange.getRequestURI().getPath().endsWith("/completions") ? "POST" : "GET");
        }
        exchange.sendResponseHeaders(status, length);
    }

    private void write(OutputStream body) throws IOException {
        for (String part : parts) {
            body.write(part.getBytes(StandardCharsets.UTF_8));
            body.flush();
        }
    }
}
