package dev.cuecard.testing;

import dev.cuecard.Rendering;
import dev.cuecard.Result;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.output.Outcome;
import dev.cuecard.render.Bound;
import dev.cuecard.render.eval.Evaluator;
import dev.cuecard.render.eval.Explained;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds what a model answered to what a test expects. */
final class Judge {

    private Judge() {}

    /** Judges one reply. That there is one is known. */
    static Trial judge(TestCase one, Rendering rendering, Bound bound, Result result) {
        List<Expr> expects = one.test().expects();
        boolean simulated = result.envelope().simulated();
        boolean aboutOutcome = expects.stream().anyMatch(Mentions::outcome);
        boolean judgedByOutcome = !aboutOutcome && result.outcome() != Outcome.VALID;
        List<Diagnostic> findings = new ArrayList<>();
        int notJudged = 0;
        Map<String, Json> specials = Specials.of(rendering, bound, result);
        for (Expr expect : expects) {
            boolean ofReply = Mentions.reply(expect);
            if (ofReply && simulated) {
                notJudged++;
            } else if (!ofReply || !judgedByOutcome) {
                // Each has variables of its own. One about a reply that is not valid would tell that a second time.
                Evaluator evaluator =
                        new Evaluator(bound.inputs(), specials, one.prompt().limits());
                evaluator.set(one.test().rowSlot(), one.value());
                judge(expect, evaluator.explain(expect), findings);
            }
        }
        if (judgedByOutcome || (!findings.isEmpty() && aboutOutcome)) {
            findings.addAll(result.findings());
        }
        boolean passed = findings.isEmpty();
        if (passed && simulated) {
            findings.addAll(result.findings());
        }
        return new Trial(passed ? Verdict.PASSED : Verdict.FAILED, result, findings, notJudged);
    }

    private static void judge(Expr expect, Explained explained, List<Diagnostic> findings) {
        Diagnostic mistake = explained.result().mistake();
        if (mistake != null) {
            findings.add(mistake);
        } else if (!Json.of(true).equals(explained.result().value())) {
            findings.add(TestingErrors.unmet(expect, explained.seen()));
        }
    }
}
