package dev.cuecard.chat.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.StoppedPace;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.http.HttpChatClient;
import dev.cuecard.chat.http.HttpConnections;
import dev.cuecard.chat.http.Proxies;
import dev.cuecard.chat.http.RawServer;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Five failures in a row open the breaker of a provider; after a wait one call tries, and heals it or not. */
class BreakersTest {

    private static final ChatRequest REQUEST =
            new ChatRequest("m", Map.of(), List.of(ChatMessage.of(ChatRole.USER, "Hi.")), List.of(), null);

    private final StoppedPace pace = new StoppedPace();
    private final Breakers breakers = new Breakers(pace);
    private int calls;

    /** What the provider does; null stands for an answer. */
    private @Nullable Fault fault = new Fault(Fault.Kind.STATUS, 503, null, null);

    private ChatClient client(@Nullable String name) {
        return breakers.guard(new ChatClient() {
            @Override
            public @Nullable String provider() {
                return name;
            }

            @Override
            public ChatOutcome complete(ChatRequest request) {
                calls++;
                return fault == null
                        ? new ChatOutcome.Answered(
                                new ChatReply(null, "Hi", null, List.of(), "stop", null, null, false), Duration.ZERO, 0)
                        : new ChatOutcome.Failed(
                                Diagnostic.error(Code.P730, "a fault").done(), fault, Duration.ZERO, 0);
            }
        });
    }

    private static String ask(ChatClient client, int times) throws InterruptedException {
        String last = "";
        for (int i = 0; i < times; i++) {
            last = client.complete(REQUEST) instanceof ChatOutcome.Failed failed
                    ? failed.diagnostic().code().name()
                    : "answered";
        }
        return last;
    }

    @Test
    void fiveFailuresInARowOpenIt() throws Exception {
        ChatClient client = client("p");
        assertThat(ask(client, 5)).isEqualTo("P730");
        assertThat(ask(client, 3)).isEqualTo("P757");
        assertThat(calls).isEqualTo(5);
        assertThat(ask(client("another"), 1)).as("another provider").isEqualTo("P730");
    }

    @Test
    void anAnswerBetweenThemBeginsTheCountAnew() throws Exception {
        ChatClient client = client("p");
        ask(client, 4);
        fault = null;
        ask(client, 1);
        fault = new Fault(Fault.Kind.RESET, null, null, null);
        assertThat(ask(client, 5)).isEqualTo("P730");
        assertThat(calls).isEqualTo(10);
    }

    @Test
    void itHeals() throws Exception {
        ChatClient client = client("p");
        ask(client, 6);
        pace.pass(Breaker.WAIT.minusNanos(1));
        assertThat(ask(client, 1)).isEqualTo("P757");
        pace.pass(Duration.ofNanos(1));
        assertThat(ask(client, 1)).as("the trial fails").isEqualTo("P730");
        assertThat(ask(client, 1)).isEqualTo("P757");
        pace.pass(Breaker.WAIT);
        fault = null;
        assertThat(ask(client, 3)).isEqualTo("answered");
        assertThat(calls).isEqualTo(9);
    }

    /** The same against a server that recovers. */
    @Test
    void itHealsOnLoopback() throws Exception {
        String body = "{\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}";
        AtomicBoolean well = new AtomicBoolean();
        AtomicInteger requests = new AtomicInteger();
        try (RawServer server = new RawServer(connection -> {
                    connection.readRequest();
                    requests.incrementAndGet();
                    connection.send(
                            well.get()
                                    ? "HTTP/1.1 200 X\r\nConnection: close\r\nContent-Length: " + body.length()
                                            + "\r\n\r\n" + body
                                    : "HTTP/1.1 500 X\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                });
                HttpConnections connections = HttpConnections.open(Duration.ofSeconds(5), Proxies.none())) {
            Provider provider = ((ProviderReading.Usable)
                            ProviderReading.of("p", server.baseUrl(), "the test", "sk-x", Map.of(), false))
                    .provider();
            ChatClient client = breakers.guard(new HttpChatClient(provider, connections, Timeouts.DEFAULT, 0));
            assertThat(ask(client, 8)).isEqualTo("P757");
            assertThat(requests).hasValue(5);
            well.set(true);
            pace.pass(Breaker.WAIT);
            assertThat(ask(client, 4)).isEqualTo("answered");
            assertThat(requests).hasValue(9);
        }
    }

    @Test
    void oneCallTriesAndTheOthersWaitForIt() {
        Breaker breaker = new Breaker(pace);
        for (int i = 0; i < Breaker.FAILURES; i++) {
            breaker.begin().end(Breaker.End.FAILED);
        }
        pace.pass(Breaker.WAIT);
        Breaker.Pass trial = breaker.begin();
        assertThat(trial).isNotNull();
        assertThat(breaker.begin()).isNull();
        assertThat(breaker.left()).isZero();
        trial.end(Breaker.End.UNKNOWN);
        assertThat(breaker.begin())
                .as("a trial that told nothing is followed by another")
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS, 500, true",
        "STATUS, 408, true",
        "STATUS, 400, false",
        "STATUS, 401, false",
        "STATUS, 429, false",
        "NO_CONNECTION, , true",
        "HEADERS_TIMEOUT, , true",
        "CUT, 200, true",
        "CANCELLED, , false",
        "NOT_SENT, , false",
        "OVER_BUDGET, , false"
    })
    void whatCountsIsThatTheProviderIsNotWell(Fault.Kind kind, @Nullable Integer status, boolean counts)
            throws Exception {
        fault = new Fault(kind, status, null, null);
        assertThat(ask(client("p"), 6)).isEqualTo(counts ? "P757" : "P730");
    }

    @Test
    void whoHasNoNameHasNoBreaker() throws Exception {
        assertThat(ask(client(null), 50)).isEqualTo("P730");
    }
}
