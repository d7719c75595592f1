package dev.cuecard.syntax.highlight;

import static dev.cuecard.syntax.antlr.CuecardLexer.*;

import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.highlight.Frame.Inside;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * The styles of tokens, asked for in their order. Whether a name is a type, a key, a filter or a role follows from the
 * brackets and signs before it; no tree is needed, which a text that is being typed does not have.
 */
final class TokenStyles {

    private final TokenArray tokens;
    private final Deque<Frame> open = new ArrayDeque<>();
    /** The word that the statement began with. */
    private int statement = Token.EOF;
    /** The style of the text around. */
    private Style text = Style.STRING;

    TokenStyles(TokenArray tokens) {
        this.tokens = tokens;
        open.push(frame(Inside.STATEMENTS, false));
    }

    /** The style of the token at an index, or null for a plain one. */
    @Nullable
    Style next(int index) {
        Lexeme token = tokens.get(index);
        int type = token.getType();
        Frame frame = open.element();
        return switch (type) {
            case START -> {
                if (frame.inside == Inside.STATEMENTS) {
                    statement = type(index + 1);
                    frame.type = false;
                    frame.key = null;
                }
                yield null;
            }
            case PROMPT, IMPORT, MODEL, ROLE, VAR, LET, TEMPLATE, TOOL, TOOLS, OUTPUT, ENSURE, TEST ->
                type == LET && type(index - 1) == TAG_OPEN ? Style.KEYWORD : Style.DECLARATION;
            case TYPE, STUB, REPLY, REFUSAL, RECOVER, EXPECT -> Style.DECLARATION;
            case SPEAKER, HISTORY -> Style.ROLE;
            case TRUE, FALSE, NULL, AND, OR, NOT, IN, IF, ELSE, FOR, END -> everywhere(index, frame);
            case FROM, AS, UNTRUSTED, REASK, REPEAT, PASS, RATE, FINISH ->
                isWordHere(type, index) ? Style.KEYWORD : name(index, frame);
            case NAME -> name(index, frame);
            case NUMBER -> Style.NUMBER;
            case TEXT, QUOTE -> opensText(index, frame);
            case CHUNK -> text;
            case UNQUOTE -> {
                close();
                yield text;
            }
            case TAG_OPEN -> {
                open.push(frame(Inside.VALUES, false));
                yield Style.TAG;
            }
            case TAG_CLOSE -> {
                close();
                yield Style.TAG;
            }
            default -> {
                sign(type, index, frame);
                yield null;
            }
        };
    }

    private Frame frame(Inside inside, boolean type) {
        return new Frame(inside, type, statement);
    }

    /** What is open behind the last token, the innermost first. */
    Deque<Frame> open() {
        return open;
    }

    /** The word that the statement began with. */
    int statement() {
        return statement;
    }

    /** The type of a token, the end where there is none. */
    private int type(int index) {
        return index < 0 || index >= tokens.size()
                ? Token.EOF
                : tokens.get(index).getType();
    }

    private void close() {
        if (open.size() > 1) {
            Frame closed = open.pop();
            if (closed.inside == Inside.STATEMENTS) {
                statement = closed.statement;
            }
        }
    }

    private Style opensText(int index, Frame frame) {
        if (frame.type && frame.inside == Inside.FIELDS && isKeyBefore(index)) {
            frame.type = false;
        }
        Lexeme token = tokens.get(index);
        Style style = token.end() - token.start() >= 3
                        && isThreeQuotes(tokens.source().substring(token.start(), token.start() + 3))
                ? Style.TEXT_BLOCK
                : Style.STRING;
        if (token.getType() == QUOTE) {
            open.push(frame(Inside.TEXT, false));
            text = style;
        }
        return style;
    }

    private static boolean isThreeQuotes(String text) {
        return text.equals("\"\"\"") || text.equals("'''");
    }

    /** Whether the token is the name of a member: a sign after it says so. */
    private boolean isKeyBefore(int index) {
        int after = type(index + 1);
        return after == COLON || after == EQ || (after == QUESTION && type(index + 2) == COLON);
    }

    private @Nullable Style everywhere(int index, Frame frame) {
        if (type(index - 1) == DOT || type(index - 1) == SAFE) {
            return null;
        }
        boolean member = frame.inside == Inside.FIELDS || frame.inside == Inside.MEMBERS;
        return member && isKeyBefore(index) ? name(index, frame) : Style.KEYWORD;
    }

    private boolean isWordHere(int type, int index) {
        return switch (type) {
            case FROM, AS -> statement == IMPORT && (type(index - 1) == RBRACE || type == AS);
            case UNTRUSTED -> statement == VAR && type(index - 1) == COLON;
            case REASK -> statement == OUTPUT && type(index + 1) == NUMBER;
            case REPEAT, PASS, RATE -> statement == TEST && type(index + 1) == NUMBER;
            default -> statement == REPLY && type == FINISH;
        };
    }

