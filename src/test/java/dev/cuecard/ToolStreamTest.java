package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.cuecard.data.Json;
import dev.cuecard.output.ToolUse;
import dev.cuecard.render.Given;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Runs with tools, heard while they happen. */
class ToolStreamTest extends ToolRuns {

    @Test
    void whoListensHearsOfTheTools() throws Exception {
        model.replies("Let me see.", "tool_calls", "weather {\"town\": \"Oslo\"}")
                .says("No.");
        StreamListener listener = new StreamListener() {
            @Override
            public void text(String more) {
                seen.add(more);
            }

            @Override
            public void called(List<ToolUse> uses) {
                uses.forEach(use -> seen.add(use.name() + " " + use.result()));
            }
        };
        try (PromptEngine engine = engine().tool("weather", arguments -> WARM).build()) {
            engine.load("trip.prompt", TEXT).stream(Map.<String, Given>of(), RunOptions.DEFAULT, listener);
        }
        assertThat(seen).containsExactly("Let me see.", "weather {\"celsius\":20}", "No.");
    }

    /** Two calls in one streamed reply, whose fragments arrive by turns; then the answer. */
    @Test
    void callsThatAreStreamedInFragmentsAreAnswered() throws Exception {
        String first = chunk(
                        "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":["
                                + "{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"\"}}]}")
                + chunk("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"town\\\":\"}}]}")
                + chunk("{\"tool_calls\":[{\"index\":1,\"id\":\"b\",\"type\":\"function\",\"function\":"
                        + "{\"name\":\"weather\",\"arguments\":\"{\\\"town\\\":\\\"Ro\"}}]}")
                + chunk("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"Oslo\\\"}\"}},"
                        + "{\"index\":1,\"function\":{\"arguments\":\"me\\\"}\"}}]}")
                + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\ndata: [DONE]\n\n";
        String second = chunk("{\"content\":\"In \"}") + chunk("{\"content\":\"Oslo.\"}")
                + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
        Queue<String> replies = new ArrayDeque<>(List.of(first, second));
        List<String> bodies = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] reply = replies.remove().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        try (PromptEngine engine = PromptEngine.builder()
                .apiKey("k")
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/v1")
                .tool("weather", arguments -> {
                    seen.add(arguments.toString());
                    return WARM;
                })
                .build()) {
            List<String> texts = new ArrayList<>();
            Result result = engine.load("trip.prompt", TEXT).stream(Map.of(), texts::add);
            assertThat(result.output()).isEqualTo(Json.of("In Oslo."));
            assertThat(texts).containsExactly("In ", "Oslo.");
        } finally {
            server.stop(0);
        }
        assertThat(seen).containsExactly("{\"town\":\"Oslo\"}", "{\"town\":\"Rome\"}");
        assertThat(bodies.get(1)).contains("\"tool_call_id\":\"a\"", "\"tool_call_id\":\"b\"", "\"stream\":true");
    }

    private static String chunk(String delta) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":null}]}\n\n";
    }
}
