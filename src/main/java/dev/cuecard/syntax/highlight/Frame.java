package dev.cuecard.syntax.highlight;

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
        /** A text with tags. */
        TEXT
    }

    final Inside inside;
    /** Whether a type is what is being read. */
    boolean type;

    Frame(Inside inside, boolean type) {
        this.inside = inside;
        this.type = type;
    }
}
