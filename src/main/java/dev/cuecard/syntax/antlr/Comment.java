package dev.cuecard.syntax.antlr;

/**
 * A comment.
 *
 * @param start the offset of its first unit
 * @param end the offset after its last, its line's end not included
 * @param kind which of the three it is
 * @param alone whether nothing stands before it on its line
 */
public record Comment(int start, int end, Kind kind, boolean alone) {

    /** The kinds of comments. */
    public enum Kind {
        /** Two slashes. */
        LINE,
        /** Slash and star. */
        BLOCK,
        /** Three slashes: documentation. */
        DOC
    }
}
