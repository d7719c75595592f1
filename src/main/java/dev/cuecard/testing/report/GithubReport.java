package dev.cuecard.testing.report;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.testing.CaseResult;
import dev.cuecard.testing.SuiteResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Annotations of a GitHub workflow, at the prompt's lines: {@code ::error file=…,line=…::…}. */
public final class GithubReport {

    private GithubReport() {}

    /** A line for each finding. */
    public static String of(SuiteResult result) {
        StringBuilder out = new StringBuilder();
        for (CaseResult one : result.cases()) {
            for (Diagnostic finding : one.allFindings()) {
                out.append(line(one, finding)).append('\n');
            }
        }
        return out.toString();
    }

    private static String line(CaseResult one, Diagnostic finding) {
        Span place = place(one, finding);
        String at = place == null
                ? "file=" + property(one.test().file())
                : "file=" + property(one.test().file()) + ",line=" + place.line() + ",col=" + place.column();
        return "::" + finding.severity().word() + " " + at + ",title="
                + property(finding.code() + " in the test " + one.test().name()) + "::"
                + WorkflowCommand.message(
                        DiagnosticRenderer.plain().render(finding).strip());
    }

    /** Where it is in the prompt's file: of a finding in a reply, the line that asks for something else, or the test. */
    private static @Nullable Span place(CaseResult one, Diagnostic finding) {
        List<Label> labels = new ArrayList<>(finding.secondary());
        if (finding.primary() != null) {
            labels.add(0, finding.primary());
        }
        return labels.stream()
                .map(Label::span)
                .filter(span -> span.source().name().equals(one.test().file()))
                .findFirst()
                .orElse(one.test().test().origin());
    }

    /** The name of a test may hold what ends a line. */
    private static String property(String text) {
        return WorkflowCommand.property(text.replaceAll("\\p{Cntrl}", " "));
    }
}
