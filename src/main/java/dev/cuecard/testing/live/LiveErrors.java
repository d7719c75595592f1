package dev.cuecard.testing.live;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.testing.cost.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a suite is not begun. */
public final class LiveErrors {

    /** The most runs that ask a model without a budget. */
    public static final long MOST_RUNS = 10_000;

    private LiveErrors() {}

    /** So many runs are more than anyone is taken to mean; null when they are not so many. */
    public static @Nullable Diagnostic tooMany(SuiteEstimate estimate) {
        if (estimate.runs() <= MOST_RUNS) {
            return null;
        }
        BigDecimal worst = estimate.worstUsd();
        String amount = worst == null
                ? "25.00"
                : worst.setScale(2, RoundingMode.UP).max(new BigDecimal("0.01")).toPlainString();
        return Diagnostic.error(
                        Code.P754,
                        String.format(
                                Locale.ROOT,
                                "the tests would ask a model %,d times, and without a budget %,d is the most",
                                estimate.runs(),
                                MOST_RUNS))
                .note("that costs " + Usd.about(estimate.likelyUsd()) + ", " + Usd.atMost(worst))
                .help("allow it with what it may cost, `--max-cost " + amount + "`, or ask less often: `--repeat 59`")
                .done();
    }
}
