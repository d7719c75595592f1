package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.Cancellation;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.chat.http.RawServer;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.output.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A run that is cancelled is back within 200 ms, wherever it is, with an outcome and with nothing left behind. */
@Timeout(60)
class CancelledRunTest {

    private static final Duration BOUND = Duration.ofMillis(200);
    private static final String TEXT = "prompt t\nmodel \"gpt-6-luna\"\nuser \"Hi.\"\noutput text\n";
    private static final String EVENTS = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    private static final String HALF =
            EVENTS + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\n";

    private final Cancellation stop = new Cancellation();
    private final RunOptions options = RunOptions.DEFAULT.withCancellation(stop);
    private final AtomicReference<Thread> runner = new AtomicReference<>();
    private final ExecutorService threads = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "runner");
        runner.set(thread);
        return thread;
    });

    /** Waits until the run is where it is to be cancelled. */
    private interface Until {
        void come() throws Exception;
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void whileItConnects() throws Exception {
        // Nobody accepts, and no more than two connections wait for that.
        List<SocketChannel> others = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            for (int i = 0; i < 8; i++) {
                SocketChannel other = SocketChannel.open();
                other.configureBlocking(false);
                other.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
                others.add(other);
            }
            Result result = cancelled("http://127.0.0.1:" + server.getLocalPort() + "/v1", false, this::awaitRest);
            assertThat(result.envelope().reply()).isNull();
        } finally {
            for (SocketChannel other : others) {
                other.close();
            }
        }
    }

    @Test
    void whileItWaitsForAHead() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.awaitEnd();
        })) {
            cancelled(server.baseUrl(), false, server::request);
            assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
        }
    }

    @Test
    void inTheMiddleOfABody() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\nx-should-retry: true\r\n\r\n{\"choices\"");
            connection.awaitEnd();
        })) {
            cancelled(server.baseUrl(), false, () -> {
                server.request();
                awaitRest();
            });
            assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
            assertThat(server.requestsLeft()).isZero();
        }
    }

    @Test
    void whileItWaitsForAnotherAttempt() throws Exception {
        try (RawServer server = RawServer.answering(503, "retry-after: 30\r\n", "")) {
            Result result = cancelled(server.baseUrl(), false, () -> {
                server.request();
                server.awaitScriptEnd();
                awaitRest();
            });
            assertThat(server.requestsLeft()).isZero();
            assertThat(result.envelope().attempts().get(0).retries()).isZero();
        }
    }

    @Test
    void inTheMiddleOfAStream() throws Exception {
        try (RawServer server = new RawServer(connection -> {
            connection.readRequest();
            connection.send(HALF);
            connection.awaitEnd();
        })) {
            CountDownLatch heard = new CountDownLatch(1);
            Result result = cancelled(server.baseUrl(), true, heard, heard::await);
            assertThat(result.envelope().reply()).isEqualTo("Hel");
            assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
        }
    }

    @Test
    void beforeItBegins() throws Exception {
        stop.cancel();
        ChatClient nobody = request -> {
            throw new AssertionError("asked");
        };
        try (PromptEngine engine = PromptEngine.builder().client(nobody).build()) {
            Result result = engine.load("t.prompt", TEXT).run(Map.of(), options);
            assertCancelled(result);
            assertThat(result.envelope().attempts()).isEmpty();
        }
    }

    @Test
    void beforeTheSimulatorAnswers() throws Exception {
        try (PromptEngine engine = PromptEngine.builder().build()) {
            Prompt prompt = engine.load("t.prompt", TEXT.replace("gpt-6-luna", "sim"));
            Result whole = prompt.stream(Map.of(), options, text -> stop.cancel());
            assertThat(whole.outcome()).as("a reply that is there").isEqualTo(Outcome.VALID);
            assertCancelled(prompt.run(Map.of(), options));
        }
    }

    @Test
    void anInvalidReplyIsNotSentBack() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        ChatClient client = request -> {
            calls.incrementAndGet();
            ChatReply reply = new ChatReply(null, "no JSON", null, List.of(), "stop", null, null, false);
            return new ChatOutcome.Answered(reply, Duration.ZERO, 0);
        };
        try (PromptEngine engine = PromptEngine.builder().client(client).build()) {
            Prompt prompt = engine.load(
                    "t.prompt",
                    TEXT.replace("output text", "output json { a: string } reask 3")
                            .replace("Hi", "JSON"));
            Result result = prompt.stream(Map.of(), options, new StreamListener() {
                @Override
                public void text(String more) {}

                @Override
                public void again() {
                    stop.cancel();
                }
            });
            assertCancelled(result);
            assertThat(calls).hasValue(1);
            assertThat(result.envelope().reply()).isEqualTo("no JSON");
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void aClientThatKnowsNothingOfItIsInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        ChatClient client = request -> {
            asked.countDown();
            new CountDownLatch(1).await();
            throw new AssertionError("never");
        };
        try (PromptEngine engine = PromptEngine.builder().client(client).build()) {
            assertCancelled(cancelled(engine, false, null, asked::await));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void manyCancelledRunsLeaveNothing() throws Exception {
        try (RawServer server = new RawServer(connection -> {
                    connection.readRequest();
                    connection.send(HALF);
                    connection.awaitEnd();
                });
                PromptEngine engine = PromptEngine.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("sk-x")
                        .build()) {
            Prompt prompt = engine.load("t.prompt", TEXT);
            long before = 0;
            for (int i = 0; i < 330; i++) {
                Cancellation one = new Cancellation();
                assertCancelled(
                        prompt.stream(Map.of(), RunOptions.DEFAULT.withCancellation(one), text -> one.cancel()));
                before = i == 29 ? handles() : before;
            }
            // The other side of the connections is in this process, too, and a moment behind.
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (handles() > before + 4 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(handles()).isLessThanOrEqualTo(before + 4);
        }
        assertThat(threadsLeft()).isZero();
    }

    /** The files and sockets that this process holds open. */
    private static long handles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    @Test
    void whileAToolIsCalled() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        ChatClient client = request -> {
            ToolCall call = new ToolCall("c1", "slow", "{}");
            ChatReply reply = new ChatReply(null, null, null, List.of(call), "tool_calls", null, null, false);
            return new ChatOutcome.Answered(reply, Duration.ZERO, 0);
        };
        try (PromptEngine engine = PromptEngine.builder()
                .client(client)
                .tool("slow", arguments -> {
                    called.countDown();
                    new CountDownLatch(1).await();
                    throw new AssertionError("never");
                })
                .build()) {
            Prompt prompt = engine.load("t.prompt", TEXT + "/// Takes its time.\ntool slow(): string\n");
            Future<Result> running = threads.submit(() -> prompt.run(Map.of(), options));
            called.await();
            long start = System.nanoTime();
            stop.cancel();
            assertCancelled(running.get(20, TimeUnit.SECONDS));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        }
    }

    @Test
    void anInterruptIsNoCancellation() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        ChatClient client = request -> {
            asked.countDown();
            new CountDownLatch(1).await();
            throw new AssertionError("never");
        };
        try (PromptEngine engine = PromptEngine.builder().client(client).build()) {
            Prompt prompt = engine.load("t.prompt", TEXT);
            Future<String> ended = threads.submit(() -> {
                try {
                    return prompt.run(Map.of(), options).toString();
                } catch (InterruptedException e) {
                    return "interrupted";
                }
            });
            asked.await();
            runner.get().interrupt();
            assertThat(ended.get(20, TimeUnit.SECONDS)).isEqualTo("interrupted");
        }
    }

    private Result cancelled(String baseUrl, boolean streams, Until until) throws Exception {
        return cancelled(baseUrl, streams, null, until);
    }

    private Result cancelled(String baseUrl, boolean streams, CountDownLatch heard, Until until) throws Exception {
        Result result;
        try (PromptEngine engine =
                PromptEngine.builder().baseUrl(baseUrl).apiKey("sk-x").build()) {
            // The first run of a process takes long for reasons of its own: this one is cancelled before it begins.
            Cancellation before = new Cancellation();
            before.cancel();
            engine.load("t.prompt", TEXT).run(Map.of(), RunOptions.DEFAULT.withCancellation(before));
            result = cancelled(engine, streams, heard, until);
        }
        assertThat(threadsLeft()).isZero();
        return result;
    }

    private Result cancelled(PromptEngine engine, boolean streams, CountDownLatch heard, Until until) throws Exception {
        Prompt prompt = engine.load("t.prompt", TEXT);
        Future<Result> running = threads.submit(() ->
                streams ? prompt.stream(Map.of(), options, text -> heard.countDown()) : prompt.run(Map.of(), options));
        until.come();
        assertThat(running).isNotDone();
        long start = System.nanoTime();
        stop.cancel();
        Result result = running.get(20, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        assertCancelled(result);
        return result;
    }

    private static void assertCancelled(Result result) {
        assertThat(result.outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(result.envelope().output()).isNull();
        assertThat(result.findings()).extracting(Diagnostic::message).containsExactly("the run was cancelled");
    }

    /** Waits until the run waits. */
    private void awaitRest() {
        while (runner.get() == null || runner.get().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private static long threadsLeft() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        long left;
        do {
            left = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("cuecard-http"))
                    .count();
        } while (left > 0 && System.nanoTime() < end);
        return left;
    }
}
