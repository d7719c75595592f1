package dev.cuecard.testing.report.html;

import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What several tests come to.
 *
 * @param cases how many they are
 * @param passed how many of them passed
 * @param asked how many have asked a model
 * @param latencyMs how long the models took, in milliseconds
 * @param usd what is known of their cost, in US dollars
 * @param known whether that is all of it
 */
record Sums(int cases, int passed, int asked, long latencyMs, BigDecimal usd, boolean known) {

    /** Of all. */
    static Sums of(List<CaseResult> cases) {
        return of(cases, null);
    }

    /**
     * Of those that were to ask a model.
     *
     * @param model its name, as it was given for the run; null for all
     */
    static Sums of(List<CaseResult> cases, @Nullable String model) {
        Sums sums = new Sums(0, 0, 0, 0, BigDecimal.ZERO, true);
        for (CaseResult one : cases) {
            if (model == null || model.equals(one.test().model())) {
                sums = sums.and(one);
            }
        }
        return sums;
    }

    private Sums and(CaseResult one) {
        boolean asks = asked(one);
        BigDecimal cost = asks ? one.costUsd() : BigDecimal.ZERO;
        return new Sums(
                cases + 1,
                passed + (one.verdict() == Verdict.PASSED ? 1 : 0),
                asked + (asks ? 1 : 0),
                latencyMs + one.latencyMs(),
                cost == null ? usd : usd.add(cost),
                known && cost != null);
    }

    /** Whether a model has answered a test, now or when it was recorded. */
    static boolean asked(CaseResult one) {
        return !one.test().isCanned() && one.trials().stream().anyMatch(trial -> trial.result() != null);
    }

    /** The cost in words: where it is not known of all, what it is at least. */
    String cost() {
        return known ? Looks.cost(usd) : usd.signum() == 0 ? Looks.cost(null) : "at least " + Looks.cost(usd);
    }

    /** The same where nothing says that a cost is meant. */
    static String named(String cost) {
        return cost.startsWith("unknown") ? "cost unknown" : cost;
    }

    /** In small letters. */
    void write(Html html) {
        html.open("span", "class", "facts");
        html.element("span", "", passed + " of " + cases + " passed");
        if (asked > 0) {
            html.text(" ").element("span", "", Looks.time(latencyMs));
            html.text(" ").element("span", "", named(cost()));
        }
        html.close();
    }
}
