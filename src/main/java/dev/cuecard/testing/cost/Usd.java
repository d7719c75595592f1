package dev.cuecard.testing.cost;

import dev.cuecard.chat.budget.BudgetErrors;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts of money as estimates show them: two digits that count. */
public final class Usd {

    private static final MathContext NEAREST = new MathContext(2, RoundingMode.HALF_UP);
    private static final MathContext UP = new MathContext(2, RoundingMode.UP);

    private Usd() {}

    /** {@code about $0.0057}; null is an amount that is not known. */
    public static String about(@Nullable BigDecimal amount) {
        return amount == null ? "an amount that is not known" : "about " + BudgetErrors.usd(amount.round(NEAREST));
    }

    /** {@code at most $0.013}, never less than it is. */
    public static String atMost(@Nullable BigDecimal amount) {
        return amount == null ? "without a known bound" : "at most " + BudgetErrors.usd(amount.round(UP));
    }

    /** The same amount without zeros at its end. */
    public static BigDecimal plain(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        // Ten dollars are 10, not 1E+1.
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** Exactly: {@code $0.00573}. */
    public static String exactly(BigDecimal amount) {
        return BudgetErrors.usd(amount);
    }
}
