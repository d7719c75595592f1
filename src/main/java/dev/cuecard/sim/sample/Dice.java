package dev.cuecard.sim.sample;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Numbers that look random and depend on nothing but where they began, the same on every machine and JDK. Not for many
 * threads.
 *
 * @see <a href="https://dl.acm.org/doi/10.1145/2714064.2660195">SplitMix64</a>
 */
public final class Dice {

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice that begin where these texts say. */
    public static Dice of(String... texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return new Dice(new BigInteger(1, digest.digest()).longValue());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Further dice that begin at these ones' next throw; what they throw leaves these as they are. */
    public Dice split() {
        return new Dice(bits());
    }

    /** The next 64 bits. */
    public long bits() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 up to, not including, a bound of at least 1. */
    public int below(int bound) {
        return (int) Math.floorMod(bits() >>> 1, (long) bound);
    }

    /** From one bound to another, both in. */
    public int between(int from, int to) {
        return from + below(to - from + 1);
    }

    /** From 0 up to, not including, a bound of at least 1. */
    BigInteger below(BigInteger bound) {
        return new BigInteger(1, bytes((bound.bitLength() + 7) / 8 + 8)).mod(bound);
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (bits() >>> 17);
        }
        return bytes;
    }

    /** True as often as {@code percent} says. */
    public boolean chance(int percent) {
        return below(100) < percent;
    }

    /** One of a list's items; the list is not empty. */
    public <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }
}
