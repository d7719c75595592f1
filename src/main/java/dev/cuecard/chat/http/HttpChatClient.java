package dev.cuecard.chat.http;

import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderErrors;
import dev.cuecard.data.JsonText;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests to a provider's Chat Completions API, once each. */
public final class HttpChatClient implements ChatClient {

    /** How long an attempt may take where nothing else is said. */
    public static final Duration ATTEMPT = Duration.ofMinutes(10);

    private final Provider provider;
    private final Attempt attempt;

    /**
     * @param provider where requests go
     * @param connections shared with other clients; whoever opened them closes them
     * @param limit how long an attempt may take, connecting included
     */
    public HttpChatClient(Provider provider, HttpConnections connections, Duration limit) {
        this.provider = provider;
        this.attempt = new Attempt(connections, limit);
    }

    @Override
    public ChatOutcome complete(ChatRequest request) throws InterruptedException {
        long start = System.nanoTime();
        Answer answer = answer(request);
        Duration latency = Duration.ofNanos(System.nanoTime() - start);
        if (answer instanceof Answer.Good good) {
            return new ChatOutcome.Answered(good.reply(), latency, 0);
        }
        Answer.Bad bad = (Answer.Bad) answer;
        return new ChatOutcome.Failed(bad.diagnostic(), bad.fault(), latency, 0);
    }

    private Answer answer(ChatRequest request) throws InterruptedException {
        String model = request.model();
        if (model != null && model.chars().anyMatch(Character::isISOControl)) {
            return new Answer.Bad(ProviderErrors.unsendableModel(model), Fault.of(Fault.Kind.NOT_SENT));
        }
        byte[] body = JsonText.compact(request.toJson()).getBytes(StandardCharsets.UTF_8);
        return attempt.send(http(body), new Call(provider, request, body.length));
    }

    private HttpRequest http(byte[] body) {
        URI uri = provider.endpoint("chat/completions");
        // Over plain http the JDK would offer HTTP/2 by an upgrade that some servers choke on.
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .version(
                        uri.getScheme().equalsIgnoreCase("https")
                                ? HttpClient.Version.HTTP_2
                                : HttpClient.Version.HTTP_1_1)
                .setHeader("Content-Type", "application/json")
                .setHeader("Accept", "application/json")
                .setHeader("User-Agent", UserAgent.VALUE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (provider.key() != null) {
            request.setHeader("Authorization", "Bearer " + provider.key().reveal());
        }
        provider.headers().forEach(request::setHeader);
        return request.build();
    }
}
