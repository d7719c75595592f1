package dev.cuecard.testing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares as people read them. */
final class Percent {

    private Percent() {}

    /** With one decimal, the rest cut off. */
    static String down(double share) {
        return of(share, RoundingMode.FLOOR);
    }

    /** With one decimal, never less than it is. */
    static String up(double share) {
        return of(share, RoundingMode.CEILING);
    }

    private static String of(double share, RoundingMode mode) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(1, mode)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
