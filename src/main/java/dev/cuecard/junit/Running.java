package dev.cuecard.junit;

import dev.cuecard.chat.budget.Budget;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.ReplySource;
import dev.cuecard.testing.SuiteResult;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.TestOptions;
import dev.cuecard.testing.TestPlan;
import dev.cuecard.testing.TestRunner;
import dev.cuecard.testing.Verdict;
import dev.cuecard.testing.live.LiveErrors;
import dev.cuecard.testing.live.LiveReplies;
import dev.cuecard.testing.live.SuiteEstimate;
import dev.cuecard.testing.recording.Recordings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs tests, one by one; the recordings are read once for all of them. For many threads. */
final class Running {

    /** The most calls to a provider at once, where tests run in parallel. */
    private static final int MOST_CALLS = 16;

    private static final TestOptions OPTIONS = TestOptions.DEFAULT.withRunning(false, 1);

    private final Recordings recordings;
    private final ReplySource replies;
    private final boolean unbounded;
    private SuiteEstimate begun = new SuiteEstimate(List.of());

    /** @param budget what all of them may cost together, or null for any amount */
    Running(Parameters parameters, @Nullable Budget budget) {
        recordings = new Recordings(Recordings.Mode.REPLAY, parameters.staleWarns(), ReplySource.LIVE);
        replies = parameters.live() ? new LiveReplies(MOST_CALLS, budget) : recordings;
        unbounded = parameters.live() && budget == null;
    }

    /** How a test ends. */
    CaseResult run(TestCase one) throws InterruptedException {
        Diagnostic tooMany = unbounded ? tooMany(one) : null;
        if (tooMany != null) {
            return new CaseResult(one, Verdict.BUDGET, List.of(), 0, List.of(tooMany));
        }
        SuiteResult result = new TestRunner(OPTIONS, replies).run(List.of(one), ended -> {});
        return result.cases().get(0);
    }

    /** Which tests there are is known only as they begin: the first that is one too many, and those after it, are not. */
    private synchronized @Nullable Diagnostic tooMany(TestCase one) {
        begun = begun.plus(SuiteEstimate.of(List.of(one), OPTIONS, SuiteEstimate.Known.NOTHING));
        return LiveErrors.tooMany(begun);
    }

    /** What is to say of a file once its tests have run: recordings that none of them asks for. */
    List<Diagnostic> remarks(TestPlan plan) {
        return recordings.finish(plan, plan.cases());
    }
}
