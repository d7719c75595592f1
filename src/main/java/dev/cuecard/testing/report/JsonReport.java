package dev.cuecard.testing.report;

import dev.cuecard.chat.Usage;
import dev.cuecard.data.Json;
import dev.cuecard.data.Version;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.SuiteResult;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.Trial;
import dev.cuecard.testing.Verdict;
import dev.cuecard.testing.cost.ModelCost;
import dev.cuecard.testing.statistics.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything, for programs. All members are always there; what is not known is null. */
public final class JsonReport {

    /** The number of this form. */
    public static final int EDITION = 1;

    private JsonReport() {}

    /** The JSON Schema that the report keeps, as text. */
    public static String schema() {
        try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("no report.schema.json");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The report.
     *
     * @param result the tests
     * @param remarks what is to say of no single test
     * @param exitCodes all that apply, the one that the process ends with first
     */
    public static Json.Obj of(SuiteResult result, List<Diagnostic> remarks, List<Integer> exitCodes) {
        Json.ObjBuilder counts = Json.object();
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict.word(), result.count(verdict));
        }
        return Json.object()
                .put("report", EDITION)
                .put("cuecard", Version.text())
                .put("exit_codes", Json.array(exitCodes.stream().map(Json::of).toList()))
                .put("counts", counts.done())
                .put("not_judged", result.notJudged())
                .put("cost_usd", result.costUsd() == null ? Json.nil() : Json.of(result.costUsd()))
                .put(
                        "models",
                        Json.array(result.costs().stream().map(JsonReport::cost).toList()))
                .put(
                        "tests",
                        Json.array(result.cases().stream().map(JsonReport::test).toList()))
                .put("findings", findings(remarks))
                .done();
    }

    private static Json cost(ModelCost one) {
        return Json.object()
                .put("model", one.model())
                .put("runs", one.runs())
                .put("usage", usage(one.usage()))
                .put("cost_usd", Json.of(one.usd()))
                .put("runs_of_unknown_cost", one.unknown())
                .done();
    }

    private static Json test(CaseResult one) {
        TestCase test = one.test();
        Tally tally = one.tally();
        return Json.object()
                .put("file", test.file())
                .put("line", test.test().origin().line())
                .put("prompt", test.prompt().name())
                .put("test", test.test().name())
                .put("row", test.row() == 0 ? Json.nil() : Json.of(test.row()))
                .put("model", text(test.model()))
                .put("verdict", one.verdict().word())
                .put("passed", tally.passed())
                .put("runs", tally.runs())
                .put("planned", one.planned())
                .put(
                        "wilson",
                        Json.array(List.of(
                                share(tally.wilson().from()),
                                share(tally.wilson().to()))))
                .put("not_judged", one.notJudged())
                .put("cost_usd", one.costUsd() == null ? Json.nil() : Json.of(one.costUsd()))
                .put("latency_ms", one.latencyMs())
                .put("findings", findings(one.allFindings()))
                .put(
                        "trials",
                        Json.array(one.trials().stream().map(JsonReport::trial).toList()))
                .done();
    }

    private static Json share(double share) {
        return Json.of(BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_EVEN));
    }

    private static Json trial(Trial trial) {
        var envelope = trial.result() == null ? null : trial.result().envelope();
        return Json.object()
                .put("verdict", trial.verdict().word())
                .put(
                        "outcome",
                        text(
                                envelope == null || envelope.outcome() == null
                                        ? null
                                        : envelope.outcome().word()))
                .put("reply", text(envelope == null ? null : envelope.reply()))
                .put("simulated", envelope != null && envelope.simulated())
                .put("usage", envelope == null ? Json.nil() : usage(envelope.usage()))
                .done();
    }

    private static Json usage(@Nullable Usage usage) {
        return usage == null
                ? Json.nil()
                : Json.object()
                        .put("prompt_tokens", usage.promptTokens())
                        .put("completion_tokens", usage.completionTokens())
                        .done();
    }

    private static Json text(@Nullable String text) {
        return text == null ? Json.nil() : Json.of(text);
    }

    private static Json findings(List<Diagnostic> findings) {
        return Json.array(findings.stream().map(JsonReport::finding).toList());
    }

    private static Json finding(Diagnostic finding) {
        return Json.object()
                .put("severity", finding.severity().word())
                .put("code", finding.code().name())
                .put("message", finding.message())
                .put("place", finding.primary() == null ? Json.nil() : label(finding.primary()))
                .put(
                        "more",
                        Json.array(finding.secondary().stream()
                                .map(JsonReport::label)
                                .toList()))
                .put("notes", Json.array(finding.notes().stream().map(Json::of).toList()))
                .put("help", text(finding.help()))
                .done();
    }

    private static Json label(Label label) {
        return Json.object()
                .put("file", label.span().source().name())
                .put("line", label.span().line())
                .put("column", label.span().column())
                .put("label", label.text())
                .done();
    }
}
