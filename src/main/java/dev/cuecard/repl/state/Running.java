package dev.cuecard.repl.state;

import dev.cuecard.chat.Cancellation;
import org.jspecify.annotations.Nullable;

/** What takes its time on the session's thread, and can be cancelled from another. */
public final class Running {

    private @Nullable Cancellation stop;

    /** Nothing runs yet. */
    public Running() {}

    /** Something that can be cancelled. */
    public interface Task<T> {

        /** Does it, and ends early when that is cancelled. */
        T run(Cancellation stop) throws InterruptedException;
    }

    /** Does something that can be cancelled. */
    public <T> T run(Task<T> task) throws InterruptedException {
        Cancellation own = new Cancellation();
        synchronized (this) {
            stop = own;
        }
        try {
            return task.run(own);
        } finally {
            synchronized (this) {
                stop = null;
            }
        }
    }

    /** Cancels what runs, if anything does. */
    public void cancel() {
        Cancellation current;
        synchronized (this) {
            current = stop;
        }
        if (current != null) {
            current.cancel();
        }
    }
}
