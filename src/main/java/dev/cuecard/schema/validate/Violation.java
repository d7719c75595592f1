package dev.cuecard.schema.validate;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a value does not fit its type.
 *
 * @param pointer where in the value, as a JSON Pointer; of a field that is missing, the object that lacks it
 * @param kind what is wrong there
 * @param expected what was wanted and what came, worded as a label: {@code expected a number from 1 to 5, got a string}
 * @param field the field that is missing or not known, or null
 * @param near a known name that an unknown field may stand for, or null
 * @param asked the text of the prompt that wanted it, or null when none did
 */
public record Violation(
        String pointer,
        Kind kind,
        String expected,
        @Nullable String field,
        @Nullable String near,
        @Nullable Span asked) {

    /** What can be wrong. */
    public enum Kind {
        /** A value of another kind. */
        TYPE,
        /** None of the literals. */
        LITERAL,
        /** A number out of its range. */
        RANGE,
        /** A text that is too short or too long. */
        LENGTH,
        /** A text that does not match the pattern. */
        PATTERN,
        /** A text that has not the format. */
        FORMAT,
        /** A list that is too short or too long. */
        ITEMS,
        /** A required field that is missing. */
        MISSING,
        /** A field that the object is not to have; {@code pointer} is that member, whose name is wrong. */
        UNKNOWN,
        /** None of several types. */
        UNION,
        /** Anything else that a schema file can ask. */
        OTHER
    }
}
