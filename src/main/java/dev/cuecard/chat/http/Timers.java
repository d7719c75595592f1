package dev.cuecard.chat.http;

import dev.cuecard.chat.Pace;
import dev.cuecard.chat.Timeouts;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The timers of one attempt that are running. */
final class Timers {

    private final Pace pace;
    private final Timeouts bounds;
    private final boolean thinks;
    private final Map<Timeouts.Name, Long> running = new EnumMap<>(Timeouts.Name.class);

    /** @param thinks whether the model thinks before it answers */
    Timers(Pace pace, Timeouts bounds, boolean thinks) {
        this.pace = pace;
        this.bounds = bounds;
        this.thinks = thinks;
    }

    /** How long one of them runs. */
    Duration bound(Timeouts.Name name) {
        return bounds.of(name, thinks);
    }

    /** Starts one, or starts it again. */
    void start(Timeouts.Name name) {
        start(name, bound(name));
    }

    void start(Timeouts.Name name, Duration bound) {
        running.put(name, pace.nanos() + bound.toNanos());
    }

    void stop(Timeouts.Name name) {
        running.remove(name);
    }

    /** The one that runs out first; one of them is running. */
    Timeouts.Name soonest() {
        long now = pace.nanos();
        return running.entrySet().stream()
                .min((a, b) -> Long.compare(a.getValue() - now, b.getValue() - now))
                .orElseThrow()
                .getKey();
    }

    /** The nanoseconds until it does; not above 0 when it has. */
    long left() {
        Long end = running.get(soonest());
        return end == null ? 0 : end - pace.nanos();
    }
}
