package dev.cuecard.syntax.format;

import dev.cuecard.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text in its canonical form.
 *
 * @param text the form, or null when the text has errors: what is not understood is not touched
 * @param findings what is wrong with the text, sorted by place
 */
public record Formatted(@Nullable String text, List<Diagnostic> findings) {

    /** Copies the list. */
    public Formatted {
        findings = List.copyOf(findings);
    }
}
