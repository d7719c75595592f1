package dev.cuecard;

import dev.cuecard.check.Trusted;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What checking one file found.
 *
 * @param prompt the prompt, when the file holds one without mistakes; empty for a library
 * @param findings errors and warnings, sorted by place
 * @param trusted the places where untrusted text is vouched for; those of a prompt without mistakes only
 */
public record CheckResult(Optional<Prompt> prompt, List<Diagnostic> findings, List<Trusted> trusted) {

    /** Copies the lists. */
    public CheckResult {
        findings = List.copyOf(findings);
        trusted = List.copyOf(trusted);
    }

    /** The result for a file that cannot be checked. */
    static CheckResult refused(Diagnostic why) {
        return new CheckResult(Optional.empty(), List.of(why), List.of());
    }

    /** Whether any of the findings is an error. */
    public boolean hasErrors() {
        return Diagnostic.stops(findings);
    }

    /** Whether there is no such file at all. */
    public boolean notFound() {
        return findings.stream().anyMatch(finding -> finding.code() == Code.P102 && finding.primary() == null);
    }

    /**
     * The findings, for who needs a prompt: that there is none is a mistake then, P119, where nothing else is.
     *
     * @param name what the file is called
     */
    public List<Diagnostic> orNoPrompt(String name) {
        if (prompt.isPresent() || hasErrors()) {
            return findings;
        }
        List<Diagnostic> all = new ArrayList<>(findings);
        all.add(Diagnostic.error(Code.P119, Quoted.path(name) + " declares no prompt")
                .note("a file is a prompt when its first declaration is `prompt NAME`; any other is a library")
                .help("begin the file with `prompt NAME`")
                .done());
        return all;
    }
}
