package dev.cuecard;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The engine's own threads: none until one is needed, as many as there are runs, ended with the engine. */
final class RunThreads implements Executor {

    private final AtomicInteger count = new AtomicInteger();
    private @Nullable ExecutorService threads;
    private boolean closed;

    @Override
    public void execute(Runnable run) {
        open().execute(run);
    }

    private synchronized ExecutorService open() {
        if (closed) {
            throw new RejectedExecutionException("the engine is closed");
        }
        if (threads == null) {
            threads = Executors.newCachedThreadPool(run -> {
                Thread thread = new Thread(run, "cuecard-run-" + count.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
        }
        return threads;
    }

    /** Ends what is under way. */
    synchronized void close() {
        closed = true;
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
