package dev.cuecard.syntax.highlight;

import static dev.cuecard.syntax.antlr.CuecardLexer.*;

import dev.cuecard.syntax.antlr.Comment;
import dev.cuecard.syntax.antlr.CuecardLexer;
import dev.cuecard.syntax.antlr.Fault;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.antlr.Utf16Stream;
import dev.cuecard.syntax.highlight.Cursor.Wanted;
import dev.cuecard.syntax.highlight.Frame.Inside;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Finds out what can stand at the end of a text. Of one use only. */
final class CursorReading {

    private static final Set<String> FILES = Set.of("file", "rows", "image", "schema");

    private final String text;
    private final TokenArray tokens;
    private final TokenStyles styles;
    private final List<Comment> comments;
    private boolean inComment;
    private int textStart = -1;
    /** The number of tokens before what is being typed. */
    private int count;

    private int wordStart;

    CursorReading(String text) {
        this.text = text;
        CuecardLexer lexer = new CuecardLexer(new Utf16Stream("", text));
        this.tokens = lexer.scan(this::fault, true);
        this.comments = lexer.comments();
        this.styles = new TokenStyles(tokens);
        this.wordStart = wordStart(text);
    }

    private static int wordStart(String text) {
        int start = text.length();
        while (start > 0 && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
            start--;
        }
        return start;
    }

    private void fault(Fault fault, int start, int end, int until) {
        if (fault == Fault.COMMENT_OPEN) {
            inComment = true;
        } else if (fault == Fault.STRING_OPEN || fault == Fault.BLOCK_OPEN) {
            textStart = start;
        }
    }

    Cursor read() {
        boolean commented = inComment
                || (!comments.isEmpty()
                        && comments.get(comments.size() - 1).kind() != Comment.Kind.BLOCK
                        && comments.get(comments.size() - 1).end() == text.length());
        if (commented) {
            return cursor(Wanted.NOTHING);
        }
        Lexeme open = openText();
        if (open != null) {
            return inText(open);
        }
        while (count < tokens.size() && isBefore(tokens.get(count), wordStart)) {
            styles.next(count++);
        }
        boolean number = wordStart < text.length() && Character.isDigit(text.charAt(wordStart));
        return number ? cursor(Wanted.NOTHING) : atWord();
    }

    private static boolean isBefore(Lexeme token, int place) {
        return token.getType() != Token.EOF
                && token.end() <= place
                && !(token.repaired() && token.start() == token.end());
    }

    /** The token of the text that is open at the end, outside its tags; or null. */
    private @Nullable Lexeme openText() {
        int last = tokens.size() - 1;
        while (last >= 0 && tokens.get(last).start() == tokens.get(last).end()) {
            // The end, and what the scanner has put in the place of brackets that are not typed yet.
            last--;
        }
        int depth = 0;
        for (int i = last; i >= 0; i--) {
            switch (tokens.get(i).getType()) {
                case TEXT -> {
                    if (i == last && tokens.get(i).repaired() && tokens.get(i).start() == textStart) {
                        return tokens.get(i);
                    }
                }
                case UNQUOTE, TAG_CLOSE -> depth++;
                case TAG_OPEN, QUOTE -> {
                    if (depth == 0) {
                        return tokens.get(i).getType() == QUOTE ? tokens.get(i) : null;
                    }
                    depth--;
                }
                default -> {}
            }
        }
        return null;
    }

    private Cursor inText(Lexeme open) {
        while (count < tokens.size() && tokens.get(count).start() < open.start()) {
            styles.next(count++);
        }
        boolean block = text.startsWith("\"\"\"", open.start()) || text.startsWith("'''", open.start());
        Wanted wanted = open.getType() == QUOTE || block ? Wanted.NOTHING : wantedText();
        if (wanted == Wanted.NOTHING) {
            return cursor(wanted);
        }
        wordStart = open.start() + 1;
        return cursor(wanted, wanted == Wanted.COMPARED_TEXT ? soFar().operand(count - 2) : "");
    }

