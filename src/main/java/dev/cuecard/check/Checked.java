package dev.cuecard.check;

import dev.cuecard.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of checking a file.
 *
 * @param prompt the prompt, or null when the file has a mistake or is a library
 * @param findings what is to say of it and of the files it imports, by place
 * @param trusted the places where untrusted text was vouched for
 */
public record Checked(@Nullable CheckedPrompt prompt, List<Diagnostic> findings, List<Trusted> trusted) {

    /** Copies the lists. */
    public Checked {
        findings = List.copyOf(findings);
        trusted = List.copyOf(trusted);
    }
}
