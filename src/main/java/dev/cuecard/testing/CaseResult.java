package dev.cuecard.testing;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.output.Envelope;
import dev.cuecard.testing.cost.Usd;
import dev.cuecard.testing.statistics.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one test ended.
 *
 * @param test what was tested
 * @param verdict how it ended
 * @param trials its runs, in their order; fewer than asked for once the verdict was settled
 * @param planned how many runs were asked for
 * @param findings what is to say of all of them together
 */
public record CaseResult(TestCase test, Verdict verdict, List<Trial> trials, int planned, List<Diagnostic> findings) {

    /** Copies the lists. */
    public CaseResult {
        trials = List.copyOf(trials);
        findings = List.copyOf(findings);
    }

    /** The runs that were judged, and how many of them passed. */
    public Tally tally() {
        Tally tally = Tally.NONE;
        for (Trial trial : trials) {
            if (trial.verdict() == Verdict.PASSED || trial.verdict() == Verdict.FAILED) {
                tally = tally.and(trial.verdict() == Verdict.PASSED);
            }
        }
        return tally;
    }

    /** The expectations that were not judged, of all its runs. */
    public int notJudged() {
        return trials.stream().mapToInt(Trial::notJudged).sum();
    }

    /**
     * What all its runs cost in US dollars, recorded ones as when they were made; nothing with a canned reply. Null when
     * that is not known, or when there was no reply.
     */
    public @Nullable BigDecimal costUsd() {
        BigDecimal sum = BigDecimal.ZERO;
        if (test.isCanned()) {
            return sum;
        }
        for (Trial trial : trials) {
            BigDecimal cost =
                    trial.result() == null ? null : trial.result().envelope().costUsd();
            if (cost == null) {
                return null;
            }
            sum = sum.add(cost);
        }
        return trials.isEmpty() ? null : Usd.plain(sum);
    }

    /** How long the model took for all its runs, in milliseconds. */
    public long latencyMs() {
        return trials.stream()
                .filter(trial -> trial.result() != null)
                .flatMap(trial -> trial.result().envelope().attempts().stream())
                .mapToLong(Envelope.Attempt::latencyMs)
                .sum();
    }

    /** All that is to say: of the test itself, then of its runs; what several runs have in common is said once. */
    public List<Diagnostic> allFindings() {
        Map<String, List<Diagnostic>> alike = new LinkedHashMap<>();
        for (Trial trial : trials) {
            for (Diagnostic finding : trial.findings()) {
                // The replies of two runs are two texts, which may hold the same.
                alike.computeIfAbsent(DiagnosticRenderer.plain().render(finding), text -> new ArrayList<>())
                        .add(finding);
            }
        }
        List<Diagnostic> all = new ArrayList<>(findings);
        alike.values().forEach(group -> all.add(withCount(group.get(0), group.size())));
        return all;
    }

    private Diagnostic withCount(Diagnostic finding, int count) {
        return trials.size() < 2 ? finding : finding.withNote("so in " + count + " of " + trials.size() + " runs");
    }
}
