package dev.cuecard.cli.check;

import dev.cuecard.CheckResult;
import dev.cuecard.check.Trusted;
import dev.cuecard.cli.console.Shared;
import dev.cuecard.diagnostic.Diagnostic;
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
        List<Diagnostic> findings = new ArrayList<>(more);
        Map<String, Trusted> trusted = new LinkedHashMap<>();
        for (CheckResult result : results) {
            findings.addAll(result.findings());
            result.trusted().forEach(place -> trusted.putIfAbsent(place.span().toString(), place));
        }
        List<Trusted> places = new ArrayList<>(trusted.values());
        places.sort(Comparator.comparing((Trusted t) -> t.span().source().name())
                .thenComparing(t -> t.span().start()));
        return new CheckReport(results.size(), Shared.once(findings), places);
    }

    /** How many of the findings are errors. */
    long errors() {
        return findings.stream().filter(Diagnostic::isError).count();
    }
}
