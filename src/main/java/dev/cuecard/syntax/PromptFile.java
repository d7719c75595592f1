package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.List;

/**
 * One file.
 *
 * @param span all of it
 * @param declarations what it holds, in its order; what could not be read is {@link Declaration.Broken}
 * @param accepts the comments that accept a finding
 */
public record PromptFile(Span span, List<Declaration> declarations, List<Accept> accepts) implements Node {

    /** Copies the lists. */
    public PromptFile {
        declarations = List.copyOf(declarations);
        accepts = List.copyOf(accepts);
    }

    /** The text that was read. */
    public Source source() {
        return span.source();
    }

    /**
     * A comment {@code // accept P803: why}.
     *
     * @param span the comment
     * @param code the code as it is written
     * @param reason why, blank when none is given
     */
    public record Accept(Span span, Name code, String reason) {}
}
