package dev.cuecard.testing;

import static dev.cuecard.diagnostic.Diagnostic.error;
import static dev.cuecard.diagnostic.Diagnostic.warning;

import dev.cuecard.check.CheckedTest;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.render.eval.Explained;
import dev.cuecard.testing.cost.CallEstimate;
import dev.cuecard.testing.cost.Usd;
import dev.cuecard.testing.statistics.Requirement;
import dev.cuecard.testing.statistics.Tally;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a test does not pass. */
public final class TestingErrors {

    private TestingErrors() {}

    /** An expectation does not hold; with the values of its parts. */
    static Diagnostic unmet(Expr expect, List<Explained.Seen> seen) {
        Diagnostic.Builder error = error(Code.P601, "an expectation does not hold", expect.span(), "is false");
        for (Explained.Seen part : seen) {
            Json value = part.value();
            error.note(Quoted.of(part.span().text()) + " is "
                    + (value == null ? "missing" : Quoted.of(JsonText.compact(value))));
        }
        return error.done();
    }

    /** No row, so that nothing was tested. */
    static Diagnostic noRows(CheckedTest test, Expr rows) {
        return error(Code.P607, "the test " + Quoted.of(test.name()) + " has no rows", rows.span(), "an empty list")
                .note("a test without rows tests nothing")
                .done();
    }

    /** Too few of the runs pass. */
    static Diagnostic tooFew(CheckedTest test, Tally tally, int planned, Requirement.Count count) {
        Diagnostic.Builder error = error(
                Code.P608,
                "too few runs pass: " + passes(tally),
                test.origin(),
                "wants " + count.passes() + " of " + planned + " to pass");
        return spared(error, tally, planned).done();
    }

    /** The rate is missed. */
    static Diagnostic missed(CheckedTest test, Tally tally, int planned, Requirement.Rate rate) {
        Diagnostic.Builder error = error(
                        Code.P609, "the rate is not reached: " + passes(tally), test.origin(), wants(rate))
                .note("the rate is below " + Percent.up(atBest(tally, planned).highest())
                        + ", with a confidence of 95 %");
        return spared(error, tally, planned).done();
    }

    /** Neither reached nor missed. */
    static Diagnostic inconclusive(CheckedTest test, Tally tally, int planned, Requirement.Rate rate) {
        Diagnostic.Builder warning = warning(
                        Code.P610, "too few runs to tell the rate: " + passes(tally), test.origin(), wants(rate))
                .note("the rate is above "
                        + Percent.down(new Tally(tally.passed(), planned).lowest())
                        + " and below " + Percent.up(atBest(tally, planned).highest())
                        + ", each with a confidence of 95 %");
        return spared(warning, tally, planned).done();
    }

    private static String passes(Tally tally) {
        return tally.passed() + " of " + tally.runs() + " pass";
    }

    private static String wants(Requirement.Rate rate) {
        return "wants a rate of " + rate.rate().toPlainString();
    }

    private static Tally atBest(Tally tally, int planned) {
        return new Tally(tally.passed() + planned - tally.runs(), planned);
    }

    private static Diagnostic.Builder spared(Diagnostic.Builder finding, Tally tally, int planned) {
        int spared = planned - tally.runs();
        return switch (spared) {
            case 0 -> finding;
            case 1 -> finding.note("the last run could not change that");
            default -> finding.note("the other " + spared + " runs could not change that");
        };
    }

    /**
     * So few runs that even all passes would not show the rate.
     *
     * @param call what one run costs, or null when it costs nothing
     */
    static Diagnostic cannotShow(CheckedTest test, int runs, Requirement.Rate rate, @Nullable CallEstimate call) {
        long fewest = rate.fewest();
        Diagnostic.Builder warning = warning(
                Code.P611,
                (runs == 1 ? "1 run" : runs + " runs") + " cannot show a rate of "
                        + rate.rate().toPlainString(),
                test.origin(),
                fewest < 0 ? "no number of runs can" : fewest + " runs without a failure would");
        Tally all = new Tally(runs, runs);
        if (fewest >= 0 && call != null) {
            BigDecimal times = BigDecimal.valueOf(fewest);
            BigDecimal likely =
                    call.likelyUsd() == null ? null : call.likelyUsd().multiply(times);
            BigDecimal worst = call.worstUsd() == null ? null : call.worstUsd().multiply(times);
            warning.note(fewest + " runs on " + Quoted.of(call.model()) + " cost " + Usd.about(likely) + ", "
                    + Usd.atMost(worst));
        }
        return warning.note(
                        "if all pass, the rate is above " + Percent.down(all.lowest()) + " with a confidence of 95 %")
                .help(
                        fewest < 0
                                ? "ask for a rate below 1, or count: `pass " + runs + "`"
                                : "write `repeat " + fewest + "`")
                .done();
    }

    /** There is no reply to be had without a call. */
    public static Diagnostic noReply(TestCase test) {
        return error(
                        Code.P602,
                        "the test " + Quoted.of(test.name()) + " has no recorded reply",
                        test.test().origin(),
                        "brings no `reply` along")
                .note("without `--live` or `--record` nothing is sent")
                .help("record it: cuecard test " + test.file() + " --record")
                .done();
    }
}
