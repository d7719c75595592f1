package dev.cuecard.syntax.format;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.antlr.Comment;
import dev.cuecard.syntax.antlr.CuecardLexer;
import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.Lexeme;
import dev.cuecard.syntax.antlr.TokenArray;
import dev.cuecard.syntax.antlr.Utf16Stream;
import dev.cuecard.syntax.parse.PromptParser;
import dev.cuecard.syntax.text.BlockText;
import dev.cuecard.syntax.text.Indentation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The canonical form of a text: two blanks for each level, one blank between words, nothing aligned in columns. Comments
 * stay, and so do the line breaks between items and the blank lines between groups, one at a time. Fields, settings and
 * pairs are parted by commas on one line and by line ends on several; the items of any other list that stands on several
 * lines all end in commas. Text blocks are indented with what they belong to. What a prompt means is never changed.
 */
public final class Formatter {

    private static final int LEVEL = 2;

    private final String source;
    private final TokenArray tokens;
    private final List<Comment> comments;
    private final Layout layout;
    private final Spacing spacing;
    private final StringBuilder out = new StringBuilder();
    /** The indentation of what stands in the vertical brackets and in the tags that are open. */
    private final Deque<Integer> levels = new ArrayDeque<>();

    private final Deque<BlockText> blocks = new ArrayDeque<>();
    private int nextComment;
    private int lineStart;

    private Formatter(String source, TokenArray tokens, List<Comment> comments, CuecardParser.FileContext file) {
        this.source = source;
        this.tokens = tokens;
        this.comments = comments;
        this.layout = new Layout(tokens, comments, file);
        this.spacing = new Spacing(layout);
    }

    /** Formats a text. */
    public static Formatted format(Source source) {
        List<Diagnostic> findings = PromptParser.parse(source).findings();
        return new Formatted(Diagnostic.stops(findings) ? null : format(source.text()), findings);
    }

    private static String format(String text) {
        CuecardLexer lexer = new CuecardLexer(new Utf16Stream("", text));
        TokenArray tokens = lexer.scan((fault, start, end, until) -> {}, false);
        CuecardParser.FileContext file = PromptParser.parser(tokens).file();
        return new Formatter(text, tokens, lexer.comments(), file).run();
    }

    private String run() {
        int previous = -1;
        for (int index = 0; index < tokens.size(); index++) {
            int type = layout.type(index);
            if (type == CuecardParser.START || layout.isSeparator(index)) {
                continue;
            }
            if (type == CuecardParser.CHUNK) {
                literal(tokens.get(index).getText());
            } else if (type == CuecardParser.UNQUOTE) {
                unquote(tokens.get(index).getText());
            } else {
                int level = level();
                if (layout.closesVertical(index)) {
                    levels.pop();
                }
                between(previous, index, level);
                print(index);
            }
            if (layout.commaAfter(index)) {
                out.append(',');
            }
            previous = index;
        }
        stripLine();
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    private int level() {
        return levels.isEmpty() ? 0 : levels.element();
    }

    private void print(int index) {
        String text = tokens.get(index).getText();
        switch (layout.type(index)) {
            case CuecardParser.EOF -> {}
            case CuecardParser.TEXT -> text(text);
            case CuecardParser.QUOTE -> {
                out.append(text);
                quote(text.length() == 3 ? BlockText.common(tokens, index) : -1);
            }
            case CuecardParser.TAG_OPEN -> {
                blocks.element().startLine(out);
                out.append(text);
                levels.push(lineIndentation());
            }
            case CuecardParser.TAG_CLOSE -> {
                out.append(text);
                levels.pop();
            }
            default -> out.append(text);
        }
        if (layout.isVertical(index)) {
            levels.push(lineIndentation() + LEVEL);
        }
    }

    /** The number of blanks with which the line begins that is being written. */
    private int lineIndentation() {
        return Indentation.end(out.substring(lineStart));
    }

    private void text(String text) {
        if (!text.startsWith("\"\"\"") && !text.startsWith("'''")) {
            out.append(text);
            return;
        }
        String quotes = text.substring(0, 3);
        String inner = text.substring(text.indexOf('\n') + 1, text.length() - 3);
        out.append(quotes);
        quote(BlockText.common(inner));
        literal(inner);
        unquote(quotes);
    }

    /** Begins a text: a block, or with -1 for its indentation a string of one line. */
    private void quote(int common) {
        blocks.push(common < 0 ? BlockText.none() : new BlockText(common, " ".repeat(lineIndentation() + LEVEL)));
        if (common >= 0) {
            out.append('\n');
            lineStart = out.length();
        }
    }

    private void literal(String text) {
        blocks.element().literal(out, text);
        lineStart = Math.max(lineStart, out.lastIndexOf("\n") + 1);
    }

    private void unquote(String quotes) {
        blocks.pop().close(out);
        out.append(quotes);
    }

    /** White space and comments between two tokens. */
    private void between(int previous, int index, int level) {
        Lexeme token = tokens.get(index);
        boolean top = previous < 0;
        boolean goesOn = !top && layout.goesOn(previous, index);
        int from = top ? 0 : tokens.get(previous).end();
        boolean breaks = !top && layout.breaksBetween(previous, index);
        boolean commented = false;
        while (nextComment < comments.size() && comments.get(nextComment).end() <= token.start()) {
            Comment comment = comments.get(nextComment++);
            boolean opened = !commented && (top || layout.isVertical(previous));
            if (comment.alone()) {
                breakLine(newlines(from, comment.start()) > 1 && !opened, goesOn ? level + LEVEL : level);
            } else {
                blank();
            }
            out.append(source.substring(comment.start(), comment.end())
                    .stripTrailing()
                    .replace("\r\n", "\n"));
            lineStart = out.lastIndexOf("\n") + 1;
            boolean ends = comment.kind() != Comment.Kind.BLOCK || comment.alone();
            boolean lines = newlines(comment.start(), comment.end()) > 0;
            breaks |= lines || (ends && newlines(comment.end(), token.start()) > 0);
            from = comment.end();
            commented = true;
        }
        if (layout.type(index) == CuecardParser.EOF) {
            return;
        }
        if (breaks) {
            boolean closes = layout.closesVertical(index);
            boolean opened = !commented && !top && layout.isVertical(previous);
            boolean blankLine = newlines(from, token.start()) > 1 && !closes && !opened;
            breakLine(blankLine, closes ? level - LEVEL : goesOn ? level + LEVEL : level);
        } else if (commented || (!top && spacing.between(previous, index))) {
            blank();
        }
    }

    private void blank() {
        if (out.length() > lineStart && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private void breakLine(boolean blankLine, int indentation) {
        if (out.isEmpty()) {
            return;
        }
        stripLine();
        out.append(blankLine ? "\n\n" : "\n");
        lineStart = out.length();
        out.append(" ".repeat(indentation));
    }

    private void stripLine() {
        int end = out.length();
        while (end > lineStart && Indentation.isBlank(out.charAt(end - 1))) {
            end--;
        }
        out.setLength(end);
    }

    private int newlines(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += source.charAt(i) == '\n' ? 1 : 0;
        }
        return count;
    }
}
