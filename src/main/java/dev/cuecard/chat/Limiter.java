package dev.cuecard.chat;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many calls of a suite may be under way at once: four at the beginning, half as many when the provider says that
 * there are too many, one more for as many good calls as may be under way. Fair: who waits longest goes first. For many
 * threads.
 */
public final class Limiter {

    /** The calls at once at the beginning. */
    public static final int START = 4;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final int most;
    private int limit;
    private int running;
    private int good;

    /** @param most what it never goes beyond, at least 1 */
    public Limiter(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most: " + most);
        }
        this.most = most;
        this.limit = Math.min(START, most);
    }

    /** Waits until another call may begin; each is followed by {@link #end}. */
    public void begin() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (running >= limit) {
                changed.await();
            }
            running++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A call has ended.
     *
     * @param answered whether there is a reply
     */
    public void end(boolean answered) {
        lock.lock();
        try {
            running--;
            good = answered ? good + 1 : good;
            if (good >= limit) {
                good = 0;
                limit = Math.min(most, limit + 1);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The provider says that there are too many requests (429), also of a call that is tried again. */
    public void tooMany() {
        lock.lock();
        try {
            limit = Math.max(1, limit / 2);
            good = 0;
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
