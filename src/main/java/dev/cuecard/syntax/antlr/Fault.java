package dev.cuecard.syntax.antlr;

/** What the scanner can find wrong. */
public enum Fault {
    /** A one-line string is open at the end of its line. */
    STRING_OPEN,
    /** A text block is open at the end of the file, or where a declaration begins. */
    BLOCK_OPEN,
    /** A bracket is open where it can no longer be closed. */
    BRACKET_OPEN,
    /** A tag is open at the end of its line. */
    TAG_OPEN,
    /** A comment is open at the end of the file. */
    COMMENT_OPEN,
    /** A bracket closes none. */
    STRAY,
    /** A bracket is closed by one of another kind. */
    MISMATCH,
    /** Brackets are nested too deeply. */
    DEEP,
    /** A character that has no meaning outside text. */
    CHARACTER,
    /** A number that is not written as one. */
    NUMBER,
    /** Text stands on the line of the opening quotes of a block. */
    TEXT_AFTER_QUOTES,
    /** A text block begins with two quotes rather than three. */
    QUOTES,
    /** A sign of another language. */
    FOREIGN_SIGN,
    /** {@code elif} and its like. */
    FOREIGN_WORD,
    /** A tag of another template language. */
    FOREIGN_TAG,
    /** A line begins with the braces of a tag, outside text. */
    TAG_OUTSIDE;

    /** Whether the rest of the declaration cannot well be judged any more. */
    public boolean blursDeclaration() {
        return this == BRACKET_OPEN || this == STRAY || this == MISMATCH || this == DEEP || this == COMMENT_OPEN;
    }
}
