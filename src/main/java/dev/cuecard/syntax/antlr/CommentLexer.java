package dev.cuecard.syntax.antlr;

import dev.cuecard.syntax.antlr.Brackets.Kind;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStream;

/** Skips white space and comments, by hand too, and keeps the comments. */
abstract class CommentLexer extends TextLexer {

    private final List<Comment> comments = new ArrayList<>();

    CommentLexer(CharStream input) {
        super(input);
    }

    /** The comments met so far, in their order. */
    public final List<Comment> comments() {
        return comments;
    }

    /** Skips white space and comments; returns whether it ended a tag or a text instead. */
    final boolean skipBlanks() {
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
}
