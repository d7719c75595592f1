package dev.cuecard.chat.http;

import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.reply.Answer;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes over the wire, the same for each attempt.
 *
 * @param request what is sent
 * @param body its body
 * @param size the bytes of its body
 */
record Sending(HttpRequest request, String body, int size) {

    private static final String JSON = "application/json";

    static Sending of(Provider provider, ChatRequest asked, boolean streamed) {
        String text = JsonText.compact(body(asked, streamed));
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        URI uri = provider.endpoint("chat/completions");
        // Over plain http the JDK would offer HTTP/2 by an upgrade that some servers choke on.
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .version(
                        uri.getScheme().equalsIgnoreCase("https")
                                ? HttpClient.Version.HTTP_2
                                : HttpClient.Version.HTTP_1_1)
                .setHeader("Content-Type", JSON)
                .setHeader("Accept", streamed ? "text/event-stream, " + JSON : JSON)
                .setHeader("User-Agent", UserAgent.VALUE)
                .setHeader("Idempotency-Key", "cuecard-" + UUID.randomUUID())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (provider.key() != null) {
            request.setHeader("Authorization", "Bearer " + provider.key().reveal());
        }
        provider.headers().forEach(request::setHeader);
        return new Sending(request.build(), text, body.length);
    }

    private static Json.Obj body(ChatRequest asked, boolean streamed) {
        Json.Obj body = asked.toJson();
        if (!streamed) {
            return body;
        }
        Json.ObjBuilder more = Json.object();
        body.members().forEach(more::put);
        return more.put("stream", true)
                .put("stream_options", Json.object().put("include_usage", true).done())
                .done();
    }

    /** The same to where a redirect points, when that is the same server and the method stays; null otherwise. */
    @Nullable
    Sending redirected(Answer.Bad bad) {
        Integer status = bad.fault().status();
        String location = bad.headers().firstValue("Location").orElse(null);
        if (status == null || (status != 307 && status != 308) || location == null) {
            return null;
        }
        try {
            URI from = request.uri();
            URI to = from.resolve(location);
            return isSameServer(from, to) ? new Sending(at(to), body, size) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isSameServer(URI from, URI to) {
        return from.getScheme().equalsIgnoreCase(String.valueOf(to.getScheme()))
                && from.getHost().equalsIgnoreCase(to.getHost())
                && port(from) == port(to)
                && to.getRawUserInfo() == null;
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private HttpRequest at(URI uri) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(uri).POST(request.bodyPublisher().orElseThrow());
        request.version().ifPresent(builder::version);
        for (Map.Entry<String, List<String>> header : request.headers().map().entrySet()) {
            header.getValue().forEach(value -> builder.header(header.getKey(), value));
        }
        return builder.build();
    }
}
