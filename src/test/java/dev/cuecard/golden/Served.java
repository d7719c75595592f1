package dev.cuecard.golden;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.chat.http.HttpChatClient;
import dev.cuecard.chat.http.HttpConnections;
import dev.cuecard.chat.http.Proxies;
import dev.cuecard.chat.http.RawServer;
import dev.cuecard.chat.provider.OpenAi;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.chat.provider.Secret;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A golden of a provider that does not answer as it should: beside {@code NAME.prompt} stands {@code NAME.http}. Its first
 * lines may say how it goes, each {@code # word: value}:
 *
 * <ul>
 *   <li>{@code serve}: {@code closed} (nobody listens), {@code reset}, {@code silent}, {@code endless} (a body without
 *       end), {@code bytes} (the rest of the file as it is); else the rest is the reply to the request
 *   <li>{@code url}: the base URL, with {@code PORT} where the server's port goes
 *   <li>{@code key}: the key, or {@code none}
 *   <li>{@code organization}, {@code model}: other values, with the escapes of JSON
 *   <li>{@code connect}, {@code attempt}: timeouts in milliseconds
 * </ul>
 *
 * The port is told as 8081, so that the text is always the same.
 */
final class Served {

    private static final String PORT = "8081";

    private final Map<String, String> words = new LinkedHashMap<>();
    private final String reply;

    private Served(String text) {
        int at = 0;
        while (text.startsWith("# ", at)) {
            int end = text.indexOf('\n', at);
            int colon = text.indexOf(": ", at);
            words.put(text.substring(at + 2, colon), unescaped(text.substring(colon + 2, end)));
            at = end + 1;
        }
        reply = text.substring(at);
    }

    static boolean is(Case golden) {
        return golden.has(".http");
    }

    /** What a user sees. */
    static String errors(Case golden) throws Exception {
        return new Served(golden.text(".http")).run();
    }

    private String run() throws Exception {
        String serve = words.getOrDefault("serve", "reply");
        if (serve.equals("closed")) {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                port = free.getLocalPort();
            }
            return shown(call(port), port);
        }
        try (RawServer server = new RawServer(script(serve))) {
            return shown(call(server.port()), server.port());
        }
    }

    private RawServer.Script script(String serve) {
        return switch (serve) {
            case "reset" ->
                connection -> {
                    connection.readRequest();
                    connection.reset();
                };
            case "silent" -> RawServer.Connection::awaitEnd;
            case "endless" ->
                connection -> {
                    connection.readRequest();
                    connection.send("HTTP/1.1 200 OK\r\n\r\n");
                    while (true) {
                        connection.send(" ".repeat(1 << 16));
                    }
                };
            case "bytes" -> connection -> connection.send(reply);
            default ->
                connection -> {
                    connection.readRequest();
                    connection.send(wire());
                };
        };
    }

    /** The reply with the line ends of HTTP in its head, and the length of its body. */
    private String wire() {
        int blank = reply.indexOf("\n\n");
        String head = blank < 0 ? reply.stripTrailing() : reply.substring(0, blank);
        String body = blank < 0 ? "" : reply.substring(blank + 2);
        String length = head.contains("Content-Length")
                ? ""
                : "\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length;
        return (head + length + "\nConnection: close\n\n").replace("\n", "\r\n") + body;
    }

    private List<Diagnostic> call(int port) throws InterruptedException {
        String key = words.getOrDefault("key", "sk-0123456789abcdef");
        ProviderReading reading = new OpenAi(
                        key.equals("none") ? null : new Secret(key),
                        words.getOrDefault("url", "http://127.0.0.1:PORT/v1").replace("PORT", "" + port),
                        words.get("organization"),
                        null)
                .provider(false);
        if (reading instanceof ProviderReading.Refused refused) {
            return List.of(refused.diagnostic());
        }
        return send(((ProviderReading.Usable) reading).provider());
    }

    private List<Diagnostic> send(Provider provider) throws InterruptedException {
        ChatRequest request = new ChatRequest(
                words.getOrDefault("model", "gpt-6-luna"),
                Map.of(),
                List.of(ChatMessage.of(ChatRole.USER, "Say hello in JSON.")),
                List.of(),
                Json.object().put("type", "json_object").done());
        try (HttpConnections connections = HttpConnections.open(millis("connect"), Proxies.none())) {
            ChatOutcome outcome = new HttpChatClient(provider, connections, millis("attempt")).complete(request);
            return List.of(((ChatOutcome.Failed) outcome).diagnostic());
        }
    }

    private Duration millis(String word) {
        return Duration.ofMillis(Long.parseLong(words.getOrDefault(word, "30000")));
    }

    private static String unescaped(String value) {
        return value.replace("\\r", "\r").replace("\\n", "\n");
    }

    private static String shown(List<Diagnostic> findings, int port) {
        return DiagnosticRenderer.plain().render(findings).replace(":" + port, ":" + PORT);
    }
}
