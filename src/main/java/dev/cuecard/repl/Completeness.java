package dev.cuecard.repl;

/** What the language says of a text that was typed so far. */
public enum Completeness {
    /** It can be submitted: a command, a declaration, a message, a binding or an expression, or several of them. */
    COMPLETE,
    /** More lines may follow, and without them it means nothing yet: a bracket or a text block is open, say. */
    INCOMPLETE,
    /** No further line can mend it; submitting it says why. */
    WRONG
}
