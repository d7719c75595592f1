package dev.cuecard.chat.guard;

import dev.cuecard.chat.Cancellation;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How many calls of a suite may be under way at once: four at the beginning, half as many when the provider says that
 * there are too many, one more for as many good calls as may be under way; each halving makes it twice as slow to grow, so
 * that it settles where the provider is content. Calls that were under way together and are all told so halve it once.
 * Fair: who waits longest goes first. For many threads.
 */
public final class Limiter {

    /** The calls at once at the beginning. */
    public static final int START = 4;

    /** At its slowest it takes so many times as many good calls to grow. */
    private static final int SLOWEST = 32;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final int most;
    private int limit;
    private int running;
    private int good;
    private int halvings;
    private int slowness = 1;

    /** @param most what it never goes beyond, at least 1 */
    public Limiter(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most: " + most);
        }
        this.most = most;
        this.limit = Math.min(START, most);
    }

    /** A call that is under way, from when it may begin. */
    public final class Slot {
        private int since;

        private Slot(int since) {
            this.since = since;
        }

        /** The provider says that there are too many requests (429), also of a call that is tried again. */
        public void tooMany() {
            lock.lock();
            try {
                if (since == halvings) {
                    halvings++;
                    limit = Math.max(1, limit / 2);
                    slowness = Math.min(SLOWEST, 2 * slowness);
                    good = 0;
                }
                // Another attempt of this call is another story.
                since = halvings;
            } finally {
                lock.unlock();
            }
        }

        /**
         * It has ended; once.
         *
         * @param answered whether there is a reply
         */
        public void end(boolean answered) {
            lock.lock();
            try {
                running--;
                good = answered ? good + 1 : good;
                if (good >= limit * slowness) {
                    good = 0;
                    limit = Math.min(most, limit + 1);
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Waits until another call may begin.
     *
     * @param cancellation what ends the wait early
     * @return the call, or null when it was cancelled
     */
    public @Nullable Slot begin(Cancellation cancellation) throws InterruptedException {
        Cancellation.Hook hook = cancellation.onCancel(this::wake);
        try {
            lock.lockInterruptibly();
            try {
                while (running >= limit && !cancellation.isCancelled()) {
                    changed.await();
                }
                if (cancellation.isCancelled()) {
                    return null;
                }
                running++;
                return new Slot(halvings);
            } finally {
                lock.unlock();
            }
        } finally {
            hook.close();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many may be under way now. */
    public int limit() {
        lock.lock();
        try {
            return limit;
        } finally {
            lock.unlock();
        }
    }
}
