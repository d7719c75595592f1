package dev.cuecard.check;

import java.util.Locale;

/** The filters and functions that are left when constants are folded; what each does is written in the renderer. */
public enum Builtin {
    /** Compact JSON, or with an indent. */
    JSON,
    /** Upper case, whatever the locale. */
    UPPER,
    /** Lower case, whatever the locale. */
    LOWER,
    /** Without white space at both ends. */
    TRIM,
    /** Every occurrence of a text by another. */
    REPLACE,
    /** The parts between separators. */
    SPLIT,
    /** Items with a separator between them. */
    JOIN,
    /** The lines. */
    LINES,
    /** At most n code points. */
    TRUNCATE,
    /** Blanks before every line but empty ones. */
    INDENT,
    /** A dash before each item. */
    BULLETS,
    /** A number before each item. */
    NUMBERED,
    /** Items, members or code points. */
    LENGTH,
    /** The first item, or nothing. */
    FIRST,
    /** The last item, or nothing. */
    LAST,
    /** In order, perhaps by a field. */
    SORT,
    /** Without those that were there before. */
    UNIQUE,
    /** Backwards. */
    REVERSE,
    /** An object's keys. */
    KEYS,
    /** An object's values. */
    VALUES,
    /** One field of each item. */
    MAP,
    /** The items whose field has a value. */
    WHERE,
    /** To so many digits. */
    ROUND,
    /** With the five characters of XML escaped. */
    XML,
    /** Whether a part matches. */
    MATCHES,
    /** Between lines of back-quotes. */
    FENCE,
    /** The same text: it was vouched for. */
    TRUSTED,
    /** A picture as a message part. */
    IMAGE,
    /** The integers from a up to, not including, b. */
    RANGE;

    /** The name in the language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
