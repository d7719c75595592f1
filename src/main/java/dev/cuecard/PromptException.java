package dev.cuecard;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.util.List;

/**
 * A prompt, its inputs or its rendering has mistakes. Thrown at the edge only, by the methods that promise a value; those
 * that give {@link CheckResult} or {@link Rendering} tell the same as values.
 */
public final class PromptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> findings;

    PromptException(List<Diagnostic> findings) {
        super(DiagnosticRenderer.plain().render(findings));
        this.findings = List.copyOf(findings);
    }

    /** The mistakes and warnings, sorted by place. Empty after the exception was serialized; the message is not. */
    @SuppressWarnings("NullAway") // a deserialized exception has lost its transient field
    public List<Diagnostic> findings() {
        return findings == null ? List.of() : findings;
    }
}
