package dev.cuecard.syntax.parse;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.syntax.PromptFile;
import java.util.List;

/**
 * A file that was read.
 *
 * @param file its tree, which is always there
 * @param findings what is wrong with its text, sorted by place
 */
public record Parsed(PromptFile file, List<Diagnostic> findings) {

    /** Copies the list. */
    public Parsed {
        findings = List.copyOf(findings);
    }
}
