package dev.cuecard.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Time that stands still until a test lets it pass. */
public final class StoppedPace implements Pace {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7);

    /** Lets time pass; its nanoseconds begin near their end, and run over it. */
    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public void sleep(long time) {
        pass(Duration.ofNanos(time));
    }

    @Override
    public double chance() {
        return 0;
    }
}
