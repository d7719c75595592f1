package dev.cuecard.testing;

import dev.cuecard.chat.Cancellation;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is tested, and how.
 *
 * @param models the models to ask instead of the prompts' own, each; empty for those
 * @param repeat how often each test runs that asks a model, or null for what the test says
 * @param rate which share of them has to pass, or null for what the test says
 * @param recover whether malformed replies are mended, whatever the test says
 * @param reask how often an invalid reply is sent back
 * @param failFast whether no further test begins once one has not passed
 * @param jobs how many tests run at once, at least 1
 * @param cancellation what ends it early: no test begins then, and those that run are not finished
 */
public record TestOptions(
        List<String> models,
        @Nullable Integer repeat,
        @Nullable BigDecimal rate,
        boolean recover,
        int reask,
        boolean failFast,
        int jobs,
        Cancellation cancellation) {

    /** Each test as it says. */
    public static final TestOptions DEFAULT =
            new TestOptions(List.of(), null, null, false, 0, false, 4, Cancellation.NONE);

    /** Copies the models and checks the bounds. */
    public TestOptions {
        models = List.copyOf(models);
        if (jobs < 1 || reask < 0 || (repeat != null && repeat < 1)) {
            throw new IllegalArgumentException("jobs " + jobs + ", reask " + reask + ", repeat " + repeat);
        }
    }

    /** The same with other models. */
    public TestOptions withModels(List<String> names) {
        return new TestOptions(names, repeat, rate, recover, reask, failFast, jobs, cancellation);
    }

    /** The same with another number of repeats and another rate. */
    public TestOptions withRepeat(@Nullable Integer times, @Nullable BigDecimal share) {
        return new TestOptions(models, times, share, recover, reask, failFast, jobs, cancellation);
    }

    /** The same with another way to read replies. */
    public TestOptions withReading(boolean mends, int times) {
        return new TestOptions(models, repeat, rate, mends, times, failFast, jobs, cancellation);
    }

    /** The same, run in another way. */
    public TestOptions withRunning(boolean stopsEarly, int threads) {
        return new TestOptions(models, repeat, rate, recover, reask, stopsEarly, threads, cancellation);
    }

    /** The same, ended early when that is cancelled. */
    public TestOptions withCancellation(Cancellation stop) {
        return new TestOptions(models, repeat, rate, recover, reask, failFast, jobs, stop);
    }

    /** How often a test runs, unless its verdict is settled before. */
    public int runs(TestCase one) {
        return !one.isCanned() && repeat != null ? repeat : one.test().repeat();
    }
}
