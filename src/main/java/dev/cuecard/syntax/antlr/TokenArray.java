package dev.cuecard.syntax.antlr;

import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/** All tokens of a file, the last one its end. */
public final class TokenArray implements TokenStream {

    private final LexerBase source;
    private final Lexeme[] tokens;
    private int at;

    TokenArray(LexerBase source, List<Lexeme> tokens) {
        this.source = source;
        this.tokens = tokens.toArray(Lexeme[]::new);
        for (int i = 0; i < this.tokens.length; i++) {
            this.tokens[i].setTokenIndex(i);
        }
    }

    /** The text that the tokens are of. */
    public String source() {
        return source.text();
    }

    @Override
    public Lexeme LT(int k) {
        int index = k > 0 ? at + k - 1 : at + k;
        return tokens[Math.max(0, Math.min(index, tokens.length - 1))];
    }

    @Override
    public int LA(int i) {
        return LT(i).getType();
    }

    @Override
    public Lexeme get(int index) {
        return tokens[index];
    }

    @Override
    public void consume() {
        if (at < tokens.length - 1) {
            at++;
        }
    }

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = Math.min(index, tokens.length - 1);
    }

    @Override
    public int size() {
        return tokens.length;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public TokenSource getTokenSource() {
        return source;
    }

    @Override
    public String getSourceName() {
        return source.getSourceName();
    }

    @Override
    public String getText(Interval interval) {
        return source.text().substring(tokens[interval.a].start(), tokens[interval.b].end());
    }

    @Override
    public String getText() {
        return source.text();
    }

    @Override
    public String getText(RuleContext context) {
        return getText(context.getSourceInterval());
    }

    @Override
    public String getText(Token start, Token stop) {
        return getText(Interval.of(start.getTokenIndex(), stop.getTokenIndex()));
    }
}
