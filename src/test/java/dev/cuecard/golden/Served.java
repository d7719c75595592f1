package dev.cuecard.golden;

import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.StoppedPace;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.guard.Breakers;
import dev.cuecard.chat.guard.Refusals;
import dev.cuecard.chat.http.HttpChatClient;
import dev.cuecard.chat.http.HttpConnections;
import dev.cuecard.chat.http.Proxies;
import dev.cuecard.chat.http.RawServer;
import dev.cuecard.chat.provider.OpenAi;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.chat.provider.Secret;
import dev.cuecard.diagnostic.Diagnostic;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
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
 *   <li>{@code connect}, {@code headers}, {@code attempt}: timeouts in milliseconds
 *   <li>{@code asked}: how often it is asked, as a suite of tests does; what comes of the last time is shown
 * </ul>
 *
 * The port is told as 8081, so that the text is always the same.
 */
final class Served {

    private static final String PORT = "8081";

    private final Map<String, String> words = new LinkedHashMap<>();
    private final String reply;

    private int port;

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

    /** The server and the client that a file describes. */
    static Served of(Case golden) {
        return new Served(golden.text(".http"));
    }

    /** Sends a request and takes what comes. */
    ChatOutcome ask(ChatRequest request) throws Exception {
        String serve = words.getOrDefault("serve", "reply");
        if (serve.equals("closed")) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
                port = free.getLocalPort();
            }
            return call(request);
        }
        try (RawServer server = new RawServer(script(serve))) {
            port = server.port();
            return call(request);
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
            case "bytes" ->
                connection -> {
                    connection.send(reply);
                    connection.awaitEnd();
                };
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

    private ChatOutcome call(ChatRequest request) throws InterruptedException {
        String key = words.getOrDefault("key", "sk-0123456789abcdef");
        ProviderReading reading = new OpenAi(
                        key.equals("none") ? null : new Secret(key),
                        words.getOrDefault("url", "http://127.0.0.1:PORT/v1").replace("PORT", "" + port),
                        words.get("organization"),
                        null)
                .provider(false);
        if (reading instanceof ProviderReading.Refused refused) {
            return new ChatOutcome.Failed(refused.diagnostic(), Fault.of(Fault.Kind.NOT_SENT), Duration.ZERO, 0);
        }
        return send(((ProviderReading.Usable) reading).provider(), request);
    }

    private ChatOutcome send(Provider provider, ChatRequest request) throws InterruptedException {
        String model = words.getOrDefault("model", request.model());
        ChatRequest sent = new ChatRequest(
                model, request.parameters(), request.messages(), request.tools(), request.responseFormat());
        try (HttpConnections connections = HttpConnections.open(millis("connect"), Proxies.none())) {
            Timeouts timeouts = Timeouts.DEFAULT
                    .with(Timeouts.Name.ATTEMPT, millis("attempt"))
                    .with(Timeouts.Name.HEADERS, millis("headers"));
            return asked(new HttpChatClient(provider, connections, timeouts, 0), sent);
        }
    }

    private ChatOutcome asked(ChatClient client, ChatRequest request) throws InterruptedException {
        ChatClient guarded = new Breakers(new StoppedPace()).guard(client);
        Refusals refusals = new Refusals();
        for (int left = Integer.parseInt(words.getOrDefault("asked", "1")); left > 1; left--) {
            refusals.note(client.provider(), request.model(), guarded.complete(request));
        }
        Diagnostic refused = refusals.of(client.provider(), request.model());
        return refused == null ? guarded.complete(request) : ChatOutcome.Failed.unsent(refused);
    }

    private Duration millis(String word) {
        return Duration.ofMillis(Long.parseLong(words.getOrDefault(word, "30000")));
    }

    private static String unescaped(String value) {
        return value.replace("\\r", "\r").replace("\\n", "\n");
    }

    /** A text with the port that is told. */
    String masked(String text) {
        return text.replace(":" + port, ":" + PORT);
    }
}
