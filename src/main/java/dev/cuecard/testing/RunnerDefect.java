package dev.cuecard.testing;

import java.util.List;

/** A defect of Cuecard itself, which a test has met; not one of the prompt, the test or the provider. */
public final class RunnerDefect extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final transient SuiteResult result;

    /** @param defects what was thrown, at least one: the first is the cause, the others are suppressed */
    RunnerDefect(SuiteResult result, List<Throwable> defects) {
        super("a test broke the runner", defects.get(0));
        this.result = result;
        defects.stream().skip(1).forEach(this::addSuppressed);
    }

    /** How all tests ended: the broken ones as {@link Verdict#BROKEN}, without a reason. */
    public SuiteResult result() {
        return result;
    }
}