    private @Nullable Style name(int index, Frame frame) {
        int before = type(index - 1);
        boolean first = tokens.get(index).first();
        if (before == DOT || before == SAFE) {
            return frame.type ? Style.TYPE : null;
        } else if (before == START) {
            return Style.ROLE;
        } else if (before == OUTPUT || before == RECOVER) {
            frame.type = before == OUTPUT;
            return Style.KEYWORD;
        } else if (before == LPAREN && (type(index - 2) == TOOL || type(index - 3) == OUTPUT)) {
            return Style.KEYWORD;
        } else if (statement == ROLE && frame.inside == Inside.STATEMENTS && !first) {
            return Style.ROLE;
        } else if (frame.inside == Inside.FIELDS || frame.inside == Inside.PARAMETERS) {
            if (!frame.type || endsType(before)) {
                frame.type = false;
                return frame.inside == Inside.FIELDS ? Style.KEY : null;
            }
            return Style.TYPE;
        } else if (frame.inside == Inside.STATEMENTS && first && endsOperand(before)) {
            frame.type = false;
            frame.key = null;
            statement = frame.statement == TEST ? TEST : NAME;
            if (beginsOperand(index + 1)) {
                return Style.ROLE;
            }
            return type(index + 1) == LPAREN ? Style.FUNCTION : null;
        } else if (frame.type) {
            return Style.TYPE;
        } else if (before == BAR) {
            return Style.FILTER;
        } else if (type(index + 1) == LPAREN && before != TEMPLATE && statement != TOOL) {
            return Style.FUNCTION;
        }
        return frame.inside == Inside.MEMBERS && isKeyBefore(index) ? Style.KEY : null;
    }

    static boolean endsType(int type) {
        return endsOperand(type) || type == QUESTION || type == GREATER;
    }

    /** Whether something can end with a token; the beginning of the text counts. */
    static boolean endsOperand(int type) {
        return switch (type) {
            case NAME, TEXT, UNQUOTE, NUMBER, RPAREN, RBRACK, RBRACE, TRUE, FALSE, NULL, QUESTION, LBRACE, Token.EOF ->
                true;
            default -> false;
        };
    }

    private boolean beginsOperand(int index) {
        return switch (type(index)) {
            case NAME, TEXT, QUOTE, NUMBER, LBRACE, LBRACK, TRUE, FALSE, NULL ->
                !tokens.get(index).first();
            default -> false;
        };
    }

    private void sign(int type, int index, Frame frame) {
        int before = type(index - 1);
        switch (type) {
            case COLON -> {
                frame.type = switch (frame.inside) {
                    case FIELDS, PARAMETERS, ARGUMENTS -> true;
                    case STATEMENTS -> statement == VAR || statement == TOOL;
                    default -> false;
                };
                frame.key = key(index - 1);
            }
            case EQ -> {
                frame.type = frame.inside == Inside.FIELDS || (frame.inside == Inside.STATEMENTS && statement == TYPE);
                frame.key = key(index - 1);
            }
            case COMMA ->
                frame.type = frame.type
                        && frame.inside != Inside.FIELDS
                        && frame.inside != Inside.PARAMETERS
                        && frame.inside != Inside.ARGUMENTS;
            case LBRACE -> open.push(brace(frame, before));
            case LPAREN -> open.push(parenthesis(frame, index));
            case LBRACK -> open.push(frame(frame.type ? Inside.TYPES : Inside.ITEMS, frame.type));
            case RBRACE, RPAREN, RBRACK -> close();
            default -> {}
        }
    }

    /** The name of what a value is given to. */
    private @Nullable String key(int index) {
        return index < 0 || type(index) == Token.EOF ? null : tokens.get(index).getText();
    }

    private Frame brace(Frame frame, int before) {
        boolean outside = frame.inside == Inside.STATEMENTS;
        if (frame.type || (outside && statement == TYPE)) {
            return frame(Inside.FIELDS, false);
        }
        boolean block = (statement == IF || statement == FOR || statement == TEST || before == ELSE)
                && (endsOperand(before) || before == ELSE);
        return frame(outside && block ? Inside.STATEMENTS : Inside.MEMBERS, false);
    }

    private Frame parenthesis(Frame frame, int index) {
        int before = type(index - 1);
        boolean afterName = before == NAME || before == RBRACK;
        if (frame.type) {
            return afterName ? frame(Inside.RESTRICTIONS, false) : frame(Inside.TYPES, true);
        } else if (frame.inside == Inside.STATEMENTS
                && (statement == TOOL || statement == TEMPLATE)
                && before == NAME) {
            return frame(Inside.PARAMETERS, false);
        } else if (before != NAME) {
            return frame(Inside.VALUES, false);
        }
        String called = tokens.get(index - 1).getText();
        return frame(Inside.ARGUMENTS, called.equals("shape") || called.equals("json_schema"));
    }
}
