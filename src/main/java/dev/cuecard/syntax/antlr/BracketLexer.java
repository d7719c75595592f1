package dev.cuecard.syntax.antlr;

import dev.cuecard.syntax.antlr.Brackets.Kind;
import dev.cuecard.syntax.antlr.Brackets.Open;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/**
 * The tokens made so far and the brackets open after them. Whatever is wrong with brackets is reported here once and
 * mended: what the parser gets is always balanced.
 */
abstract class BracketLexer extends Lexer {

    final String text;
    final Brackets open = new Brackets();
    final List<Lexeme> tokens = new ArrayList<>();
    private final Pair<TokenSource, CharStream> source;

    /** Whether mistakes are mended rather than the end of it all: only then guesses are made. */
    boolean mending;

    Faults faults = (fault, start, end, until) -> {};
    /** The offset of the next unit to look at. */
    int at;
    /** Whether no token stands yet on the line of {@link #at}. */
    boolean first = true;

    /** The line that was measured last; a line may be long. */
    private int lineStart;

    private int lineEnd = -1;

    BracketLexer(CharStream input) {
        super(input);
        text = ((Utf16Stream) input).text();
        source = new Pair<>(this, input);
    }

    final Lexeme make(int type, int start, int end) {
        return new Lexeme(source, type, start, end, first);
    }

    /** Adds a token and goes on behind it. */
    final Lexeme add(int type, int start, int end) {
        return add(make(type, start, end));
    }

    /** Adds a token and goes on behind it. */
    final Lexeme add(Lexeme token) {
        tokens.add(token);
        at = Math.max(at, token.end());
        first = false;
        return token;
    }

    /** Adds a token of no width that stands for something missing. */
    final void addMissing(int type) {
        int place = tokens.isEmpty() ? at : tokens.get(tokens.size() - 1).end();
        tokens.add(make(type, place, place).repair());
    }

    /** The type of the n-th last token, the last being 1; EOF where there is none. */
    final int last(int n) {
        return tokens.size() < n ? Token.EOF : tokens.get(tokens.size() - n).getType();
    }

    /** The offset of the LF that ends the line of {@code place}, or the length of the text. */
    final int lineEnd(int place) {
        measureLine(place);
        return lineEnd;
    }

    /** The offset of the first unit of the line of {@code place}. */
    final int lineStart(int place) {
        measureLine(place);
        return lineStart;
    }

    /** The number of blanks and tabs with which the line of {@code place} begins. */
    final int indentation(int place) {
        int start = lineStart(place);
        return LineScan.afterBlanks(text, start) - start;
    }

    private void measureLine(int place) {
        if (place < lineStart || place > lineEnd) {
            lineStart = LineScan.lineStart(text, place);
            lineEnd = LineScan.lineEnd(text, place);
        }
    }

    final char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    final void open(Kind kind, int start, int end) {
        open(kind, start, end, Integer.MAX_VALUE);
    }

    final void open(Kind kind, int start, int end, int limit) {
        if (open.isFull()) {
            faults.found(Fault.DEEP, start, end, at);
            closeDownTo(0);
            // The rest is not read: whatever this is, nobody wrote it by hand.
            at = text.length();
        } else {
            open.push(new Open(kind, start, end, limit, tokens.size()));
        }
    }

    /** A closing bracket. */
    final void close(Lexeme token, Kind kind) {
        int n = open.size() - 1;
        while (n >= 0
                && !closes(kind, open.at(n).kind())
                && isBracket(open.at(n).kind())) {
            n--;
        }
        if ((n < 0 || !closes(kind, open.at(n).kind())) && isMismatch(token)) {
            faults.found(Fault.MISMATCH, token.start(), token.end(), open.top().start());
            closeDownTo(open.size() - 1);
            at = token.end();
            first = false;
            return;
        }
        if (n < 0 || !closes(kind, open.at(n).kind())) {
            faults.found(Fault.STRAY, token.start(), token.end(), token.start());
            at = token.end();
            return;
        }
        boolean outer = n < open.size() - 1;
        if (outer && !token.first() && lineStart(token.start()) > open.at(n).start()) {
            // What it would close was opened on another line: more likely its own opening bracket is missing.
            faults.found(Fault.STRAY, token.start(), token.end(), token.start());
            at = token.end();
            return;
        }
        if (!outer && kind.isBrace() && token.first()) {
            n = byIndentation(token, n);
            outer = n < open.size() - 1;
        }
        if (outer) {
            reportOpen(token.start());
            closeDownTo(n + 1);
        }
        open.pop();
        add(token);
    }

    /**
     * Whether a bracket that closes none stands where the innermost open one, of another kind, is to be closed: on a line
     * that is indented as the line of that one, or on its very line, on which no other bracket closes it.
     */
    private boolean isMismatch(Lexeme token) {
        if (!mending || open.isEmpty() || !isBracket(open.top().kind())) {
            return false;
        }
        Open top = open.top();
        if (lineStart(top.start()) == lineStart(token.start())) {
            return !closesOnLine(top, token.end());
        }
        return token.first() && indentation(token.start()) == indentation(top.start());
    }

    /** Whether the rest of the line closes a bracket. */
    private boolean closesOnLine(Open bracket, int from) {
        char opening = charAt(bracket.start());
        char closing = opening == '(' ? ')' : opening == '[' ? ']' : '}';
        int depth = 1;
        for (int i = from; i < lineEnd(from); i++) {
            depth += charAt(i) == opening ? 1 : charAt(i) == closing ? -1 : 0;
            if (depth == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Which brace a closing one on a line of its own closes: the innermost, unless that stands on a line that is
     * indented otherwise and one further out on a line that is indented just so.
     */
    private int byIndentation(Lexeme token, int innermost) {
        int indentation = indentation(token.start());
        if (!mending || indentation(open.at(innermost).start()) == indentation) {
            return innermost;
        }
        for (int n = innermost - 1; n >= 0 && open.at(n).kind().isBrace(); n--) {
            if (indentation(open.at(n).start()) == indentation) {
                return n;
            }
        }
        return innermost;
    }

    private static boolean closes(Kind closing, Kind opening) {
        return closing == opening || (closing.isBrace() && opening.isBrace());
    }

    private static boolean isBracket(Kind kind) {
        return kind != Kind.TAG && !kind.isText();
    }

    /** Reports that the innermost open thing is not closed where it must be. */
    final void reportOpen(int until) {
        Open top = open.top();
        Fault fault = switch (top.kind()) {
            case TAG -> Fault.TAG_OPEN;
            case STRING -> Fault.STRING_OPEN;
            case TEXT_BLOCK -> Fault.BLOCK_OPEN;
            default -> Fault.BRACKET_OPEN;
        };
        faults.found(fault, top.start(), top.end(), until);
    }

    /** Closes what is open, but the outermost {@code n}. */
    final void closeDownTo(int n) {
        while (open.size() > n) {
            addMissing(
                    switch (open.pop().kind()) {
                        case PAREN -> CuecardLexer.RPAREN;
                        case BRACKET -> CuecardLexer.RBRACK;
                        case BRACE, BLOCK -> CuecardLexer.RBRACE;
                        case TAG -> CuecardLexer.TAG_CLOSE;
                        case STRING, TEXT_BLOCK -> CuecardLexer.UNQUOTE;
                    });
        }
    }
}
