package dev.cuecard.host;

import dev.cuecard.diagnostic.Quoted;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One call of the host's code, on a thread of its own, so that code that never ends does not hold up its caller. It is
 * interrupted when its time is over, and waited for no longer; a daemon, it does not keep the process alive.
 */
public final class HostCall {

    private HostCall() {}

    /** How a call ended. */
    public sealed interface Ended<T> {

        /** It gave a value, which may be the null that the host should not have given. */
        record Gave<T>(@Nullable T value) implements Ended<T> {}

        /** It threw. */
        record Threw<T>(Throwable thrown) implements Ended<T> {}

        /** Its time was over. */
        record Late<T>() implements Ended<T> {}
    }

    /** Code that gives nothing. */
    @FunctionalInterface
    public interface Task {

        /**
         * Does it.
         *
         * @throws Exception whatever goes wrong
         */
        void run() throws Exception;
    }

    /** Says that the time of a call was over. */
    public static final class LateException extends Exception {

        private static final long serialVersionUID = 1L;

        LateException() {
            super("late", null, false, false);
        }
    }

    /**
     * Calls it on this thread, which is interrupted when its time is over: for code that has to see what the host has put
     * there. Code that takes no notice of being interrupted is waited for.
     *
     * @return what it threw, a {@link LateException} when its time was over, or null
     * @throws InterruptedException when somebody else interrupted the thread
     */
    public static @Nullable Throwable here(String name, Duration bound, Task code) throws InterruptedException {
        Thread caller = Thread.currentThread();
        Watch watch = new Watch(caller, bound);
        Thread thread = new Thread(watch, name);
        thread.setDaemon(true);
        thread.start();
        Throwable thrown = null;
        try {
            code.run();
        } catch (Throwable e) {
            thrown = e;
        }
        if (watch.stop()) {
            // The interrupt was ours.
            Thread.interrupted();
            return new LateException();
        } else if (thrown instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        return thrown;
    }

    /** Interrupts a thread, unless it is stopped before. */
    private static final class Watch implements Runnable {
        private final Thread caller;
        private final long nanos;
        private boolean stopped;
        private boolean late;

        Watch(Thread caller, Duration bound) {
            this.caller = caller;
            this.nanos = bound.toNanos();
        }

        @Override
        public synchronized void run() {
            long end = System.nanoTime() + nanos;
            try {
                for (long left = nanos; !stopped && left > 0; left = end - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                }
            } catch (InterruptedException e) {
                // Nobody interrupts it: then it watches no more.
                return;
            }
            if (!stopped) {
                late = true;
                caller.interrupt();
            }
        }

        synchronized boolean stop() {
            stopped = true;
            notifyAll();
            return late;
        }
    }

    /** What was thrown, in back-quotes: its class and what it says, as far as a line bears. */
    public static String shown(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        String message;
        try {
            message = thrown.getMessage();
        } catch (RuntimeException e) {
            // The host's own class: it may do anything.
            message = null;
        }
        return Quoted.of((name.isEmpty() ? "Throwable" : name) + (message == null ? "" : ": " + message));
    }

    /**
     * Calls it.
     *
     * @param name what the thread is called, for those who look at a dump of all threads
     * @param bound how long it may take; its thread is interrupted then
     * @throws InterruptedException when the calling thread is interrupted; the call is interrupted, too
     */
    public static <T extends @Nullable Object> Ended<T> run(String name, Duration bound, Callable<T> code)
            throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(code);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        try {
            return new Ended.Gave<>(task.get(bound.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException e) {
            return new Ended.Threw<>(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return new Ended.Late<>();
        } finally {
            // Of no effect on what has ended.
            task.cancel(true);
        }
    }
}
