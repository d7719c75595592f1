package dev.cuecard.syntax.highlight;

/** What a part of a text is, and the parameters of ANSI's "select graphic rendition" that it is shown with. */
public enum Style {
    /** A word of the language within a declaration or an expression: {@code in}, {@code else}, {@code true}. */
    KEYWORD("35"),
    /** The word that a declaration, a statement or a line of a test begins with. */
    DECLARATION("1;35"),
    /** A role, where it speaks or is declared. */
    ROLE("1;36"),
    /** The name of a type. */
    TYPE("36"),
    /** The name of a field, a setting or a member of an object. */
    KEY("34"),
    /** A string of one line. */
    STRING("32"),
    /** A text block. */
    TEXT_BLOCK("32"),
    /** The braces of a tag. */
    TAG("1;33"),
    /** A filter after its bar. */
    FILTER("33"),
    /** A function or a template that is called. */
    FUNCTION("33"),
    /** A number. */
    NUMBER("33"),
    /** A comment. */
    COMMENT("2"),
    /** A comment that documents what stands below it. */
    DOC("2;3"),
    /** What can be no part of a prompt. */
    ERROR("1;31");

    private final String parameters;

    Style(String parameters) {
        this.parameters = parameters;
    }

    /** The parameters that switch it on, such as {@code 1;35}. */
    public String parameters() {
        return parameters;
    }
}
