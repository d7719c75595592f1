package dev.cuecard.render.value;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** Exact decimals. Sums, products and remainders have all their digits; a quotient has 34, the last one rounded. */
public final class Numbers {

    /** The greatest number of digits before or after the point: more than any number that can be read. */
    public static final int DIGITS = 20_000;

    private Numbers() {}

    /** A number that is not too long. */
    public static Json.Num of(BigDecimal value, Span at) {
        if (!bounded(value)) {
            throw new Stop(EvalErrors.numberTooLong(at, DIGITS));
        }
        return Json.of(value);
    }

    static boolean bounded(BigDecimal value) {
        return Math.abs((long) value.scale()) <= DIGITS
                && value.precision() <= DIGITS
                && (long) value.precision() - value.scale() <= DIGITS;
    }

    /** A quotient. */
    public static Json.Num divide(BigDecimal a, BigDecimal b, Span at) {
        return of(a.divide(notZero(b, at), MathContext.DECIMAL128), at);
    }

    /** The remainder has the sign of the dividend. */
    public static Json.Num remainder(BigDecimal a, BigDecimal b, Span at) {
        return of(a.remainder(notZero(b, at)), at);
    }

    private static BigDecimal notZero(BigDecimal divisor, Span at) {
        if (divisor.signum() == 0) {
            throw new Stop(EvalErrors.zeroDivisor(at));
        }
        return divisor;
    }

    /** To so many digits after the point (before it when negative); halves go away from zero. */
    public static Json.Num round(BigDecimal value, int digits, Span at) {
        return of(digits >= value.scale() ? value : value.setScale(digits, RoundingMode.HALF_UP), at);
    }

    /** The shortest text: no exponent, no zero that says nothing. */
    public static String text(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        if (shortest.scale() <= 0) {
            BigInteger whole = shortest.toBigInteger();
            return whole.toString();
        }
        return shortest.toPlainString();
    }
}
