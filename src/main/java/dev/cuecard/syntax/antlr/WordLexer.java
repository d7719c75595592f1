package dev.cuecard.syntax.antlr;

import dev.cuecard.syntax.antlr.Brackets.Kind;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;

/** Tells words of the language from names: by a table, and by where they stand. */
abstract class WordLexer extends CommentLexer {

    /** The word after the last START, and the indentation of its line. */
    int statement = Token.EOF;

    private int statementIndentation;
    /** Whether {@code else if} stands after the last START. */
    boolean elseIf;
    /** Whether the last closing brace was that of statements. */
    boolean closedBlock;
    /** Whether the text is one expression, in which no word begins a statement. */
    boolean expression;

    WordLexer(CharStream input) {
        super(input);
    }

    final void word(Lexeme token) {
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
        if (!expression && ((beginning != 0 && begins(name, beginning)) || followsOptional(name))) {
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
        if (data < open.size() && mending && isClosedBelow(name, open.at(data).start())) {
            // The braces are fine; what stands before them is not.
            open.holdStatements(data);
        } else if (data < open.size() && !isMisplaced(name, data)) {
            if (!broken) {
                reportOpen(name.start());
            }
            closeDownTo(data);
        }
        return true;
    }

    /** Whether a word stands indented in a brace of which the layout of the lines below says that it is closed. */
    private boolean isClosedBelow(Lexeme name, int brace) {
        int outer = indentation(brace);
        if (!first || indentation(name.start()) <= outer) {
            return false;
        }
        int line = LineScan.lineEnd(text, name.start()) + 1;
        while (line < text.length()) {
            int start = LineScan.afterBlanks(text, line);
            boolean blank = start == text.length() || charAt(start) == '\n';
            if (!blank && start - line <= outer) {
                return start - line == outer && charAt(start) == '}';
            }
            line = LineScan.lineEnd(text, line) + 1;
        }
        return false;
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

    private static boolean isTypographicQuote(char c) {
        return c >= 0x2018 && c <= 0x201F;
    }

    final void otherCharacter(Lexeme token) {
        int c = text.codePointAt(token.start());
        int end = token.start() + Character.charCount(c);
        faults.found(Fault.CHARACTER, token.start(), end, token.start());
        at = end;
        if (isTypographicQuote((char) c) || c == '`') {
            // The string they were meant to be.
            int lineEnd = lineEnd(at);
            int block = text.startsWith("```", token.start()) ? blockEnd(token.start() + 3) : -1;
            if (block >= 0) {
                add(make(CuecardLexer.TEXT, token.start(), block + 3).repair());
                return;
            }
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

    /** Where the closing quotes of a block stand that is opened by three quotes of another kind, or -1. */
    private int blockEnd(int from) {
        if (!LineScan.isBlankFrom(text, from)) {
            return -1;
        }
        for (int line = lineEnd(from) + 1; line < text.length(); line = LineScan.lineEnd(text, line) + 1) {
            int start = LineScan.afterBlanks(text, line);
            if (text.startsWith("```", start) || text.startsWith("\"\"\"", start)) {
                return start;
            } else if (LineScan.looksLikeDeclaration(text, line)) {
                return -1;
            }
        }
        return -1;
    }
}
