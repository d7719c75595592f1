package dev.cuecard.junit;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.output.Envelope;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.Trial;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What JUnit is told of how a test ended. */
final class Ending {

    private Ending() {}

    /** Returns when it passed; else throws what says why it did not. */
    static void raise(CaseResult result) {
        List<Diagnostic> findings =
                result.allFindings().stream().map(Ending::inOurWords).toList();
        String text = DiagnosticRenderer.plain().render(findings);
        switch (result.verdict()) {
            case PASSED -> {}
            case FAILED -> throw at(result.test(), new AssertionFailedError(told(text)));
            case SKIPPED -> throw new TestAbortedException(told(text));
            case ERROR -> {
                if (!findings.isEmpty() && findings.stream().allMatch(finding -> finding.code() == Code.P701)) {
                    throw new TestAbortedException(told(text));
                }
                throw at(result.test(), new NoVerdict(told(text)));
            }
            case INCONCLUSIVE, RECORDING, BUDGET, BROKEN -> throw at(result.test(), new NoVerdict(told(text)));
        }
    }

    /** What is an option of the command line is a parameter here, and how often a test runs stands in the test. */
    private static Diagnostic inOurWords(Diagnostic finding) {
        if (finding.help() == null || !finding.help().contains("`--max-cost ")) {
            return finding;
        }
        String help = finding.help()
                .replace("`--max-cost ", "`" + Parameters.MAX_COST + "=")
                .replace("`--repeat ", "`repeat ");
        return new Diagnostic(
                finding.severity(),
                finding.code(),
                finding.message(),
                finding.primary(),
                finding.secondary(),
                finding.notes(),
                help);
    }

    /** The text begins on a line of its own: what comes before it in a log would shift its columns. */
    static String told(String text) {
        return "\n" + text;
    }

    /** There is no Java code to trace; the one frame leads to the test, where a log shows links. */
    private static <T extends Throwable> T at(TestCase test, T error) {
        String file = test.prompt().checked().source().name().replaceFirst(".*[/\\\\]", "");
        error.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(
                    test.prompt().name(),
                    test.name(),
                    file,
                    test.test().origin().line())
        });
        return error;
    }

    /** Facts about a run, for reports. */
    static Map<String, String> facts(CaseResult result) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("verdict", result.verdict().word());
        facts.put("passed", result.tally().passed() + " of " + result.tally().runs());
        Trial last = result.trials().isEmpty()
                ? null
                : result.trials().get(result.trials().size() - 1);
        if (last != null && last.result() != null) {
            Envelope envelope = last.result().envelope();
            put(facts, "model", envelope.model() == null ? envelope.requestedModel() : envelope.model());
            put(
                    facts,
                    "outcome",
                    envelope.outcome() == null ? null : envelope.outcome().word());
            if (envelope.simulated()) {
                facts.put("simulated", "true");
            }
        }
        if (result.notJudged() > 0) {
            facts.put("not_judged", Integer.toString(result.notJudged()));
        }
        facts.put("latency_ms", Long.toString(result.latencyMs()));
        BigDecimal cost = result.costUsd();
        put(facts, "cost_usd", cost == null ? null : Json.of(cost).toString());
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
