package dev.cuecard.syntax.antlr;

import dev.cuecard.syntax.antlr.Brackets.Kind;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;

/**
 * Scans a file: text, comments and white space by hand, words by table, signs and numbers by the generated automaton.
 */
public abstract class LexerBase extends TextLexer {

    private final List<Comment> comments = new ArrayList<>();

    /** The word after the last START, and the indentation of its line. */
    private int statement = Token.EOF;

    private int statementIndentation;
    /** Whether {@code else if} stands after the last START. */
    private boolean elseIf;
    /** Whether the last closing brace was that of statements. */
    private boolean closedBlock;

    LexerBase(CharStream input) {
        super(input);
    }

    /** The text that is scanned. */
    public final String text() {
        return text;
    }

    /** The comments met so far, in their order. */
    public final List<Comment> comments() {
        return comments;
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

    /** Skips white space and comments; returns whether it ended a tag or a text instead. */
    private boolean skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                if (endsWithLine()) {
                    return true;
                }
                first = true;
                at++;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '/' && charAt(at + 1) == '/') {
                lineComment();
            } else if (c == '/' && charAt(at + 1) == '*') {
                blockComment();
            } else {
                return false;
            }
        }
        return false;
    }

    /** At the end of a line: ends a tag in which no bracket is open, and all that stands in a one-line string. */
    private boolean endsWithLine() {
        if (!mustEndOnLine()) {
            return false;
        }
        reportOpen(at);
        closeDownTo(isInString() ? open.innermostText() : open.innermostTagOrText());
        return true;
    }

    private boolean mustEndOnLine() {
        int inner = open.innermostTagOrText();
        return inner >= 0 && (inner == open.size() - 1 || isInString());
    }

    private boolean isInString() {
        int text = open.innermostText();
        return text >= 0 && open.at(text).kind() == Kind.STRING;
    }

    private void lineComment() {
        int end = lineEnd(at);
        boolean doc = charAt(at + 2) == '/' && charAt(at + 3) != '/';
        if (open.innermostTagOrText() >= 0) {
            doc = false;
            int close = text.indexOf("}}", at);
            if (close >= 0 && close < end) {
                end = charAt(close - 1) == '~' ? close - 1 : close;
            }
        }
        int stop = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
        comments.add(new Comment(at, stop, doc ? Comment.Kind.DOC : Comment.Kind.LINE, first));
        at = end;
    }

    private void blockComment() {
        int start = at;
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            end = LineScan.nextDeclaration(text, at, 0);
            faults.found(Fault.COMMENT_OPEN, start, start + 2, end);
        } else {
            end += 2;
        }
        if (mustEndOnLine() && lineEnd(start) < end) {
            // The tag ends with the line, and the comment with the tag.
            end = lineEnd(start);
        }
        comments.add(new Comment(start, end, Comment.Kind.BLOCK, first));
        first |= text.substring(start, end).indexOf('\n') >= 0;
        at = end;
    }

    private void sign(Lexeme token) {
        switch (token.getType()) {
            case CuecardLexer.NAME -> word(token);
            case CuecardLexer.LPAREN -> opening(token, Kind.PAREN);
            case CuecardLexer.LBRACK -> opening(token, Kind.BRACKET);
            case CuecardLexer.LBRACE -> opening(token, opensBlock() ? Kind.BLOCK : Kind.BRACE);
            case CuecardLexer.RPAREN -> close(token, Kind.PAREN);
            case CuecardLexer.RBRACK -> close(token, Kind.BRACKET);
            case CuecardLexer.RBRACE -> {
                closedBlock = open.topIs(Kind.BLOCK);
                close(token, Kind.BRACE);
            }
            case CuecardLexer.BAD_NUMBER -> badNumber(token.start(), token.end());
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

    private void word(Lexeme token) {
        int length = lettersFrom(token.start(), token.end());
        if (length == 0) {
            token.setType(CuecardLexer.OTHER);
            otherCharacter(token);
            return;
        }
        Lexeme name = token.end() == token.start() + length
                ? token
                : make(CuecardLexer.NAME, token.start(), token.start() + length);
        String word = text.substring(name.start(), name.end());
        if (isElif(word)) {
            faults.found(Fault.FOREIGN_WORD, name.start(), name.end(), name.start());
            add(CuecardLexer.ELSE, name.start(), name.end()).repair();
            add(CuecardLexer.IF, name.start(), name.end()).repair();
            elseIf = true;
            return;
        }
        int beginning = Words.beginning(word);
        if ((beginning != 0 && begins(name, beginning)) || followsOptional(name)) {
            start(name, beginning != 0 ? beginning : CuecardLexer.NAME);
        } else if (isTurn(name, word)) {
            add(CuecardLexer.START, name.start(), name.start());
            add(name);
        } else {
            boolean let = last(1) == CuecardLexer.TAG_OPEN && word.equals("let") && isNamed(name.end());
            name.setType(let ? CuecardLexer.LET : Words.everywhere(word));
            elseIf |= name.getType() == CuecardLexer.IF && last(1) == CuecardLexer.ELSE;
            if (mending && first && open.isEmpty()) {
                // Perhaps a word of the language, misspelt.
                statement = CuecardLexer.NAME;
                statementIndentation = indentation(name.start());
            }
            add(name);
        }
    }

    private void start(Lexeme name, int type) {
        elseIf = false;
        add(CuecardLexer.START, name.start(), name.start());
        name.setType(type);
        add(name);
        statement = type;
        statementIndentation = indentation(name.start());
    }

    /** The number of units from {@code start} on that belong to a name. */
    private int lettersFrom(int start, int end) {
        int i = start;
        while (i < end) {
            int c = text.codePointAt(i);
            if (c >= 128 && !Character.isLetter(c)) {
                break;
            }
            i += Character.charCount(c);
        }
        return i - start;
    }

    /** Whether a word that can begin a statement does so here. */
    private boolean begins(Lexeme name, int type) {
        if ((!first && !followsBrace(type)) || isCancelled(name.end()) || isTaken(name)) {
            return false;
        }
        boolean broken = !open.onlyBraces();
        if (broken) {
            if (!mending || !first || !breaksOut(name, type)) {
                return false;
            }
            reportOpen(name.start());
            closeDownTo(open.outerBraces());
        }
        int data = 0;
        while (data < open.size() && open.at(data).kind() == Kind.BLOCK && !Words.beginsDeclaration(type)) {
            data++;
        }
        if (data < open.size() && !isMisplaced(name, data)) {
            if (!broken) {
                reportOpen(name.start());
            }
            closeDownTo(data);
        }
        return true;
    }

    /** Whether a declaration stands in a block of statements, on the line of its brace or indented more than that. */
    private boolean isMisplaced(Lexeme name, int outermost) {
        for (int n = outermost; n < open.size(); n++) {
            if (open.at(n).kind() != Kind.BLOCK) {
                return false;
            }
        }
        int brace = open.at(outermost).start();
        return !first || indentation(name.start()) > indentation(brace) || lineStart(brace) == lineStart(name.start());
    }

    private boolean followsBrace(int type) {
        return (last(1) == CuecardLexer.LBRACE && open.topIs(Kind.BLOCK))
                || (last(1) == CuecardLexer.RBRACE && (type != CuecardLexer.IF || closedBlock));
    }

    /** Whether the sign after a word makes it the name of something. */
    private boolean isCancelled(int end) {
        int next = LineScan.afterBlanks(text, end);
        return switch (charAt(next)) {
            case ':', '?', ',', '.' -> true;
            case '=' -> charAt(next + 1) != '=';
            default -> false;
        };
    }

    /** Whether a word stands in the braces of an import and nothing speaks for a declaration. */
    private boolean isTaken(Lexeme name) {
        if (statement != CuecardLexer.IMPORT || !open.topIs(Kind.BRACE)) {
            return false;
        }
        int next = LineScan.afterBlanks(text, name.end());
        return (charAt(next) != '"' && !isNamed(name.end()))
                || text.startsWith("as ", next)
                || text.startsWith("from ", next);
    }

    /** Whether a blank and then a name follow. */
    private boolean isNamed(int end) {
        int next = LineScan.afterBlanks(text, end);
        return next > end && (Character.isLetter(charAt(next)) || charAt(next) == '_');
    }

    /** Whether a declaration begins although a bracket is open, which then was not closed. */
    private boolean breaksOut(Lexeme name, int type) {
        if (open.innermostTagOrText() >= 0
                || indentation(name.start()) > statementIndentation
                || !LineScan.looksLikeDeclaration(text, lineStart(name.start()))) {
            return false;
        }
        return Words.beginsDeclaration(type)
                || (last(1) != CuecardLexer.COMMA && last(1) != CuecardLexer.LBRACK && last(1) != CuecardLexer.LPAREN);
    }

    /** Whether a word begins a statement since what stands above it takes only what is on its own line. */
    private boolean followsOptional(Lexeme name) {
        if (!first || !open.onlyBraces() || name.start() == 0) {
            return false;
        }
        boolean text = last(1) == CuecardLexer.NAME
                && last(2) == CuecardLexer.OUTPUT
                && "text".equals(tokens.get(tokens.size() - 1).getText());
        return text || last(1) == CuecardLexer.HISTORY || last(1) == CuecardLexer.SPEAKER;
    }

    /** Whether a word is the role of a turn in a list: what follows it can go on with no expression. */
    private boolean isTurn(Lexeme name, String word) {
        if (!open.topIs(Kind.BRACKET)
                || (last(1) != CuecardLexer.LBRACK && last(1) != CuecardLexer.COMMA)
                || Words.RESERVED.contains(word)) {
            return false;
        }
        int end = name.end();
        while (charAt(end) == '.' && Character.isLetter(charAt(end + 1))) {
            end = wordEnd(end + 1);
        }
        int next = LineScan.afterBlanks(text, end);
        char c = charAt(next);
        if (c == '"' || c == '\'' || c == '{' || (c >= '0' && c <= '9')) {
            return true;
        } else if (c == '(') {
            return next > end && Words.ROLES.contains(word);
        }
        return isNamed(end) && !Words.standsBetweenOperands(text.substring(next, wordEnd(next)));
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private boolean isElif(String word) {
        return (last(1) == CuecardLexer.RBRACE || last(1) == CuecardLexer.TAG_OPEN)
                && (word.equals("elif") || word.equals("elsif") || word.equals("elseif"))
                && isNamed(at + word.length());
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

    private static boolean isTypographicQuote(char c) {
        return c >= 0x2018 && c <= 0x201F;
    }

    private void otherCharacter(Lexeme token) {
        int c = text.codePointAt(token.start());
        int end = token.start() + Character.charCount(c);
        faults.found(Fault.CHARACTER, token.start(), end, token.start());
        at = end;
        if (isTypographicQuote((char) c) || c == '`') {
            // The string they were meant to be.
            int lineEnd = lineEnd(at);
            while (end < lineEnd
                    && !isTypographicQuote(text.charAt(end))
                    && text.charAt(end) != '"'
                    && text.charAt(end) != '`') {
                end++;
            }
            add(make(CuecardLexer.TEXT, token.start(), Math.min(end + 1, lineEnd))
                    .repair());
        }
    }
}
