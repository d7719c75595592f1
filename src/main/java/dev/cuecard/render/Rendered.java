package dev.cuecard.render;

import dev.cuecard.chat.ChatRequest;
import dev.cuecard.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of rendering a prompt.
 *
 * @param request the request, or null when there is an error; its model is null when neither prompt nor host names one
 * @param omitted the messages that are not sent, in their order
 * @param rewritten what the schemas that are sent leave out of the types, each a line
 * @param findings what is to say of it, by place
 */
public record Rendered(
        @Nullable ChatRequest request, List<Omitted> omitted, List<String> rewritten, List<Diagnostic> findings) {

    /** Copies the lists. */
    public Rendered {
        omitted = List.copyOf(omitted);
        rewritten = List.copyOf(rewritten);
        findings = List.copyOf(findings);
    }
}
