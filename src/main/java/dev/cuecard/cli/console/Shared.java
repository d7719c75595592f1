package dev.cuecard.cli.console;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What several files share, such as a mistake in one that they import, is told once. */
public final class Shared {

    private Shared() {}

    /** Each of the findings once, by place. */
    public static List<Diagnostic> once(List<Diagnostic> findings) {
        Map<String, Diagnostic> told = new LinkedHashMap<>();
        findings.forEach(finding -> told.putIfAbsent(told(finding), finding));
        return told.values().stream().sorted(Diagnostic.BY_PLACE).toList();
    }

    /** What is told of a finding, less the other places of its story: each file that imports another adds its own. */
    private static String told(Diagnostic finding) {
        return DiagnosticRenderer.plain()
                .render(new Diagnostic(
                        finding.severity(),
                        finding.code(),
                        finding.message(),
                        finding.primary(),
                        List.of(),
                        finding.notes(),
                        finding.help()));
    }
}
