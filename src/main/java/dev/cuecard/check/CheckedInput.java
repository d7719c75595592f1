package dev.cuecard.check;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * An input of a prompt.
 *
 * @param name its name
 * @param origin where its name is declared
 * @param doc what documents it, or null
 * @param type its type
 * @param optional whether it may be missing
 * @param untrusted whether its text comes from outside
 * @param value the default, or null when there is none; may speak of lets and of other inputs
 */
public record CheckedInput(
        String name,
        Span origin,
        @Nullable String doc,
        Type type,
        boolean optional,
        boolean untrusted,
        @Nullable Expr value) {

    /** Whether a run without it is a mistake. */
    public boolean required() {
        return !optional && value == null;
    }
}
