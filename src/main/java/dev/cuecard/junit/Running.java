package dev.cuecard.junit;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.ReplySource;
import dev.cuecard.testing.SuiteResult;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.TestOptions;
import dev.cuecard.testing.TestPlan;
import dev.cuecard.testing.TestRunner;
import dev.cuecard.testing.live.LiveReplies;
import dev.cuecard.testing.recording.Recordings;
import java.util.List;

/** Runs tests, one by one; the recordings are read once for all of them. For many threads. */
final class Running {

    /** The most calls to a provider at once, where tests run in parallel. */
    private static final int MOST_CALLS = 16;

    private final Recordings recordings;
    private final ReplySource replies;

    Running(Parameters parameters) {
        recordings = new Recordings(Recordings.Mode.REPLAY, parameters.staleWarns(), ReplySource.LIVE);
        replies = parameters.live() ? new LiveReplies(MOST_CALLS, null) : recordings;
    }

    /** How a test ends. */
    CaseResult run(TestCase one) throws InterruptedException {
        SuiteResult result =
                new TestRunner(TestOptions.DEFAULT.withRunning(false, 1), replies).run(List.of(one), ended -> {});
        return result.cases().get(0);
    }

    /** What is to say of a file once its tests have run: recordings that none of them asks for. */
    List<Diagnostic> remarks(TestPlan plan) {
        return recordings.finish(plan, plan.cases());
    }
}
