package dev.cuecard.testing;

import dev.cuecard.Rendering;
import dev.cuecard.Result;
import dev.cuecard.RunOptions;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.check.CheckedTest;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.output.Outcome;
import dev.cuecard.render.Bound;
import dev.cuecard.testing.cost.CallEstimate;
import dev.cuecard.testing.statistics.Requirement;
import dev.cuecard.testing.statistics.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Runs one test, as often as it is to be run or until the rest cannot change the verdict. */
final class CaseRunner {

    /** What says that there is no reply to be had without a call. */
    private static final Set<Code> OF_RECORDINGS = Set.of(Code.P602, Code.P603, Code.P604, Code.P605, Code.P612);

    private final TestCase one;
    private final TestOptions options;
    private final ReplySource replies;
    private final IntConsumer done;
    private final int planned;
    private final Requirement requirement;

    /** @param done is told of each run */
    CaseRunner(TestCase one, TestOptions options, ReplySource replies, IntConsumer done) {
        this.done = done;
        this.one = one;
        this.options = options;
        this.replies = replies;
        CheckedTest test = one.test();
        boolean asked = !one.isCanned();
        this.planned = options.runs(one);
        BigDecimal rate = asked && options.rate() != null ? options.rate() : test.rate();
        int passes = test.pass() == null || planned != test.repeat() ? planned : test.pass();
        this.requirement = rate == null ? new Requirement.Count(passes) : new Requirement.Rate(rate);
    }

    CaseResult run() throws InterruptedException {
        CaseInputs inputs = CaseInputs.of(one);
        if (!inputs.findings().isEmpty()) {
            done.accept(1);
            return ended(Verdict.BROKEN, List.of(Trial.without(Verdict.BROKEN, inputs.findings())));
        }
        boolean recover = options.recover() || one.test().recoverAll();
        RunOptions asked = RunOptions.DEFAULT
                .withModel(one.model())
                .withRecover(recover)
                .withReask(options.reask())
                .withStubs(inputs.stubs())
                .withCancellation(options.cancellation());
        Rendering rendering = one.prompt().render(inputs.inputs(), asked);
        List<Trial> trials = new ArrayList<>();
        Tally tally = Tally.NONE;
        while (!requirement.isSettled(tally, planned)) {
            // A canned reply is the same each time.
            Trial trial = one.isCanned() && !trials.isEmpty()
                    ? trials.get(0)
                    : trial(inputs, rendering, asked, trials.size());
            trials.add(trial);
            done.accept(1);
            if (trial.verdict() != Verdict.PASSED && trial.verdict() != Verdict.FAILED) {
                return ended(trial.verdict(), trials);
            }
            tally = tally.and(trial.verdict() == Verdict.PASSED);
        }
        return judged(tally, trials, rendering);
    }

    private Trial trial(CaseInputs inputs, Rendering rendering, RunOptions asked, int repeat)
            throws InterruptedException {
        Bound bound = rendering.bound();
        if (bound == null || rendering.request() == null) {
            return Trial.without(Verdict.BROKEN, rendering.findings());
        }
        CheckedTest.Canned canned = one.test().canned();
        Result result = canned == null || inputs.reply() == null
                ? one.prompt().run(rendering, asked, replies.client(one, rendering, repeat))
                : one.prompt().read(reply(canned, inputs.reply()), "canned reply", rendering, asked);
        Outcome outcome = result.outcome();
        if (outcome == null) {
            return Trial.without(Verdict.BROKEN, result.findings());
        } else if (outcome == Outcome.PROVIDER_ERROR) {
            return new Trial(unanswered(result), result, result.findings(), 0);
        } else if (outcome == Outcome.CANCELLED) {
            // The reason is known to whoever has cancelled it.
            return new Trial(Verdict.SKIPPED, result, List.of(), 0);
        } else if (outcome == Outcome.OVER_BUDGET) {
            return new Trial(Verdict.BUDGET, result, result.findings(), 0);
        }
        return Judge.judge(one, rendering, bound, result);
    }

    /** Why there is no reply: a recording that is only to be warned of is no reason to fail. */
    private static Verdict unanswered(Result result) {
        List<Diagnostic> recordings = result.findings().stream()
                .filter(finding -> OF_RECORDINGS.contains(finding.code()))
                .toList();
        if (recordings.isEmpty()) {
            return Verdict.ERROR;
        }
        return Diagnostic.stops(recordings) ? Verdict.RECORDING : Verdict.SKIPPED;
    }

    private static ChatReply reply(CheckedTest.Canned canned, String text) {
        return canned.refusal()
                ? new ChatReply(null, null, text, List.of(), canned.finish(), null, null, false)
                : new ChatReply(null, text, null, List.of(), canned.finish(), null, null, false);
    }

    /** What one run costs; null when it costs nothing. */
    private @Nullable CallEstimate estimate(Rendering rendering, List<Trial> trials) {
        if (one.isCanned() || rendering.request() == null || Offline.isSimulated(rendering)) {
            return null;
        }
        Long middle = CallEstimate.middle(trials.stream()
                .map(trial -> trial.result() == null
                        ? null
                        : trial.result().envelope().usage()));
        return CallEstimate.of(rendering.request(), one.prompt().models(), middle, options.reask());
    }

    private CaseResult judged(Tally tally, List<Trial> trials, Rendering rendering) {
        List<Diagnostic> findings = new ArrayList<>();
        // It is settled: the runs that were spared count as failed, or as passed, to the same end.
        Requirement.Answer answer = requirement.judge(new Tally(tally.passed(), planned));
        if (requirement instanceof Requirement.Rate rate) {
            if (rate.judge(new Tally(planned, planned)) != Requirement.Answer.PASS) {
                findings.add(TestingErrors.cannotShow(one.test(), planned, rate, estimate(rendering, trials)));
            }
            if (answer == Requirement.Answer.FAIL) {
                findings.add(TestingErrors.missed(one.test(), tally, planned, rate));
            } else if (answer == Requirement.Answer.INCONCLUSIVE) {
                findings.add(TestingErrors.inconclusive(one.test(), tally, planned, rate));
            }
        } else if (requirement instanceof Requirement.Count count && answer == Requirement.Answer.FAIL && planned > 1) {
            findings.add(TestingErrors.tooFew(one.test(), tally, planned, count));
        }
        Verdict verdict = switch (answer) {
            case PASS -> Verdict.PASSED;
            case FAIL -> Verdict.FAILED;
            case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
        };
        return new CaseResult(one, verdict, trials, planned, findings);
    }

    private CaseResult ended(Verdict verdict, List<Trial> trials) {
        return new CaseResult(one, verdict, trials, planned, List.of());
    }
}
