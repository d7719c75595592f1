package dev.cuecard.cli.check;

import dev.cuecard.CheckResult;
import dev.cuecard.check.Trusted;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code check} found in all files together.
 *
 * @param files how many were checked
 * @param findings errors and warnings, by place
 * @param trusted where untrusted text is vouched for, by place
 */
record CheckReport(int files, List<Diagnostic> findings, List<Trusted> trusted) {

    CheckReport {
        findings = List.copyOf(findings);
        trusted = List.copyOf(trusted);
    }

    /**
     * Joins the results of files. What several of them share, such as a mistake in a file that they import, is told
     * once.
     *
     * @param more what was found besides
     */
    static CheckReport of(List<CheckResult> results, List<Diagnostic> more) {
        Map<String, Diagnostic> findings = new LinkedHashMap<>();
        Map<String, Trusted> trusted = new LinkedHashMap<>();
        more.forEach(finding -> findings.putIfAbsent(told(finding), finding));
        for (CheckResult result : results) {
            for (Diagnostic finding : result.findings()) {
                findings.putIfAbsent(told(finding), finding);
            }
            result.trusted().forEach(place -> trusted.putIfAbsent(place.span().toString(), place));
        }
        List<Diagnostic> byPlace = new ArrayList<>(findings.values());
        byPlace.sort(Diagnostic.BY_PLACE);
        List<Trusted> places = new ArrayList<>(trusted.values());
        places.sort(Comparator.comparing((Trusted t) -> t.span().source().name())
                .thenComparing(t -> t.span().start()));
        return new CheckReport(results.size(), byPlace, places);
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

    /** How many of the findings are errors. */
    long errors() {
        return findings.stream().filter(Diagnostic::isError).count();
    }
}
