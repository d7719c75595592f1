package dev.cuecard.diagnostic;

/** What the parts of a diagnostic are painted with on a terminal (ANSI's "select graphic rendition"). */
enum Paint {
    PLAIN(""),
    STRONG("1"),
    ERROR("1;31"),
    WARNING("1;33"),
    ASIDE("1;34");

    private final String parameters;

    Paint(String parameters) {
        this.parameters = parameters;
    }

    /** The text between the sequences that switch this on and all off. */
    String on(String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + parameters + "m" + text + "\u001b[0m";
    }

    static Paint of(Severity severity) {
        return severity == Severity.ERROR ? ERROR : WARNING;
    }
}
