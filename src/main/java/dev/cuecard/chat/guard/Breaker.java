package dev.cuecard.chat.guard;

import dev.cuecard.chat.Pace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one provider from being asked for a while once {@link #FAILURES} calls in a row have failed. After {@link #WAIT}
 * a single call may try: if it is answered all may ask again, if it fails the wait begins anew. For many threads.
 */
public final class Breaker {

    /** So many failures in a row open it. */
    public static final int FAILURES = 5;

    /** So long nobody is let through once it is open. */
    public static final Duration WAIT = Duration.ofSeconds(10);

    private final Pace pace;
    private int failures;
    private long openUntil;
    private boolean trying;

    /** @param pace what tells the time: nanoseconds that never run backwards */
    public Breaker(Pace pace) {
        this.pace = pace;
    }

    /** How a call ended, as far as it tells of the provider. */
    public enum End {
        /** It answered, be it that it refuses. */
        ANSWERED,
        /** It did not answer as it should. */
        FAILED,
        /** Nothing was learned. */
        UNKNOWN
    }

    /** A call that may be made. */
    public final class Pass {
        private final boolean trial;

        private Pass(boolean trial) {
            this.trial = trial;
        }

        /** It has ended; once. */
        public void end(End end) {
            synchronized (Breaker.this) {
                if (trial) {
                    trying = false;
                }
                if (end == End.ANSWERED) {
                    failures = 0;
                } else if (end == End.FAILED) {
                    failures++;
                    openUntil = pace.nanos() + WAIT.toNanos();
                }
            }
        }
    }

    /** Lets a call through, or gives null. */
    public synchronized @Nullable Pass begin() {
        if (failures < FAILURES) {
            return new Pass(false);
        } else if (trying || pace.nanos() - openUntil < 0) {
            return null;
        }
        trying = true;
        return new Pass(true);
    }

    /** How long it will be before a call may try; zero when one may, or does. */
    public synchronized Duration left() {
        long left = failures < FAILURES ? 0 : openUntil - pace.nanos();
        return Duration.ofNanos(Math.max(0, left));
    }

    /** The failures in a row. */
    public synchronized int failures() {
        return failures;
    }
}
