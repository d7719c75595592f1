package dev.cuecard.testing.report.html;

import dev.cuecard.testing.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How verdicts and numbers look. */
final class Looks {

    private Looks() {}

    /** The class of all that ended so: what is right, what is wrong, what nobody knows. */
    static String tone(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "good";
            case FAILED, BROKEN -> "bad";
            case INCONCLUSIVE, RECORDING, BUDGET, ERROR -> "odd";
            case SKIPPED -> "none";
        };
    }

    static String sign(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "✓";
            case FAILED, BROKEN -> "✕";
            case INCONCLUSIVE -> "?";
            case ERROR, BUDGET -> "!";
            case RECORDING -> "↻";
            case SKIPPED -> "–";
        };
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case INCONCLUSIVE -> "inconclusive";
            case ERROR -> "no answer";
            case RECORDING -> "no usable recording";
            case BUDGET -> "beyond the budget";
            case BROKEN -> "has a mistake";
            case SKIPPED -> "not run";
        };
    }

    static void badge(Html html, Verdict verdict) {
        html.open("span", "class", "badge " + tone(verdict));
        html.open("span", "aria-hidden", "true").text(sign(verdict) + " ").close();
        html.text(word(verdict)).close();
    }

    static String time(long millis) {
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    /** In dollars, to two digits that count; unknown is not nothing. */
    static String cost(@Nullable BigDecimal usd) {
        if (usd == null) {
            return "unknown";
        } else if (usd.signum() == 0) {
            return "$0";
        }
        BigDecimal rounded = usd.compareTo(BigDecimal.ONE) < 0
                ? usd.round(new MathContext(2))
                : usd.setScale(2, RoundingMode.HALF_UP);
        return "$" + rounded.stripTrailingZeros().toPlainString();
    }

    static String count(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
