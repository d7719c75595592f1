package dev.cuecard.chat;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of a call's time; none is zero.
 *
 * @param connect until there is a connection
 * @param headers until the head of the reply; null for a minute, or ten where the model thinks first
 * @param first until the first token of a streamed reply, from its head on; null as for {@code headers}
 * @param data between two events with data of a streamed reply, from its first token on
 * @param bytes between two arrivals of bytes of a reply
 * @param attempt for one request and its whole reply
 * @param overall within which another attempt may begin, from the beginning of the first one
 */
public record Timeouts(
        Duration connect,
        @Nullable Duration headers,
        @Nullable Duration first,
        Duration data,
        Duration bytes,
        Duration attempt,
        Duration overall) {

    /** Where nothing else is said. */
    public static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(5),
            null,
            null,
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(600),
            Duration.ofSeconds(120));

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration THINKING = Duration.ofMinutes(10);

    /** One of the bounds. */
    public enum Name {
        /** Until there is a connection. */
        CONNECT,
        /** Until the head of the reply. */
        HEADERS,
        /** Until the first token. */
        FIRST,
        /** Between events with data. */
        DATA,
        /** Between bytes. */
        BYTES,
        /** For the whole attempt. */
        ATTEMPT,
        /** For all attempts. */
        OVERALL;

        /** The word by which a user sets it: {@code headers}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same with another bound. */
    public Timeouts with(Name name, Duration bound) {
        if (bound.isZero() || bound.isNegative()) {
            throw new IllegalArgumentException(name.word() + ": " + bound);
        }
        return new Timeouts(
                name == Name.CONNECT ? bound : connect,
                name == Name.HEADERS ? bound : headers,
                name == Name.FIRST ? bound : first,
                name == Name.DATA ? bound : data,
                name == Name.BYTES ? bound : bytes,
                name == Name.ATTEMPT ? bound : attempt,
                name == Name.OVERALL ? bound : overall);
    }

    /**
     * One of the bounds.
     *
     * @param thinks whether the model thinks before it answers
     */
    public Duration of(Name name, boolean thinks) {
        return switch (name) {
            case CONNECT -> connect;
            case HEADERS -> headers != null ? headers : thinks ? THINKING : MINUTE;
            case FIRST -> first != null ? first : thinks ? THINKING : MINUTE;
            case DATA -> data;
            case BYTES -> bytes;
            case ATTEMPT -> attempt;
            case OVERALL -> overall;
        };
    }
}
