package dev.cuecard.testing.report;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.SuiteResult;
import dev.cuecard.testing.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JUnit's XML, as Surefire writes it: a suite for each file. */
public final class JUnitReport {

    private JUnitReport() {}

    /** The text of the report. */
    public static String of(SuiteResult result) {
        Map<String, List<CaseResult>> files = new LinkedHashMap<>();
        result.cases()
                .forEach(one -> files.computeIfAbsent(one.test().file(), file -> new ArrayList<>())
                        .add(one));
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        files.forEach((file, cases) -> suite(file, cases, out));
        return out.append("</testsuites>\n").toString();
    }

    private static void suite(String file, List<CaseResult> cases, StringBuilder out) {
        out.append("  <testsuite name=\"").append(Xml.attribute(file)).append("\" tests=\"");
        out.append(cases.size()).append("\" failures=\"").append(count(cases, Kind.FAILURE));
        out.append("\" errors=\"").append(count(cases, Kind.ERROR));
        out.append("\" skipped=\"").append(count(cases, Kind.SKIPPED));
        out.append("\" time=\"")
                .append(seconds(cases.stream().mapToLong(CaseResult::latencyMs).sum()));
        out.append("\">\n");
        cases.forEach(one -> testCase(one, out));
        out.append("  </testsuite>\n");
    }

    private static void testCase(CaseResult one, StringBuilder out) {
        out.append("    <testcase name=\"").append(Xml.attribute(one.test().name()));
        out.append("\" classname=\"").append(Xml.attribute(one.test().file()));
        out.append("\" time=\"").append(seconds(one.latencyMs())).append('"');
        Kind kind = kind(one.verdict());
        BigDecimal cost = one.costUsd();
        if (kind == Kind.NONE && cost == null) {
            out.append("/>\n");
            return;
        }
        out.append(">\n");
        if (cost != null) {
            out.append("      <properties><property name=\"cost_usd\" value=\"")
                    .append(cost.toPlainString())
                    .append("\"/></properties>\n");
        }
        if (kind == Kind.NONE) {
            out.append("    </testcase>\n");
            return;
        }
        List<Diagnostic> findings = one.allFindings();
        String message =
                findings.isEmpty() ? one.verdict().word() : findings.get(0).message();
        out.append("      <").append(kind.element).append(" message=\"").append(Xml.attribute(message));
        if (kind == Kind.SKIPPED) {
            out.append("\"/>\n    </testcase>\n");
            return;
        }
        out.append("\" type=\"").append(one.verdict().word()).append("\">");
        out.append(Xml.text(DiagnosticRenderer.plain().render(findings)));
        out.append("</").append(kind.element).append(">\n    </testcase>\n");
    }

    /** What JUnit knows. */
    private enum Kind {
        NONE(""),
        FAILURE("failure"),
        ERROR("error"),
        SKIPPED("skipped");

        private final String element;

        Kind(String element) {
            this.element = element;
        }
    }

    private static long count(List<CaseResult> cases, Kind kind) {
        return cases.stream().filter(one -> kind(one.verdict()) == kind).count();
    }

    private static Kind kind(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Kind.NONE;
            case FAILED -> Kind.FAILURE;
            case INCONCLUSIVE, ERROR, RECORDING, BUDGET, BROKEN -> Kind.ERROR;
            case SKIPPED -> Kind.SKIPPED;
        };
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }
}
