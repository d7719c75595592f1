package dev.cuecard.sim.sample;

import dev.cuecard.data.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Numbers within bounds, on a grid that makes them look like a person's. */
final class Numbers {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Numbers() {}

    /** A number that the schema's {@code minimum}, {@code multipleOf} and so on let in, or null if there is none. */
    static Json.@Nullable Num sample(Json.Obj schema, boolean integer, @Nullable String field, Dice dice) {
        Bounds bounds = Bounds.of(schema, field);
        BigDecimal multiple = number(schema, "multipleOf");
        if (multiple != null && multiple.signum() > 0) {
            return onGrid(bounds, integer ? integerMultiple(multiple) : multiple, dice);
        } else if (integer) {
            return onGrid(bounds, BigDecimal.ONE, dice);
        }
        BigDecimal range = bounds.high.subtract(bounds.low);
        if (range.signum() < 0) {
            return null;
        } else if (range.signum() == 0) {
            return onGrid(bounds, bounds.low.signum() == 0 ? BigDecimal.ONE : bounds.low.abs(), dice);
        }
        // A hundred steps or more: 0.37 of 0..1, 42 of 0..500.
        int digits = range.precision() - range.scale() - 3;
        for (int finer = 0; finer < 4; finer++) {
            Json.Num found = onGrid(bounds, BigDecimal.ONE.scaleByPowerOfTen(Math.min(digits - finer, 0)), dice);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Json.@Nullable Num onGrid(Bounds bounds, BigDecimal step, Dice dice) {
        BigInteger first = steps(bounds.low, step, RoundingMode.CEILING);
        BigInteger last = steps(bounds.high, step, RoundingMode.FLOOR);
        if (bounds.lowOpen && times(step, first).compareTo(bounds.low) == 0) {
            first = first.add(BigInteger.ONE);
        }
        if (bounds.highOpen && times(step, last).compareTo(bounds.high) == 0) {
            last = last.subtract(BigInteger.ONE);
        }
        BigInteger count = last.subtract(first).add(BigInteger.ONE);
        if (count.signum() <= 0) {
            return null;
        }
        BigDecimal value = times(step, first.add(dice.below(count))).stripTrailingZeros();
        return Json.of(value.scale() < 0 ? value.setScale(0) : value);
    }

    private static BigDecimal times(BigDecimal step, BigInteger count) {
        return step.multiply(new BigDecimal(count));
    }

    private static BigInteger steps(BigDecimal bound, BigDecimal step, RoundingMode rounding) {
        BigDecimal[] parts = bound.divideAndRemainder(step);
        BigInteger whole = parts[0].toBigIntegerExact();
        if (rounding == RoundingMode.CEILING && parts[1].signum() > 0) {
            return whole.add(BigInteger.ONE);
        } else if (rounding == RoundingMode.FLOOR && parts[1].signum() < 0) {
            return whole.subtract(BigInteger.ONE);
        }
        return whole;
    }

    /** The least multiple of a number that is an integer. */
    private static BigDecimal integerMultiple(BigDecimal multiple) {
        if (multiple.scale() <= 0) {
            return multiple;
        }
        BigInteger whole = BigInteger.TEN.pow(multiple.scale());
        BigInteger parts = multiple.unscaledValue();
        return new BigDecimal(parts.divide(parts.gcd(whole)));
    }

    static @Nullable BigDecimal number(Json.Obj schema, String keyword) {
        return schema.get(keyword) instanceof Json.Num found ? found.value() : null;
    }

    /** From where to where; {@code lowOpen} and {@code highOpen} leave the bound itself out. */
    private record Bounds(BigDecimal low, boolean lowOpen, BigDecimal high, boolean highOpen) {

        static Bounds of(Json.Obj schema, @Nullable String field) {
            BigDecimal low = number(schema, "minimum");
            BigDecimal openLow = number(schema, "exclusiveMinimum");
            BigDecimal high = number(schema, "maximum");
            BigDecimal openHigh = number(schema, "exclusiveMaximum");
            boolean lowOpen = openLow != null && (low == null || openLow.compareTo(low) >= 0);
            boolean highOpen = openHigh != null && (high == null || openHigh.compareTo(high) <= 0);
            low = lowOpen ? openLow : low;
            high = highOpen ? openHigh : high;
            BigDecimal span = span(schema);
            if (low == null && high == null) {
                boolean year = field != null && Words.lastWord(field).equals("year");
                low = BigDecimal.valueOf(year ? 2020 : 1);
                high = low.add(year ? BigDecimal.TEN : span);
            } else if (low == null) {
                BigDecimal top = Objects.requireNonNull(high);
                low = top.signum() > 0 && top.compareTo(span) <= 0 ? BigDecimal.ZERO : top.subtract(span);
            } else if (high == null) {
                high = low.add(span);
            }
            return new Bounds(low, lowOpen, Objects.requireNonNull(high), highOpen);
        }

        /** How far to look where a bound is missing: some steps of the grid at least. */
        private static BigDecimal span(Json.Obj schema) {
            BigDecimal multiple = number(schema, "multipleOf");
            BigDecimal span = HUNDRED;
            if (multiple != null && multiple.signum() > 0) {
                span = span.max(integerMultiple(multiple).multiply(BigDecimal.TEN, MathContext.UNLIMITED));
            }
            return span;
        }
    }
}
