package dev.cuecard.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.SkippingPace;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.data.ModelTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What failed runs leave behind: nothing. */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class LeftoverTest {

    private static final String EVENTS = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    private static final String HALF =
            EVENTS + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\n";

    private final AtomicInteger number = new AtomicInteger();

    private final AtomicInteger tunnel = new AtomicInteger();

    /** Of two providers and of a third behind a proxy, which share their connections as those of an engine do. */
    @Test
    void aThousandFailedRunsLeaveNothing() throws Exception {
        long before;
        try (RawServer one = new RawServer(this::misbehave);
                RawServer other = new RawServer(this::misbehave);
                RawServer proxy = new RawServer(this::refuseTunnel);
                HttpConnections connections = HttpConnections.open(
                        Duration.ofSeconds(5), Proxies.of("http://127.0.0.1:" + proxy.port(), ""))) {
            List<HttpChatClient> clients = List.of(
                    client(one.baseUrl(), connections),
                    client(other.baseUrl(), connections),
                    client("https://models.example/v1", connections));
            for (int i = 0; i < 60; i++) {
                fail(clients.get(i % 3));
            }
            before = handles();
            for (int i = 0; i < 1_000; i++) {
                fail(clients.get(i % 3));
            }
            // The other side of the connections is in this process, too, and a moment behind.
            await(() -> handles() <= before + 4);
            assertThat(handles()).isLessThanOrEqualTo(before + 4);
            // Each of them was asked.
            assertThat(number.get()).isGreaterThan(600);
            assertThat(tunnel.get()).isGreaterThan(300);
        }
        await(() -> threads() == 0);
        assertThat(threads()).isZero();
    }

    private static HttpChatClient client(String baseUrl, HttpConnections connections) {
        Timeouts timeouts = Timeouts.DEFAULT.with(Timeouts.Name.DATA, Duration.ofMillis(1));
        return new HttpChatClient(
                RetryTest.provider(baseUrl), connections, timeouts, 0, ModelTable.builtIn(), new SkippingPace());
    }

    /** What a proxy does instead of letting TLS through. */
    private void refuseTunnel(RawServer.Connection connection) throws IOException {
        connection.readRequest();
        switch (tunnel.getAndIncrement() % 5) {
            case 0 -> connection.reset();
            case 1 -> connection.send("HTTP/1.1 502 X\r\nContent-Length: 0\r\n\r\n");
            case 2 ->
                connection.send("HTTP/1.1 407 X\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
            case 3 -> connection.send("HTTP/1.1 200 OK\r\n\r\nno TLS");
            default -> connection.send("HTTP/1.1 200 OK\r\n\r\n");
        }
    }

    private void misbehave(RawServer.Connection connection) throws IOException {
        connection.readRequest();
        switch (number.getAndIncrement() % 5) {
            case 0 -> connection.reset();
            case 1 -> connection.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"choices\"");
            case 2 -> connection.send("HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n");
            case 3 -> connection.send(HALF);
            default -> {
                connection.send(HALF);
                connection.awaitEnd();
            }
        }
    }

    private static void fail(HttpChatClient client) throws InterruptedException {
        ChatOutcome outcome = client.complete(RetryTest.request(), new CallListener() {
            @Override
            public boolean wantsText() {
                return true;
            }
        });
        assertThat(outcome).isInstanceOf(ChatOutcome.Failed.class);
    }

    /** The files and sockets that this process holds open. */
    private static long handles() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("cuecard-http"))
                .count();
    }

    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
