package dev.cuecard.testing.report;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.render.value.Texts;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.SuiteResult;
import dev.cuecard.testing.Verdict;
import dev.cuecard.testing.cost.ModelCost;
import dev.cuecard.testing.cost.Usd;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** A summary for the page of a CI run: a table of the tests, and what is wrong with those that did not pass. */
public final class MarkdownReport {

    /** So much of a long report is shown: pages of CI take a megabyte. */
    private static final int LONGEST = 500_000;

    private MarkdownReport() {}

    /** The text of the report. */
    public static String of(SuiteResult result) {
        StringBuilder out = new StringBuilder("## Tests of prompts\n\n");
        long passed = result.count(Verdict.PASSED);
        out.append(passed).append(" of ").append(result.cases().size()).append(" passed");
        if (result.notJudged() > 0) {
            out.append(", ").append(result.notJudged()).append(" expectations not judged");
        }
        for (ModelCost one : result.costs()) {
            out.append("\n\n")
                    .append(cell(one.model()))
                    .append(": ")
                    .append(one.runs())
                    .append(one.runs() == 1 ? " run, " : " runs, ")
                    .append(
                            one.unknown() == 0
                                    ? Usd.exactly(one.usd())
                                    : Usd.exactly(one.usd()) + " and what " + one.unknown()
                                            + " of them cost, which is not known");
        }
        out.append("\n\n| file | test | verdict | runs | cost |\n| --- | --- | --- | --- | --- |\n");
        for (CaseResult one : result.cases()) {
            out.append("| ")
                    .append(cell(one.test().file()))
                    .append(" | ")
                    .append(cell(one.test().name()));
            out.append(" | ").append(one.verdict().word()).append(" | ");
            out.append(one.tally().passed())
                    .append(" of ")
                    .append(one.tally().runs())
                    .append(" | ")
                    .append(cost(one))
                    .append(" |\n");
        }
        for (CaseResult one : result.cases()) {
            List<Diagnostic> findings = one.allFindings();
            if (one.verdict() != Verdict.PASSED && !findings.isEmpty() && out.length() < LONGEST) {
                out.append("\n### ")
                        .append(cell(one.test().file() + ": " + one.test().name()))
                        .append("\n\n");
                out.append(Texts.fence(DiagnosticRenderer.plain().render(findings), ""))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static String cost(CaseResult one) {
        BigDecimal cost = one.costUsd();
        return cost == null || cost.signum() == 0 ? "" : Usd.exactly(cost);
    }

    /** Text that is nothing but text: no table, link, HTML or mention comes of it. */
    static String cell(String text) {
        return text.codePoints()
                .mapToObj(point -> {
                    if (point < 0x20 || point == 0x7F) {
                        return " ";
                    }
                    boolean special = "\\`*_{}[]<>()#+!|~@&".indexOf(point) >= 0;
                    return (special ? "&#" + point + ";" : Character.toString(point));
                })
                .collect(Collectors.joining());
    }
}
