package dev.cuecard.script;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Span;
import java.util.List;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** Mistakes as {@code javax.script} throws them: all of them in the message, the place of the first error beside it. */
final class Thrown {

    private Thrown() {}

    static ScriptException of(List<Diagnostic> findings, @Nullable RuntimeException cause) {
        String message = DiagnosticRenderer.plain().render(findings);
        Span span = findings.stream()
                .filter(finding -> finding.isError() && finding.primary() != null)
                .map(Thrown::span)
                .findFirst()
                .orElse(null);
        ScriptException thrown = span == null
                ? new ScriptException(message)
                : new ScriptException(message, span.source().name(), span.line(), span.column());
        if (cause != null) {
            thrown.initCause(cause);
        }
        return thrown;
    }

    @SuppressWarnings("NullAway") // asked of those that have one
    private static Span span(Diagnostic finding) {
        return finding.primary().span();
    }
}
