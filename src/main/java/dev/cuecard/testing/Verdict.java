package dev.cuecard.testing;

import java.util.Locale;

/** How a test ended. */
public enum Verdict {
    /** All that it expects holds. */
    PASSED,
    /** Something that it expects does not hold. */
    FAILED,
    /** Its runs are too few to tell whether the rate is met. */
    INCONCLUSIVE,
    /** The provider gave no answer: no word about the prompt. */
    ERROR,
    /** Its recording is missing, stale or damaged. */
    RECORDING,
    /** The next call could have cost more than is allowed. */
    BUDGET,
    /** There is a mistake in the prompt or in the test itself, so that there was nothing to ask. */
    BROKEN,
    /** It was not run. */
    SKIPPED;

    /** Whether the test came to its end, and something was learned of the prompt. */
    public boolean isJudgement() {
        return this == PASSED || this == FAILED || this == INCONCLUSIVE;
    }

    /** The word for programs: {@code passed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The word for people, before the name of a test: {@code pass}, and in capitals what has to be looked at. */
    public String mark() {
        return switch (this) {
            case PASSED -> "pass";
            case FAILED -> "FAIL";
            case INCONCLUSIVE -> "UNCLEAR";
            case ERROR -> "ERROR";
            case RECORDING -> "NO REPLY";
            case BUDGET -> "BUDGET";
            case BROKEN -> "BROKEN";
            case SKIPPED -> "skip";
        };
    }

    /** What is said of those that ended so, after their number: {@code 2 failed}. */
    String counted() {
        return switch (this) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case INCONCLUSIVE -> "inconclusive";
            case ERROR -> "without an answer from the provider";
            case RECORDING -> "without a usable recording";
            case BUDGET -> "beyond the budget";
            case BROKEN -> "with a mistake";
            case SKIPPED -> "not run";
        };
    }
}
