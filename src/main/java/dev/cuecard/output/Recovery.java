package dev.cuecard.output;

import dev.cuecard.diagnostic.Span;
import java.util.Locale;

/**
 * One thing that was done to a reply to understand it.
 *
 * @param kind what was done
 * @param message the same in words: {@code taken out of a code fence}
 * @param at where in the reply
 */
public record Recovery(Kind kind, String message, Span at) {

    /** What can be done. */
    public enum Kind {
        /** The JSON stood in a code fence. */
        CODE_FENCE,
        /** The JSON stood between other text. */
        PROSE,
        /** The JSON was itself the text of a JSON string. */
        STRING,
        /** The value came without the object that it travels in. */
        BARE_VALUE,
        /** A null was read as a field that is missing. */
        NULL_FIELD;

        /** The word in the envelope: {@code code_fence}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
