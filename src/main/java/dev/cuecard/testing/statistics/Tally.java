package dev.cuecard.testing.statistics;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * So many runs, and how many of them passed.
 *
 * @param passed those that passed
 * @param runs all of them
 */
public record Tally(int passed, int runs) {

    /** Nothing ran yet. */
    public static final Tally NONE = new Tally(0, 0);

    /** How sure a verdict on a rate has to be. */
    public static final double CONFIDENCE = 0.95;

    /** Checks the bounds. */
    public Tally {
        if (passed < 0 || passed > runs) {
            throw new IllegalArgumentException(passed + " of " + runs);
        }
    }

    /** With one more run. */
    public Tally and(boolean pass) {
        return new Tally(passed + (pass ? 1 : 0), runs + 1);
    }

    /** The runs that did not pass. */
    public int failed() {
        return runs - passed;
    }

    /** The exact (Clopper-Pearson) one-sided lower bound of the rate, with a confidence of 95 %. */
    public double lowest() {
        return passed == 0
                ? 0
                : new BetaDistribution(null, passed, runs - passed + 1.0).inverseCumulativeProbability(1 - CONFIDENCE);
    }

    /** The exact one-sided upper bound of the rate, with a confidence of 95 %. */
    public double highest() {
        return passed == runs
                ? 1
                : new BetaDistribution(null, passed + 1.0, runs - passed).inverseCumulativeProbability(CONFIDENCE);
    }

    /** The Wilson interval of the rate with a confidence of 95 %, which is for people to look at: no verdict rests on it. */
    public Interval wilson() {
        if (runs == 0) {
            return new Interval(0, 1);
        }
        ConfidenceInterval interval = new WilsonScoreInterval().createInterval(runs, passed, CONFIDENCE);
        return new Interval(Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound()));
    }

    /** From where to where a rate may lie. */
    public record Interval(double from, double to) {}
}
