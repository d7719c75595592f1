package dev.cuecard.render;

import dev.cuecard.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of giving a prompt its inputs.
 *
 * @param bound the inputs, or null when there is an error
 * @param findings what is to say of them, by place
 */
public record Binding(@Nullable Bound bound, List<Diagnostic> findings) {

    /** Copies the findings. */
    public Binding {
        findings = List.copyOf(findings);
    }
}
