package dev.cuecard.syntax.antlr;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/** A token that knows a little of where it stands. */
public final class Lexeme extends CommonToken {

    private static final long serialVersionUID = 1;

    private final boolean first;
    private boolean repaired;

    /**
     * @param start the offset of its first unit
     * @param end the offset after its last
     * @param first whether it is the first of its line, or follows a brace
     */
    Lexeme(Pair<TokenSource, CharStream> source, int type, int start, int end, boolean first) {
        super(source, type, DEFAULT_CHANNEL, start, end - 1);
        this.first = first;
    }

    /** Whether it is the first of its line. */
    public boolean first() {
        return first;
    }

    /** The offset of its first unit. */
    public int start() {
        return getStartIndex();
    }

    /** The offset after its last unit. */
    public int end() {
        return getStopIndex() + 1;
    }

    /** Whether it stands for something that is missing, and that was reported. */
    public boolean repaired() {
        return repaired;
    }

    Lexeme repair() {
        repaired = true;
        return this;
    }
}
