package dev.cuecard.repl.shell;

import dev.cuecard.repl.Reaction;
import dev.cuecard.repl.Session;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Asks the session now and then, while nobody types anything, whether its file has changed. */
final class FileWatch implements AutoCloseable {

    private static final long MILLIS = 300;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "cuecard-watch");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param idle whether a line is being waited for
     * @param tell shows what the session says
     */
    FileWatch(Session session, BooleanSupplier idle, Consumer<Reaction> tell) {
        var unused = timer.scheduleWithFixedDelay(
                () -> {
                    if (idle.getAsBoolean()) {
                        Reaction reaction;
                        synchronized (session) {
                            reaction = session.poll();
                        }
                        // Outside the lock: who shows it waits for the line, and the line's editor for the session.
                        if (!reaction.said().isEmpty()) {
                            tell.accept(reaction);
                        }
                    }
                },
                MILLIS,
                MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
