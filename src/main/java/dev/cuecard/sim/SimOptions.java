package dev.cuecard.sim;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link SimServer} behaves.
 *
 * @param port where it listens on loopback; 0 for any that is free
 * @param seed another seed gives other replies
 * @param latency how long each reply is held back
 * @param known the prompts whose outputs JSON mode fits
 * @param models the names it knows; empty for any
 * @param key the only key it takes, or null to take any and none
 * @param largest the most bytes of a request that are read
 * @param faults what it does wrong; of several that a request hits, the first
 */
public record SimOptions(
        int port,
        long seed,
        Duration latency,
        List<Known> known,
        List<String> models,
        @Nullable String key,
        int largest,
        List<Injection> faults) {

    /** Copies the lists. */
    public SimOptions {
        known = List.copyOf(known);
        models = List.copyOf(models);
        faults = List.copyOf(faults);
    }

    /** Any free port, seed 0, no wait, no prompts, any model, no key, 32 MiB, no faults. */
    public static SimOptions defaults() {
        return new SimOptions(0, 0, Duration.ZERO, List.of(), List.of(), null, 32 << 20, List.of());
    }

    /** The same on another port. */
    public SimOptions withPort(int other) {
        return new SimOptions(other, seed, latency, known, models, key, largest, faults);
    }

    /** The same with another seed. */
    public SimOptions withSeed(long other) {
        return new SimOptions(port, other, latency, known, models, key, largest, faults);
    }

    /** The same with another wait. */
    public SimOptions withLatency(Duration other) {
        return new SimOptions(port, seed, other, known, models, key, largest, faults);
    }

    /** The same with other prompts. */
    public SimOptions withKnown(List<Known> others) {
        return new SimOptions(port, seed, latency, others, models, key, largest, faults);
    }

    /** The same with other models. */
    public SimOptions withModels(List<String> others) {
        return new SimOptions(port, seed, latency, known, others, key, largest, faults);
    }

    /** The same with a key that callers must have; null for none. */
    public SimOptions withKey(@Nullable String other) {
        return new SimOptions(port, seed, latency, known, models, other, largest, faults);
    }

    /** The same with another limit. */
    public SimOptions withLargest(int bytes) {
        return new SimOptions(port, seed, latency, known, models, key, bytes, faults);
    }

    /** The same with other faults. */
    public SimOptions withFaults(List<Injection> others) {
        return new SimOptions(port, seed, latency, known, models, key, largest, others);
    }
}
