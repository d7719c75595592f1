package dev.cuecard;

import dev.cuecard.chat.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs that nobody waits for. */
final class Later {

    private Later() {}

    /** What is run. */
    interface Work<R> {

        /** Does it, ended early by the cancellation of the options. */
        R with(RunOptions options) throws InterruptedException;
    }

    /** Starts it; whoever completes the future ends it. */
    @SuppressWarnings("FutureReturnValueIgnored")
    static <R> CompletableFuture<R> start(Executor executor, RunOptions options, Work<R> work) {
        CompletableFuture<R> future = new CompletableFuture<>();
        Cancellation stop = new Cancellation();
        Cancellation.Hook hook = options.cancellation().onCancel(stop::cancel);
        // The future itself is handed out, not what follows it, which nobody could cancel it by.
        future.whenComplete((result, failure) -> {
                    hook.close();
                    stop.cancel();
                })
                .exceptionally(failure -> null);
        try {
            executor.execute(() -> complete(future, options.withCancellation(stop), work));
        } catch (RejectedExecutionException closed) {
            future.completeExceptionally(closed);
        }
        return future;
    }

    @SuppressWarnings("Interruption") // told on by the future: this thread belongs to the executor, which interrupts it
    private static <R> void complete(CompletableFuture<R> future, RunOptions options, Work<R> work) {
        if (future.isDone()) {
            return;
        }
        try {
            future.complete(work.with(options));
        } catch (InterruptedException e) {
            future.completeExceptionally(e);
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }
}
