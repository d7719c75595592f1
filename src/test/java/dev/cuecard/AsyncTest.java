package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.chat.Cancellation;
import dev.cuecard.chat.http.RawServer;
import dev.cuecard.output.Outcome;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Runs that nobody waits for. */
class AsyncTest {

    private static final String TEXT = "prompt p\nmodel \"m\"\nuser \"hi\"\n";

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);

    /** A server that never answers, and hears when the client has gone. */
    private RawServer silent() throws Exception {
        return new RawServer(connection -> {
            connection.readRequest();
            asked.countDown();
            connection.awaitEnd();
            gone.countDown();
        });
    }

    private static PromptEngine engine(RawServer server) {
        return PromptEngine.builder()
                .apiKey("sk-0123456789abcdef")
                .baseUrl("http://127.0.0.1:" + server.port() + "/v1")
                .build();
    }

    @Test
    void whoeverCompletesTheFutureEndsTheRun() throws Exception {
        try (RawServer server = silent();
                PromptEngine engine = engine(server)) {
            CompletableFuture<Result> run = engine.load("p.prompt", TEXT).runAsync(Map.of());
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(run.cancel(true)).isTrue();
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theCancellationOfTheOptionsGivesAResult() throws Exception {
        try (RawServer server = silent();
                PromptEngine engine = engine(server)) {
            Cancellation stop = new Cancellation();
            CompletableFuture<Result> run =
                    engine.load("p.prompt", TEXT).runAsync(Map.of(), RunOptions.DEFAULT.withCancellation(stop));
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            stop.cancel();
            assertThat(run.get(10, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.CANCELLED);
        }
    }

    @Test
    void closingTheEngineEndsItsThreads() throws Exception {
        CompletableFuture<Result> run;
        Prompt prompt;
        try (RawServer server = silent()) {
            try (PromptEngine engine = engine(server)) {
                prompt = engine.load("p.prompt", TEXT);
                run = prompt.runAsync(Map.of());
                assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(run.handle((result, failure) -> true).get(10, TimeUnit.SECONDS))
                    .isTrue();
            assertThatThrownBy(() -> prompt.runAsync(Map.of()).get())
                    .hasCauseInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void theExecutorIsTheHostsIfItGivesOne() throws Exception {
        AtomicReference<Thread> on = new AtomicReference<>();
        try (PromptEngine engine = PromptEngine.builder()
                .executor(run -> {
                    on.set(Thread.currentThread());
                    run.run();
                })
                .build()) {
            Prompt prompt = engine.load("p.prompt", TEXT.replace("\"m\"", "\"sim\""));
            StringBuilder heard = new StringBuilder();
            Result result = prompt.streamAsync(Map.of(), RunOptions.DEFAULT, heard::append)
                    .get();
            assertThat(result.text()).isEqualTo(heard.toString()).isNotEmpty();
            assertThat(on.get()).isSameAs(Thread.currentThread());
            assertThat(prompt.runAsync(Map.of("x", 1)).get().outcome()).isNull();
        }
    }
}
