package dev.cuecard.chat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The wish that a run, or several, should end. Once it is said it stays: there is no way back, and what begins later ends
 * at once. A run that is cancelled ends with the outcome {@code cancelled} as a value, within 200 ms; a reply that has
 * arrived whole by then still counts. For many threads.
 *
 * <pre>{@code
 * Cancellation stop = new Cancellation();
 * button.onClick(stop::cancel);
 * Result result = prompt.run(inputs, RunOptions.DEFAULT.withCancellation(stop));
 * }</pre>
 */
public final class Cancellation {

    /** What is never cancelled. */
    public static final Cancellation NONE = new Cancellation(false);

    private final boolean possible;
    private final Set<Action> actions = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    /** Something that can be cancelled, and is not yet. */
    public Cancellation() {
        this(true);
    }

    private Cancellation(boolean possible) {
        this.possible = possible;
    }

    /** What is to be done when it is cancelled, until it is closed. */
    public interface Hook extends AutoCloseable {

        /** It is not to be done any more; when this returns it is not being done either. */
        @Override
        void close();
    }

    /**
     * Cancels what is under way and all that begins later. Returns at once; again, it does nothing.
     *
     * @throws UnsupportedOperationException for {@link #NONE}
     */
    public void cancel() {
        if (!possible) {
            throw new UnsupportedOperationException("NONE is never cancelled");
        }
        cancelled = true;
        actions.forEach(Action::run);
    }

    /** Whether it is cancelled. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Does something once when it is cancelled, at once when it is already.
     *
     * @param action short, and safe on any thread: it runs on that which cancels
     */
    public Hook onCancel(Runnable action) {
        if (!possible) {
            return () -> {};
        }
        Action hook = new Action(action);
        actions.add(hook);
        if (cancelled) {
            hook.run();
        }
        return hook;
    }

    /**
     * Interrupts the current thread when it is cancelled, until the hook is closed: for code that knows no other way to
     * be stopped. Closing it, on the same thread, takes the interrupt back.
     */
    public Hook interrupting() {
        Thread thread = Thread.currentThread();
        AtomicBoolean interrupted = new AtomicBoolean();
        Hook hook = onCancel(() -> {
            interrupted.set(true);
            thread.interrupt();
        });
        return () -> {
            hook.close();
            if (interrupted.get()) {
                Thread.interrupted();
            }
        };
    }

    /**
     * Waits so many nanoseconds, or until it is cancelled.
     *
     * @return whether it is cancelled
     * @throws InterruptedException when the thread is interrupted before
     */
    public boolean await(long nanos) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Hook hook = onCancel(end::countDown);
        try {
            return end.await(nanos, TimeUnit.NANOSECONDS);
        } finally {
            hook.close();
        }
    }

    /** What is done, once at most. */
    private final class Action implements Hook {
        private final Runnable action;
        private boolean over;

        Action(Runnable action) {
            this.action = action;
        }

        synchronized void run() {
            if (!over) {
                over = true;
                action.run();
            }
        }

        @Override
        public void close() {
            actions.remove(this);
            synchronized (this) {
                over = true;
            }
        }
    }
}
