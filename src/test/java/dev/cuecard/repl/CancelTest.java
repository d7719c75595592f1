package dev.cuecard.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.PromptEngine;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.output.Outcome;
import dev.cuecard.repl.live.LiveSession;
import dev.cuecard.repl.state.History;
import dev.cuecard.repl.state.Surroundings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is cancelled from another thread, soon, and the session goes on. */
class CancelTest {

    @TempDir
    private Path folder;

    private final CountDownLatch asked = new CountDownLatch(1);

    private LiveSession open() {
        ChatClient silent = request -> {
            asked.countDown();
            new CountDownLatch(1).await();
            throw new IllegalStateException("nobody answers");
        };
        return LiveSession.open(new Surroundings(
                () -> PromptEngine.builder().client(silent).build(), folder, History.ofSession(text -> text), null));
    }

    @Test
    void aRunThatWaitsEndsWithin200Milliseconds() throws InterruptedException, ExecutionException, TimeoutException {
        try (LiveSession session = open()) {
            session.submit("model \"gpt-6-luna\"", SessionListener.NONE);
            session.submit("user \"Hello\"", SessionListener.NONE);
            CompletableFuture<Reaction> run =
                    CompletableFuture.supplyAsync(() -> session.submit(":run", SessionListener.NONE));
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            long start = System.nanoTime();
            session.cancel();
            Reaction reaction = run.get(10, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(200));
            assertThat(reaction.exitCode()).isEqualTo(ExitCode.INTERRUPTED.number());
            assertThat(reaction.said())
                    .anySatisfy(said -> assertThat(said)
                            .isInstanceOfSatisfying(
                                    Said.RunEnded.class,
                                    ended ->
                                            assertThat(ended.result().outcome()).isEqualTo(Outcome.CANCELLED)));
            assertThat(session.submit("1 + 1", SessionListener.NONE).exitCode()).isZero();
            assertThat(session.submit(":show", SessionListener.NONE).said().toString())
                    .contains("Hello");
        }
    }

    @Test
    void cancellingNothingDoesNothing() {
        try (LiveSession session = open()) {
            session.cancel();
            assertThat(session.submit("1 + 1", SessionListener.NONE).exitCode()).isZero();
        }
    }
}
