package dev.cuecard.cli.test;

import dev.cuecard.cli.console.Console;
import dev.cuecard.testing.SuiteResult;
import dev.cuecard.testing.cost.ModelCost;
import dev.cuecard.testing.cost.Usd;
import dev.cuecard.testing.live.SuiteEstimate;
import java.util.Locale;

/** Tells the person what tests will cost that ask models, and what they did cost. */
final class EstimatePrinter {

    private final Console console;

    EstimatePrinter(Console console) {
        this.console = console;
    }

    /** Before: a line for each model; nothing when none is asked. */
    void print(SuiteEstimate estimate) {
        for (SuiteEstimate.OfModel one : estimate.models()) {
            console.err()
                    .println("estimate: `" + TestPrinter.plain(one.model()) + "`, " + runs(one.runs()) + ", "
                            + tokens(one.inputTokens(), one.outputTokens()) + ", "
                            + (one.likelyUsd() == null && one.worstUsd() == null
                                    ? "the price is not known"
                                    : Usd.about(one.likelyUsd()) + ", " + Usd.atMost(one.worstUsd()))
                            + (one.tools() ? "; for each round of tools as much again" : ""));
        }
        console.err().flush();
    }

    /** After: what each model that was asked did cost, as far as it is known. */
    void print(SuiteResult result) {
        for (ModelCost one : result.costs()) {
            String cost = one.unknown() == one.runs() ? "the cost is not known" : Usd.exactly(one.usd());
            String rest = one.unknown() > 0 && one.unknown() < one.runs()
                    ? " and what " + runs(one.unknown()) + " cost of which it is not known"
                    : "";
            console.err()
                    .println("cost: `" + TestPrinter.plain(one.model()) + "`, " + runs(one.runs()) + ", "
                            + tokens(one.usage().promptTokens(), one.usage().completionTokens()) + ", " + cost + rest);
        }
    }

    private static String runs(long count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d run" : "%,d runs", count);
    }

    private static String tokens(long input, long output) {
        return String.format(Locale.ROOT, "%,d + %,d tokens", input, output);
    }
}
