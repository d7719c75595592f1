package dev.cuecard;

import dev.cuecard.chat.ChatRequest;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.render.Bound;
import dev.cuecard.render.Omitted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A prompt rendered with its inputs.
 *
 * @param bound the inputs, defaults filled in; null when one is missing or wrong
 * @param request what would be sent; null when there is a mistake
 * @param omitted the messages that are left out since they render to white space alone
 * @param rewritten what the schema that is sent leaves out of the type, each a line
 * @param findings mistakes and warnings, sorted by place
 */
public record Rendering(
        @Nullable Bound bound,
        @Nullable ChatRequest request,
        List<Omitted> omitted,
        List<String> rewritten,
        List<Diagnostic> findings) {

    /** Copies the lists. */
    public Rendering {
        omitted = List.copyOf(omitted);
        rewritten = List.copyOf(rewritten);
        findings = findings.stream().sorted(Diagnostic.BY_PLACE).toList();
    }
}
