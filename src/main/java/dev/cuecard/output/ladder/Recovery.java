package dev.cuecard.output.ladder;

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
        /** What the model thought before its answer was left out. */
        THINKING,
        /** The JSON stood in a code fence. */
        CODE_FENCE,
        /** The JSON stood between other text. */
        PROSE,
        /** Of several values it is the only one that fits. */
        CHOSEN,
        /** The JSON was itself the text of a JSON string. */
        STRING,
        /** The value came without the object that it travels in. */
        BARE_VALUE,
        /** A null was read as a field that is missing. */
        NULL_FIELD,
        /** Single, typographic or backward quotes around a string. */
        QUOTES,
        /** A quote that a string lacks at one end. */
        MISSING_QUOTE,
        /** Quotes inside a string without a backslash. */
        INNER_QUOTES,
        /** A line break, a tab or the like inside a string. */
        CONTROL_CHARACTER,
        /** A backslash that escapes nothing. */
        BAD_ESCAPE,
        /** A comma before, behind or beside another. */
        EXTRA_COMMA,
        /** No comma between two members or items. */
        MISSING_COMMA,
        /** Two colons. */
        EXTRA_COLON,
        /** No colon between a name and its value. */
        MISSING_COLON,
        /** A closing bracket without its partner. */
        EXTRA_CLOSER,
        /** A bracket that is not closed. */
        MISSING_CLOSER,
        /** A name without quotes. */
        BARE_NAME,
        /** A text without quotes. */
        BARE_TEXT,
        /** A comment. */
        COMMENT,
        /** Members without braces around them. */
        MISSING_BRACES,
        /** True, False or None. */
        PYTHON_WORD,
        /** Zeros in front of a number. */
        LEADING_ZERO,
        /** A plus in front of a number. */
        PLUS_SIGN,
        /** A blank that is none of JSON. */
        ODD_BLANK;

        /** The word in the envelope: {@code code_fence}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
