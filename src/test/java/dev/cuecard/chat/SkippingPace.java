package dev.cuecard.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that skips what is slept, and remembers it. */
public final class SkippingPace implements Pace {

    private final AtomicLong skipped = new AtomicLong();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    /** The waits so far. */
    public List<Duration> waits() {
        return waits;
    }

    /** Lets time pass. */
    public void skip(Duration time) {
        skipped.addAndGet(time.toNanos());
    }

    @Override
    public long nanos() {
        return System.nanoTime() + skipped.get();
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public void sleep(long nanos) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(Duration.ofNanos(nanos));
        skipped.addAndGet(nanos);
    }

    @Override
    public double chance() {
        return 0;
    }
}
