package dev.cuecard.check;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The reply that is expected.
 *
 * @param mode how it is asked for
 * @param type its type, or null where any text or any JSON object will do
 * @param wrapped whether a value that is no object travels as {@code {"value": …}}
 * @param reask how often an invalid reply is sent back
 * @param head the text that says so: from {@code output} to the mode
 */
public record CheckedOutput(
        Mode mode,
        @Nullable Type type,
        boolean wrapped,
        int reask,
        @Nullable Span head) {

    /** Any text: what a prompt without an {@code output} expects. */
    public static final CheckedOutput ANY_TEXT = new CheckedOutput(Mode.TEXT, null, false, 1, null);

    /** How a reply is asked for. */
    public enum Mode {
        /** JSON mode. */
        JSON,
        /** Structured outputs. */
        STRICT,
        /** JSON without a response format. */
        PLAIN,
        /** Text. */
        TEXT;

        /** Whether the reply is to be JSON. */
        public boolean isJson() {
            return this != TEXT;
        }
    }
}
