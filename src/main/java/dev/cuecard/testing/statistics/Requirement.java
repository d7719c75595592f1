package dev.cuecard.testing.statistics;

import java.math.BigDecimal;

/** What the runs of one test have to come to. */
public sealed interface Requirement {

    /** What they come to. */
    enum Answer {
        /** It is met. */
        PASS,
        /** It is not met. */
        FAIL,
        /** The runs are too few to tell. */
        INCONCLUSIVE
    }

    /** The verdict on a tally that is complete. */
    Answer judge(Tally tally);

    /** Whether the verdict is the same however the runs end that are left. */
    default boolean isSettled(Tally tally, int runs) {
        int left = runs - tally.runs();
        Answer atBest = judge(new Tally(tally.passed() + left, runs));
        return atBest == judge(new Tally(tally.passed(), runs));
    }

    /**
     * So many passes.
     *
     * @param passes how many, at least 1
     */
    record Count(int passes) implements Requirement {
        @Override
        public Answer judge(Tally tally) {
            return tally.passed() >= passes ? Answer.PASS : Answer.FAIL;
        }
    }

    /**
     * A rate of passes, shown with a confidence of 95 %: met when the exact lower bound reaches it, missed when the
     * exact upper bound does not.
     *
     * @param rate above 0 and at most 1
     */
    record Rate(BigDecimal rate) implements Requirement {

        /** The bounds come from an iteration, whose last digits are not to decide. */
        private static final double EPSILON = 1e-9;

        @Override
        public Answer judge(Tally tally) {
            double wanted = rate.doubleValue();
            if (tally.lowest() >= wanted - EPSILON) {
                return Answer.PASS;
            }
            return tally.highest() < wanted - EPSILON ? Answer.FAIL : Answer.INCONCLUSIVE;
        }

        /** The fewest runs that can show it, all of them passed; -1 where no number can, since the rate is 1. */
        public long fewest() {
            double wanted = rate.doubleValue();
            if (wanted >= 1) {
                return -1;
            }
            // Without a failure the lower bound is the n-th root of 0.05.
            return (long) Math.ceil(Math.log(1 - Tally.CONFIDENCE) / Math.log(wanted) - EPSILON);
        }
    }
}