    private Wanted wantedText() {
        Frame frame = styles.open().element();
        int before = type(1);
        if (frame.inside == Inside.STATEMENTS && styles.statement() == MODEL && (before == MODEL || before == EQ)) {
            return Wanted.MODEL_TEXT;
        } else if (before == FROM || before == IMPORT) {
            return Wanted.IMPORT_TEXT;
        } else if (before == LPAREN && type(2) == NAME) {
            String called = tokens.get(count - 2).getText();
            return FILES.contains(called) ? Wanted.FILE_TEXT : Wanted.NOTHING;
        } else if (before == EQUAL || before == NOT_EQUAL) {
            return Wanted.COMPARED_TEXT;
        } else if (before == EQ && isInSettings()) {
            return Wanted.SETTING_TEXT;
        }
        boolean value = before == EQ || before == COLON || before == LBRACK || before == COMMA;
        return value && !path().isEmpty() ? Wanted.VALUE_TEXT : Wanted.NOTHING;
    }

    /** Whether a name of a setting stands or may stand here, and not in braces within the braces. */
    private boolean isInSettings() {
        Frame frame = styles.open().element();
        return styles.open().size() == 2
                && frame.inside == Inside.MEMBERS
                && (frame.statement == MODEL || frame.statement == PROMPT);
    }

    /** The type of the n-th last token before what is being typed, the last being 1. */
    private int type(int n) {
        return count < n ? Token.EOF : tokens.get(count - n).getType();
    }

    private boolean isFirst() {
        return count == 0
                || text.substring(tokens.get(count - 1).end(), wordStart).indexOf('\n') >= 0;
    }

    private Cursor atWord() {
        Frame frame = styles.open().element();
        int before = type(1);
        if (before == DOT || before == SAFE) {
            return cursor(Wanted.MEMBER, soFar().operand(count - 2));
        }
        return switch (frame.inside) {
            case FIELDS, PARAMETERS -> declared(frame, before);
            case TYPES -> cursor(TokenStyles.endsType(before) ? Wanted.NOTHING : Wanted.TYPE);
            case RESTRICTIONS, TEXT -> cursor(Wanted.NOTHING);
            case MEMBERS -> member(frame, before);
            case ARGUMENTS -> frame.type ? cursor(Wanted.TYPE) : expression(before);
            case VALUES -> before == TAG_OPEN ? cursor(Wanted.TAG) : expression(before);
            case ITEMS -> expression(before);
            case STATEMENTS -> statement(frame, before);
        };
    }

    private Cursor declared(Frame frame, int before) {
        if (frame.type && !TokenStyles.endsType(before)) {
            return cursor(Wanted.TYPE);
        }
        return frame.inside == Inside.PARAMETERS && before == EQ ? expression(before) : cursor(Wanted.NOTHING);
    }

    private Cursor member(Frame frame, int before) {
        boolean settings = isInSettings();
        if (before == EQ || before == COLON) {
            return settings ? cursor(Wanted.SETTING_VALUE) : expression(before);
        } else if (before == LBRACE || before == COMMA || (isFirst() && TokenStyles.endsOperand(before))) {
            frame.key = null;
            if (settings) {
                return cursor(Wanted.SETTING, frame.statement == MODEL ? "model" : "prompt");
            }
            return cursor(path().isEmpty() ? Wanted.NOTHING : Wanted.KEY);
        }
        return settings ? cursor(Wanted.NOTHING) : expression(before);
    }

    private Cursor expression(int before) {
        if (before == BAR) {
            return cursor(Wanted.FILTER);
        } else if (before == EQUAL || before == NOT_EQUAL) {
            return cursor(Wanted.COMPARED, soFar().operand(count - 2));
        } else if (TokenStyles.endsOperand(before) && before != LBRACE && before != Token.EOF) {
            return cursor(Wanted.OPERATOR);
        }
        int statement = styles.statement();
        boolean judges = styles.open().stream().noneMatch(frame -> frame.inside == Inside.TEXT)
                && (statement == ENSURE || statement == EXPECT);
        return cursor(judges ? Wanted.CONDITION : Wanted.EXPRESSION);
    }

