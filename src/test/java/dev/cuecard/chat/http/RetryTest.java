package dev.cuecard.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.SkippingPace;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.data.ModelTable;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The loop of retries, on loopback; no test waits. */
@Timeout(60)
class RetryTest {

    private static final String GOOD =
            "{\"choices\": [{\"message\": {\"content\": \"Hello!\"}, \"finish_reason\": \"stop\"}]}";

    private final HttpConnections connections = HttpConnections.open(Duration.ofSeconds(5), Proxies.none());
    private final SkippingPace pace = new SkippingPace();
    private RawServer server;

    @AfterEach
    void stop() throws IOException {
        connections.close();
        server.close();
    }

    @Test
    void twoFaultsAndAReply() throws Exception {
        serve(reply(500, "", ""), reply(503, "", ""), reply(200, "", GOOD));
        ChatOutcome outcome = ask();
        assertThat(outcome).isInstanceOf(ChatOutcome.Answered.class);
        assertThat(outcome.retries()).isEqualTo(2);
        assertThat(pace.waits()).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(outcome.latency()).isGreaterThanOrEqualTo(Duration.ofMillis(1500));
        assertThat(requests()).hasSize(3);
    }

    @Test
    void oneKeyForAllAttemptsAndAnotherForTheNextCall() throws Exception {
        serve(reply(500, "", ""), reply(200, "", GOOD), reply(200, "", GOOD));
        ask();
        ask();
        List<String> keys = requests().stream().map(RetryTest::idempotencyKey).toList();
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    }

    @Test
    void whenAllFailItIsSaidHowOften() throws Exception {
        serve(reply(503, "", ""));
        ChatOutcome.Failed failed = (ChatOutcome.Failed) ask();
        assertThat(failed.retries()).isEqualTo(2);
        assertThat(shown(failed)).contains("= note: tried 3 times");
        assertThat(requests()).hasSize(3);
    }

    @Test
    void theServersWaitIsTaken() throws Exception {
        serve(reply(429, "Retry-After: 7\r\nretry-after-ms: 1250\r\n", ""), reply(200, "", GOOD));
        assertThat(ask().retries()).isEqualTo(1);
        assertThat(pace.waits()).containsExactly(Duration.ofMillis(1250));
    }

    @Test
    void aSpentQuotaIsAskedForOnce() throws Exception {
        serve(reply(429, "", "{\"error\": {\"message\": \"No quota.\", \"code\": \"insufficient_quota\"}}"));
        assertThat(ask()).isInstanceOf(ChatOutcome.Failed.class);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void theListenerCanForbidIt() throws Exception {
        serve(reply(500, "", ""));
        List<Fault.Kind> heard = new ArrayList<>();
        client().complete(request(), new CallListener() {
            @Override
            public boolean retries(Fault fault, Duration wait) {
                heard.add(fault.kind());
                return false;
            }
        });
        assertThat(heard).containsExactly(Fault.Kind.STATUS);
        assertThat(requests()).hasSize(1);
    }

    @Test
    void redirectOnTheSameServerIsFollowedOnce() throws Exception {
        serve(reply(307, "Location: /v2/chat/completions\r\n", ""), reply(200, "", GOOD));
        assertThat(ask())
                .isInstanceOf(ChatOutcome.Answered.class)
                .extracting(ChatOutcome::retries)
                .isEqualTo(0);
        assertThat(requests().get(1)).startsWith("POST /v2/chat/completions").contains("Authorization: Bearer sk-");
    }

    @Test
    void theSecondRedirectIsNot() throws Exception {
        serve(reply(308, "Location: /v2/chat/completions\r\n", ""));
        assertThat(((ChatOutcome.Failed) ask()).fault().kind()).isEqualTo(Fault.Kind.REDIRECT);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void nothingIsSentToAnotherHost() throws Exception {
        try (RawServer other = RawServer.answering(200, "", GOOD)) {
            serve(reply(307, "Location: " + other.baseUrl() + "/chat/completions\r\n", ""));
            assertThat(((ChatOutcome.Failed) ask()).fault().kind()).isEqualTo(Fault.Kind.REDIRECT);
            assertThat(other.requestsLeft()).isZero();
        }
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        serve(reply(500, "", ""));
        Thread caller = Thread.currentThread();
        HttpChatClient client = client();
        assertThat(catchThrowable(() -> client.complete(request(), new CallListener() {
                    @Override
                    public boolean retries(Fault fault, Duration wait) {
                        caller.interrupt();
                        return true;
                    }
                })))
                .isInstanceOf(InterruptedException.class);
        assertThat(requests()).hasSize(1);
    }

    private ChatOutcome ask() throws InterruptedException {
        return client().complete(request());
    }

    private HttpChatClient client() {
        return new HttpChatClient(
                provider(server.baseUrl()), connections, Timeouts.DEFAULT, 2, ModelTable.builtIn(), pace);
    }

    /** A server that answers one after the other, the last for ever. */
    private void serve(String... replies) throws IOException {
        AtomicInteger count = new AtomicInteger();
        server = new RawServer(connection -> {
            connection.readRequest();
            connection.send(replies[Math.min(count.getAndIncrement(), replies.length - 1)]);
        });
    }

    private List<String> requests() throws InterruptedException {
        List<String> all = new ArrayList<>();
        while (server.requestsLeft() > 0) {
            all.add(server.request());
        }
        return all;
    }

    static String reply(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    private static String idempotencyKey(String request) {
        Matcher key = Pattern.compile("(?i)\r\nIdempotency-Key: (\\S+)\r\n").matcher(request);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private static String shown(ChatOutcome.Failed failed) {
        return DiagnosticRenderer.plain().render(failed.diagnostic());
    }

    static ChatRequest request() {
        return new ChatRequest(
                "gpt-6-luna", Map.of(), List.of(ChatMessage.of(ChatRole.USER, "Hello!")), List.of(), null);
    }

    static Provider provider(String baseUrl) {
        return ((ProviderReading.Usable)
                        ProviderReading.of("openai", baseUrl, "the test", "sk-0123456789abcdef", Map.of(), false))
                .provider();
    }
}
