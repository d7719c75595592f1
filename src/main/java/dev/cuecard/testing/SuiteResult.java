package dev.cuecard.testing;

import dev.cuecard.output.Envelope;
import dev.cuecard.testing.cost.ModelCost;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /**
     * What the replies took, by the model that was asked: those that were recorded as when they were made. Canned and
     * made-up replies take nothing.
     */
    public List<ModelCost> costs() {
        Map<String, ModelCost> costs = new LinkedHashMap<>();
        for (CaseResult one : cases) {
            for (Trial trial : one.trials()) {
                Envelope envelope =
                        trial.result() == null ? null : trial.result().envelope();
                if (!one.test().isCanned()
                        && envelope != null
                        && !envelope.attempts().isEmpty()
                        && !envelope.simulated()) {
                    costs.merge(
                            String.valueOf(envelope.requestedModel()),
                            ModelCost.none(String.valueOf(envelope.requestedModel()))
                                    .and(envelope.usage(), envelope.costUsd()),
                            ModelCost::plus);
                }
            }
        }
        return List.copyOf(costs.values());
    }

    /** What they cost together, or null when that is not known of one of them. */
    public @Nullable BigDecimal costUsd() {
        List<ModelCost> all = costs();
        return all.stream().anyMatch(one -> one.unknown() > 0)
                ? null
                : all.stream().map(ModelCost::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The expectations that were not judged. */
    public int notJudged() {
        return cases.stream().mapToInt(CaseResult::notJudged).sum();
    }

    /** One line that counts the tests by how they ended. */
    public String summary() {
        int all = cases.size();
        List<String> parts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = count(verdict);
            if (count > 0) {
                parts.add(count + " " + verdict.counted());
            }
        }
        if (notJudged() > 0) {
            parts.add(notJudged() == 1 ? "1 expectation not judged" : notJudged() + " expectations not judged");
        }
        return (all == 1 ? "1 test: " : all + " tests: ") + String.join(", ", parts);
    }
}
