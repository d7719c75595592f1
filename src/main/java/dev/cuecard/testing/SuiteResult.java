package dev.cuecard.testing;

import java.util.List;

/**
 * How all tests ended.
 *
 * @param cases each of them, in the order of the files and of the tests in them
 */
public record SuiteResult(List<CaseResult> cases) {

    /** Copies the list. */
    public SuiteResult {
        cases = List.copyOf(cases);
    }

    /** How many ended so. */
    public long count(Verdict verdict) {
        return cases.stream().filter(one -> one.verdict() == verdict).count();
    }

    /** The expectations that were not judged. */
    public int notJudged() {
        return cases.stream().mapToInt(CaseResult::notJudged).sum();
    }
}
