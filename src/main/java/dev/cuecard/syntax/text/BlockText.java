package dev.cuecard.syntax.text;

import dev.cuecard.syntax.antlr.CuecardParser;
import dev.cuecard.syntax.antlr.TokenArray;

/** A text block as the formatter writes it: with an indentation of its own, and without blanks at the ends of lines. */
public final class BlockText {

    private final int common;
    private final String indentation;
    private boolean atLineStart = true;
    /** What the line is indented beyond the common indentation, while nothing stands on it. */
    private String extra = "";

    /**
     * @param common how many blanks or tabs each line loses
     * @param indentation what each line gets
     */
    public BlockText(int common, String indentation) {
        this.common = common;
        this.indentation = indentation;
    }

    /** The indentation common to the lines of a text, the last of which is that of the closing quotes. */
    public static int common(String text) {
        int common = Integer.MAX_VALUE;
        int from = 0;
        while (true) {
            int end = text.indexOf('\n', from);
            String line =
                    end < 0 ? text.substring(from) : text.substring(from, end).stripTrailing();
            if (end < 0 || !line.isEmpty()) {
                common = Math.min(common, Indentation.end(line));
            }
            if (end < 0) {
                return common;
            }
            from = end + 1;
        }
    }

    /** The same of a text with tags, whose opening quotes are the token at {@code quote}. */
    public static int common(TokenArray tokens, int quote) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (int index = quote; depth >= 0; index++) {
            switch (tokens.get(index).getType()) {
                case CuecardParser.QUOTE, CuecardParser.TAG_OPEN -> depth++;
                case CuecardParser.UNQUOTE, CuecardParser.TAG_CLOSE -> depth = depth == 1 ? -1 : depth - 1;
                case CuecardParser.CHUNK ->
                    text.append(depth == 1 ? tokens.get(index).getText() : "");
                default -> {}
            }
            if (depth == 2 && tokens.get(index).getType() == CuecardParser.TAG_OPEN) {
                text.append('.');
            }
        }
        return common(text.toString());
    }

    /** A string of one line, of which nothing is changed. */
    public static BlockText none() {
        BlockText none = new BlockText(0, "");
        none.atLineStart = false;
        return none;
    }

    /** Writes the text of a block out, less what its lines have in common. */
    public void literal(StringBuilder out, String text) {
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            String line = text.substring(from, end);
            if (!line.isBlank() || !atLineStart) {
                part(out, line);
            }
            int last = out.length();
            while (last > 0 && (out.charAt(last - 1) == '\r' || Indentation.isBlank(out.charAt(last - 1)))) {
                last--;
            }
            out.setLength(last);
            out.append('\n');
            atLineStart = true;
            extra = "";
            from = end + 1;
        }
        part(out, text.substring(from));
    }

    private void part(StringBuilder out, String text) {
        if (!atLineStart) {
            out.append(text);
            return;
        }
        int blanks = Indentation.end(text);
        extra = text.substring(Math.min(common, blanks), blanks);
        if (blanks < text.length()) {
            startLine(out);
            out.append(text, blanks, text.length());
        }
    }

    /** Indents the line if nothing stands on it yet. */
    public void startLine(StringBuilder out) {
        if (atLineStart) {
            out.append(indentation).append(extra);
            atLineStart = false;
        }
    }

    /** Indents the line of the closing quotes. */
    public void close(StringBuilder out) {
        out.append(indentation);
    }
}
