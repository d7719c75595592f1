package dev.cuecard.cli;

import com.sun.net.httpserver.HttpServer;
import dev.cuecard.data.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * A Chat Completions server on loopback that answers with given texts, one after the other, and keeps the requests. A text
 * {@code call:weather {"town": "Oslo"}} calls that tool.
 */
public final class Script implements AutoCloseable {

    private final HttpServer server;
    private final Deque<String> replies;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    public Script(String... contents) throws IOException {
        replies = new ArrayDeque<>(List.of(contents));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = completion(replies.remove()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private static String completion(String content) {
        if (content.startsWith("call:")) {
            int blank = content.indexOf(' ');
            return completion(
                    "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\","
                            + "\"function\":{\"name\":\"" + content.substring(5, blank) + "\",\"arguments\":"
                            + Json.of(content.substring(blank + 1)) + "}}]}",
                    "tool_calls");
        }
        return completion("{\"role\":\"assistant\",\"content\":" + Json.of(content) + "}", "stop");
    }

    private static String completion(String message, String finish) {
        return "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"scripted-1\",\"choices\":[{\"index\":0,"
                + "\"message\":" + message + ",\"finish_reason\":\"" + finish + "\"}],"
                + "\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,\"total_tokens\":15}}";
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
