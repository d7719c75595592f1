package dev.cuecard.syntax.antlr;

import dev.cuecard.syntax.antlr.Brackets.Kind;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;

/**
 * Scans a file: text, comments and white space by hand, words by table, signs and numbers by the generated automaton.
 */
public abstract class LexerBase extends WordLexer {

    LexerBase(CharStream input) {
        super(input);
    }

    /** The text that is scanned. */
    public final String text() {
        return text;
    }

    /** Says, before the scan, that the text is one expression: whatever its words are, none begins a statement. */
    public final void readExpression() {
        expression = true;
    }

    /**
     * Scans the whole text.
     *
     * @param faults told what is wrong; may throw to stop at the first
     * @param mending whether to guess where something missing was meant to be
     */
    public final TokenArray scan(Faults faults, boolean mending) {
        this.faults = faults;
        this.mending = mending;
        if (text.startsWith("\uFEFF")) {
            at = 1;
        }
        while (last(1) != Token.EOF || tokens.isEmpty()) {
            if (!open.isEmpty() && open.top().kind().isText()) {
                textOrTag();
            } else {
                code();
            }
        }
        return new TokenArray(this, tokens);
    }

    private void code() {
        if (skipBlanks()) {
            return;
        }
        if (at >= text.length()) {
            if (!open.isEmpty()) {
                reportOpen(at);
                closeDownTo(0);
            }
            add(Token.EOF, at, at);
            return;
        }
        if ((open.topIs(Kind.TAG) && closesTag()) || breaksTag()) {
            return;
        }
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            openText();
        } else if (c == '{' && first && charAt(at + 1) == '{' && open.onlyBraces()) {
            faults.found(Fault.TAG_OUTSIDE, at, at + 2, at);
            at = lineEnd(at);
        } else {
            getInputStream().seek(at);
            // The last token may have been cut short, and so not have been the end of the text.
            _hitEOF = false;
            sign((Lexeme) nextToken());
        }
    }

    @Override
    public Token emit() {
        Lexeme token = make(_type, _tokenStartCharIndex, getCharIndex());
        emit(token);
        return token;
    }

    /** Ends a tag whose round or square brackets are open at its closing braces. */
    private boolean breaksTag() {
        if (charAt(at) != '}' || charAt(at + 1) != '}' || !(open.topIs(Kind.PAREN) || open.topIs(Kind.BRACKET))) {
            return false;
        }
        int tag = open.innermostTagOrText();
        if (tag < 0) {
            return false;
        }
        for (int n = tag + 1; n < open.size(); n++) {
            if (open.at(n).kind().isBrace()) {
                return false;
            }
        }
        reportOpen(at);
        closeDownTo(tag + 1);
        return closesTag();
    }

    private void sign(Lexeme token) {
        switch (token.getType()) {
            case CuecardLexer.NAME -> word(token);
            case CuecardLexer.LPAREN -> opening(token, Kind.PAREN);
            case CuecardLexer.LBRACK -> opening(token, Kind.BRACKET);
            case CuecardLexer.LBRACE -> opening(token, opensBlock() ? Kind.BLOCK : Kind.BRACE);
            case CuecardLexer.RPAREN -> {
                closedBlock = open.topIs(Kind.BLOCK);
                close(token, Kind.PAREN);
            }
            case CuecardLexer.RBRACK -> {
                closedBlock = open.topIs(Kind.BLOCK);
                close(token, Kind.BRACKET);
            }
            case CuecardLexer.RBRACE -> {
                closedBlock = open.topIs(Kind.BLOCK);
                close(token, Kind.BRACE);
            }
            case CuecardLexer.BAD_NUMBER -> {
                if (statement == CuecardLexer.MODEL && last(1) == CuecardLexer.MINUS) {
                    // Part of a model's name without its quotes, for the parser to say.
                    token.setType(CuecardLexer.NUMBER);
                    add(token.repair());
                } else {
                    badNumber(token.start(), token.end());
                }
            }
            case CuecardLexer.NUMBER -> number(token);
            case CuecardLexer.DOT -> dot(token);
            case CuecardLexer.FOREIGN -> foreignSign(token);
            case CuecardLexer.OTHER -> otherCharacter(token);
            default -> add(token);
        }
    }

    private void badNumber(int start, int end) {
        faults.found(Fault.NUMBER, start, end, start);
        add(make(CuecardLexer.NUMBER, start, end).repair());
    }

    /** A number; it does not end in a point. */
    private void number(Lexeme token) {
        char after = charAt(token.end() + 1);
        boolean point = charAt(token.end()) == '.' && after != '.' && !Character.isLetterOrDigit(after) && after != '_';
        if (point) {
            badNumber(token.start(), token.end() + 1);
        } else {
            add(token);
        }
    }

    /** A point, with which no number begins. */
    private void dot(Lexeme token) {
        int end = token.end();
        while (charAt(end) >= '0' && charAt(end) <= '9') {
            end++;
        }
        if (end > token.end() && !isOperandEnd(last(1))) {
            badNumber(token.start(), end);
        } else {
            add(token);
        }
    }

    private void opening(Lexeme token, Kind kind) {
        add(token);
        open(kind, token.start(), token.end());
    }

    /** Whether a brace after the last token opens a block of statements or of lines of a test. */
    private boolean opensBlock() {
        if (!open.onlyBraces()) {
            return false;
        }
        return switch (last(1)) {
            case CuecardLexer.ELSE -> last(2) == CuecardLexer.RBRACE && closedBlock;
            default ->
                isOperandEnd(last(1))
                        && (statement == CuecardLexer.IF
                                || statement == CuecardLexer.FOR
                                || statement == CuecardLexer.TEST
                                || statement == CuecardLexer.NAME
                                || elseIf);
        };
    }

    /** Whether an operand can end with a token. */
    private static boolean isOperandEnd(int type) {
        return switch (type) {
            case CuecardLexer.NAME,
                    CuecardLexer.TEXT,
                    CuecardLexer.UNQUOTE,
                    CuecardLexer.NUMBER,
                    CuecardLexer.RPAREN,
                    CuecardLexer.RBRACK,
                    CuecardLexer.RBRACE,
                    CuecardLexer.TRUE,
                    CuecardLexer.FALSE,
                    CuecardLexer.NULL -> true;
            default -> false;
        };
    }

    private void foreignSign(Lexeme token) {
        faults.found(Fault.FOREIGN_SIGN, token.start(), token.end(), token.start());
        int ours = switch (token.getText()) {
            case "&&" -> CuecardLexer.AND;
            case "||" -> CuecardLexer.OR;
            case "!" -> CuecardLexer.NOT;
            case "===" -> CuecardLexer.EQUAL;
            case "!==", "<>" -> CuecardLexer.NOT_EQUAL;
            case "=<" -> CuecardLexer.LESS_EQUAL;
            case "=>", "->" -> CuecardLexer.COLON;
            case "**" -> CuecardLexer.STAR;
            case "+=", ":=" -> CuecardLexer.EQ;
            default -> 0;
        };
        if (ours == 0) {
            at = token.end();
        } else {
            token.setType(ours);
            add(token.repair());
        }
    }
}
