package dev.cuecard.chat;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as messages show them. */
public final class Seconds {

    private Seconds() {}

    /** {@code 5 s}, {@code 0.25 s}. */
    public static String of(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