    private Cursor statement(Frame frame, int before) {
        if (isFirst() && (TokenStyles.endsOperand(before) || before == HISTORY)) {
            frame.key = null;
            return cursor(
                    styles.open().size() == 1
                            ? Wanted.STATEMENT
                            : frame.statement == TEST ? Wanted.TEST_LINE : Wanted.BLOCK_STATEMENT);
        } else if (frame.type) {
            boolean begins = styles.statement() == OUTPUT && (type(2) == OUTPUT || type(5) == OUTPUT);
            if (TokenStyles.endsType(before) && !begins) {
                return styles.statement() == OUTPUT ? word("reask") : cursor(Wanted.NOTHING);
            }
            boolean input = styles.statement() == VAR && before == COLON;
            return cursor(input ? Wanted.INPUT_TYPE : Wanted.TYPE);
        } else if (before == LBRACE || (before == RBRACE && styles.statement() != IMPORT)) {
            return before == RBRACE && styles.statement() == IF
                    ? word("else")
                    : cursor(frame.statement == TEST ? Wanted.TEST_LINE : Wanted.BLOCK_STATEMENT);
        }
        return switch (before) {
            case MODEL -> cursor(Wanted.MODEL_NAME);
            case TOOLS, STUB -> cursor(Wanted.TOOL_NAME);
            case OUTPUT -> cursor(Wanted.OUTPUT_FORMAT);
            case RECOVER -> word("all none");
            case PROMPT, ROLE, TYPE, VAR, LET, TEMPLATE, TOOL, FOR, IMPORT, TEST, AS -> cursor(Wanted.NOTHING);
            default -> within(styles.statement(), before);
        };
    }

    private Cursor within(int statement, int before) {
        boolean afterText = before == TEXT || before == UNQUOTE;
        return switch (statement) {
            case ROLE -> cursor(before == EQ ? Wanted.ROLE : Wanted.NOTHING);
            case IMPORT -> before == RBRACE ? word("from") : afterText ? word("as") : cursor(Wanted.NOTHING);
            case TEST -> before == TEXT && type(2) == TEST ? word("repeat pass rate for") : trial(before);
            case FOR -> before == NAME && type(2) != IN && type(2) != DOT ? word("in") : expression(before);
            case TOOLS -> cursor(before == COMMA ? Wanted.TOOL_NAME : Wanted.NOTHING);
            case REPLY -> TokenStyles.endsOperand(before) ? word("finish") : expression(before);
            case PROMPT, MODEL, TYPE, TEMPLATE, TOOL, OUTPUT, REFUSAL -> cursor(Wanted.NOTHING);
            case VAR -> before == EQ || TokenStyles.endsOperand(before) ? expression(before) : cursor(Wanted.NOTHING);
            default -> expression(before);
        };
    }

    private Cursor trial(int before) {
        boolean counted = before == NUMBER && (type(2) == REPEAT || type(2) == PASS || type(2) == RATE);
        return counted ? word("repeat pass rate for") : expression(before);
    }

    private List<String> path() {
        List<String> path = new ArrayList<>();
        for (Frame frame : styles.open()) {
            if (frame.inside == Inside.ITEMS) {
                path.add("[]");
            } else if (frame.inside == Inside.STATEMENTS || frame.inside == Inside.MEMBERS) {
                if (frame.inside == Inside.MEMBERS && (frame.statement == MODEL || frame.statement == PROMPT)) {
                    return isInSettings() && frame.key != null ? List.of(frame.key) : List.of();
                } else if (frame.key != null) {
                    path.add(frame.key);
                } else if (frame.inside == Inside.STATEMENTS
                        || frame != styles.open().element()) {
                    return List.of();
                }
                if (frame.inside == Inside.STATEMENTS) {
                    break;
                }
            } else {
                return List.of();
            }
        }
        Collections.reverse(path);
        return path;
    }

    private TokensBefore soFar() {
        return new TokensBefore(text, tokens, count);
    }

    private Cursor word(String words) {
        return cursor(Wanted.WORD, words);
    }

    private Cursor cursor(Wanted wanted) {
        return cursor(wanted, "");
    }

    private Cursor cursor(Wanted wanted, String subject) {
        boolean inTag = styles.open().stream().anyMatch(frame -> frame.inside == Inside.TEXT);
        return new Cursor(wanted, wordStart, text.substring(wordStart), subject, path(), inTag, soFar().loops());
    }
}
