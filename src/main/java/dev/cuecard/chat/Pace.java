package dev.cuecard.chat;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Time and chance as a call sees them. Tests put their own in their place, and need not wait. For many threads. */
public interface Pace {

    /** The machine's. */
    Pace SYSTEM = new Pace() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }

        @Override
        public void sleep(long nanos, Cancellation cancellation) throws InterruptedException {
            cancellation.await(nanos);
        }

        @Override
        public double chance() {
            return ThreadLocalRandom.current().nextDouble();
        }
    };

    /** Nanoseconds that never run backwards, from any beginning. */
    long nanos();

    /** The time of day, for dates that a server names. */
    Instant now();

    /**
     * Waits so many nanoseconds; none for 0 or less.
     *
     * @throws InterruptedException when the thread is interrupted before
     */
    void sleep(long nanos) throws InterruptedException;

    /**
     * Waits so many nanoseconds, but not longer than until it is cancelled.
     *
     * @throws InterruptedException when the thread is interrupted before
     */
    default void sleep(long nanos, Cancellation cancellation) throws InterruptedException {
        if (!cancellation.isCancelled()) {
            sleep(nanos);
        }
    }

    /** A number from 0 up to, not including, 1. */
    double chance();
}
