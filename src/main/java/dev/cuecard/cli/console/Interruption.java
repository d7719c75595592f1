package dev.cuecard.cli.console;

import dev.cuecard.chat.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What Ctrl-C does. A command that heeds it ends by itself, and says what it has done by then; any other is ended at
 * once, as the JVM does it, with exit code 130. For many threads.
 */
public final class Interruption {

    /** So long a command that heeds it may take. */
    private static final long PATIENCE_SECONDS = 5;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean heeded;

    /** The command will end early when that is cancelled. */
    public Cancellation heed() {
        heeded = true;
        return cancellation;
    }

    /** The command has ended: all is written. */
    public void done() {
        done.countDown();
    }

    /** Ctrl-C: tells the command. */
    public void interrupt() {
        cancellation.cancel();
    }

    /** Has the JVM interrupt before it ends for any other reason than the end of the command. */
    public void whenTheProcessEnds() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "cuecard-interruption"));
    }

    private void end() {
        if (!heeded) {
            return;
        }
        interrupt();
        try {
            // What it still writes is all that is waited for; nobody can wait for more than that.
            boolean unused = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
