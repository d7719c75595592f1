package dev.cuecard.syntax.highlight;

import org.jspecify.annotations.Nullable;

/** What stands between one pair of brackets, as far as it has been read. */
final class Frame {

    /** What can stand there. */
    enum Inside {
        /** Declarations, statements or the lines of a test. */
        STATEMENTS,
        /** Fields of an object type. */
        FIELDS,
        /** Parameters of a template or a tool. */
        PARAMETERS,
        /** Arguments of a call. */
        ARGUMENTS,
        /** Members of an object, or settings. */
        MEMBERS,
        /** Types alone. */
        TYPES,
        /** Expressions alone. */
        VALUES,
        /** The items of a list. */
        ITEMS,
        /** What restricts a type. */
        RESTRICTIONS,
        /** A text with tags. */
        TEXT
    }

    final Inside inside;
    /** The word of the statement that the bracket stands in. */
    final int statement;
    /** Whether a type is what is being read. */
    boolean type;
    /** The name whose value was begun last, or null. */
    @Nullable
    String key;

    Frame(Inside inside, boolean type, int statement) {
        this.inside = inside;
        this.type = type;
        this.statement = statement;
    }
}
