package dev.cuecard.output.repair;

import dev.cuecard.diagnostic.Span;

/**
 * One change of a text on its way to JSON.
 *
 * @param kind what was done
 * @param message the same in words, with the text where it tells more: {@code a comma too many}
 * @param at where in the reply
 */
public record Mend(Kind kind, String message, Span at) {

    /** What can be done: only marks come and go, never a word or a digit. */
    public enum Kind {
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
        ODD_BLANK
    }
}
