package dev.cuecard.syntax.antlr;

/** The stack of what is open at a place of a file. */
final class Brackets {

    /** Brackets may be nested so deeply; ANTLR itself would overflow the stack at about ten times that. */
    static final int LIMIT = 100;

    /** What can be open. */
    enum Kind {
        /** Round brackets. */
        PAREN,
        /** Square brackets. */
        BRACKET,
        /** The braces of a type, an object, settings or names. */
        BRACE,
        /** The braces around statements or the lines of a test. */
        BLOCK,
        /** A tag in a text. */
        TAG,
        /** A string of one line. */
        STRING,
        /** A text block. */
        TEXT_BLOCK;

        boolean isText() {
            return this == STRING || this == TEXT_BLOCK;
        }

        boolean isBrace() {
            return this == BRACE || this == BLOCK;
        }
    }

    /**
     * An open bracket.
     *
     * @param start the offset of its first unit
     * @param end the offset after its last
     * @param limit for a text block without closing quotes, the offset at which it is taken to end; else the greatest
     * @param tokens how many tokens there were when it was opened, its own included
     */
    record Open(Kind kind, int start, int end, int limit, int tokens) {}

    private final Open[] stack = new Open[LIMIT];
    private int size;
    private int notBraces;

    boolean isEmpty() {
        return size == 0;
    }

    boolean isFull() {
        return size == LIMIT;
    }

    /** Whether everything that is open is a brace: only there may a line begin a statement. */
    boolean onlyBraces() {
        return notBraces == 0;
    }

    /** How many braces are open around everything else that is open. */
    int outerBraces() {
        int n = 0;
        while (n < size && stack[n].kind.isBrace()) {
            n++;
        }
        return n;
    }

    void push(Open open) {
        stack[size++] = open;
        if (!open.kind.isBrace()) {
            notBraces++;
        }
    }

    Open pop() {
        Open open = stack[--size];
        if (!open.kind.isBrace()) {
            notBraces--;
        }
        return open;
    }

    /** Says that the braces from the n-th on hold statements. */
    void holdStatements(int n) {
        for (int i = n; i < size; i++) {
            Open brace = stack[i];
            stack[i] = new Open(Kind.BLOCK, brace.start, brace.end, brace.limit, brace.tokens);
        }
    }

    /** Whether the innermost open thing is of this kind. */
    boolean topIs(Kind kind) {
        return size > 0 && stack[size - 1].kind == kind;
    }

    Open top() {
        return stack[size - 1];
    }

    int size() {
        return size;
    }

    /** The n-th open thing, the outermost 0. */
    Open at(int n) {
        return stack[n];
    }

    /** The number of the innermost tag or text, or -1. */
    int innermostTagOrText() {
        for (int n = size - 1; n >= 0; n--) {
            if (stack[n].kind == Kind.TAG || stack[n].kind.isText()) {
                return n;
            }
        }
        return -1;
    }

    /** The number of the innermost text, or -1. */
    int innermostText() {
        for (int n = size - 1; n >= 0; n--) {
            if (stack[n].kind.isText()) {
                return n;
            }
        }
        return -1;
    }
}
