package dev.cuecard.syntax.mistake;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.antlr.Fault;
import org.jspecify.annotations.Nullable;

/** What the scanner finds, in words. */
public final class ScanErrors {

    private ScanErrors() {}

    /**
     * A fault of the scanner.
     *
     * @param at what is wrong
     * @param until where it was noticed
     */
    public static Diagnostic of(Fault fault, Span at, int until) {
        return switch (fault) {
            case STRING_OPEN -> string(at);
            case BLOCK_OPEN -> block(at, until);
            case BRACKET_OPEN -> bracket(at, until);
            case TAG_OPEN -> tag(at);
            case COMMENT_OPEN -> comment(at);
            case STRAY ->
                Diagnostic.error(
                                Code.P007,
                                "`" + at.text() + "` closes nothing",
                                at,
                                "no bracket of this kind is open here")
                        .done();
            case MISMATCH -> mismatch(at, until);
            case DEEP -> deep(at);
            case CHARACTER -> character(at);
            case NUMBER -> number(at);
            case TEXT_AFTER_QUOTES -> textAfterQuotes(at, until);
            case QUOTES ->
                Diagnostic.error(
                                Code.P031,
                                "text block begins with " + (at.text().length() == 1 ? "one quote" : "two quotes"),
                                at,
                                "three quotes belong here")
                        .help("write `" + at.text().substring(0, 1).repeat(3) + "`")
                        .done();
            case TAG_OUTSIDE -> ParseErrors.tagOutsideText(at);
            case FOREIGN_SIGN -> ForeignErrors.sign(at);
            case FOREIGN_WORD -> ForeignErrors.elif(at);
            case FOREIGN_TAG -> ForeignErrors.tag(at);
        };
    }

    private static Diagnostic string(Span at) {
        Source source = at.source();
        String line = source.lineText(at.line());
        int column = at.start() - source.lineStart(at.line());
        String rest = line.substring(column + 1).strip();
        int early = OpenString.on(line, column);
        if (early >= 0) {
            int start = source.lineStart(at.line()) + early;
            boolean doubled = line.charAt(early + 1) == line.charAt(early);
            return Diagnostic.error(Code.P003, "string is never closed", source.span(start, start + 1), "opened here")
                    .and(
                            source.span(
                                    start + OpenString.length(line, early), start + OpenString.length(line, early) + 1),
                            "closed only here, before a word")
                    .help(doubled ? "remove one of the two quotes" : "add a closing `" + at.text() + "`")
                    .done();
        } else if (rest.isEmpty()) {
            return Diagnostic.error(Code.P003, "string is never closed", at, "opened here")
                    .note("a string ends on its line; text of several lines stands between `\"\"\"`")
                    .help("add a closing `" + at.text() + "`, or write `"
                            + at.text().repeat(3) + "` for text of several lines")
                    .done();
        }
        int other = OpenString.otherQuote(rest, at.text().charAt(0));
        if (other >= 0) {
            int start = at.start() + 1 + line.substring(column + 1).indexOf(rest) + other;
            return Diagnostic.error(Code.P003, "string is never closed", at, "opened here")
                    .and(source.span(start, start + 1), "does not close it: the other kind of quote")
                    .help("write `" + rest.charAt(other) + "` at both ends")
                    .done();
        }
        return Diagnostic.error(Code.P003, "string is never closed", at, "opened here")
                .note("a string ends on its line; text of several lines stands between `\"\"\"`")
                .help("add a closing `" + at.text() + "`")
                .done();
    }

    private static Diagnostic block(Span at, int until) {
        Source source = at.source();
        Diagnostic.Builder found = Diagnostic.error(Code.P002, "text block is never closed", at, "opened here");
        Span almost = almostClosed(at, until);
        if (almost != null) {
            found.and(almost, "does not close it: three quotes at the beginning of a line do");
        }
        if (until < source.text().length()) {
            int word = until;
            while (source.text().charAt(word) <= ' ') {
                word++;
            }
            found.and(source.span(word, wordEnd(source, word)), "still open where this seems to begin");
        } else {
            found.note("the " + source.noun() + " ends on line " + lastLine(source) + " with this block still open");
        }
        return found.help("add a closing `" + at.text() + "` on a line of its own")
                .done();
    }

    /** Quotes behind the opening ones that may have been meant to close a block, or null. */
    private static @Nullable Span almostClosed(Span at, int until) {
        Source source = at.source();
        int last = source.line(Math.max(at.end(), until - 1));
        for (int line = at.line() + 1; line <= last; line++) {
            String text = source.lineText(line).stripTrailing();
            String quote = at.text().substring(0, 1);
            boolean tooFew = text.strip().equals(quote) || text.strip().equals(quote + quote);
            if (tooFew || (text.endsWith(at.text()) && !text.endsWith("\\" + at.text()))) {
                int end = source.lineStart(line) + text.length();
                return source.span(end - (tooFew ? text.strip().length() : 3), end);
            }
        }
        return null;
    }

    private static int wordEnd(Source source, int start) {
        int end = start + 1;
        while (end < source.text().length() && Character.isLetter(source.text().charAt(end))) {
            end++;
        }
        return end;
    }

    private static int lastLine(Source source) {
        int lines = source.lineCount();
        return lines > 1 && source.lineText(lines).isEmpty() ? lines - 1 : lines;
    }

    private static Diagnostic bracket(Span at, int until) {
        Source source = at.source();
        Diagnostic.Builder found =
                Diagnostic.error(Code.P004, "`" + at.text() + "` is never closed", at, "opened here");
        if (until >= source.text().length()) {
            found.note("the " + source.noun() + " ends on line " + lastLine(source) + " with it still open");
        } else if (source.line(until) != at.line()) {
            found.and(source.span(until, wordEnd(source, until)), "still open where this stands");
        }
        return found.help("add a closing `" + closing(at.text()) + "`").done();
    }

    /** A pair of two kinds; which of the two is wrong nobody can tell. */
    private static Diagnostic mismatch(Span at, int opener) {
        Span opening = at.source().span(opener, opener + 1);
        String right = closing(opening.text());
        return Diagnostic.error(
                        Code.P007,
                        "`" + opening.text() + "` is closed by `" + at.text() + "`",
                        at,
                        "no `" + right + "`")
                .and(opening, "opened here")
                .note("what `" + opening.text() + "` opens, `" + right + "` closes")
                .done();
    }

    private static String closing(String opening) {
        return switch (opening) {
            case "(" -> ")";
            case "[" -> "]";
            default -> "}";
        };
    }

    private static Diagnostic tag(Span at) {
        return Diagnostic.error(Code.P005, "tag is never closed", at, "opened here")
                .note("a tag ends on its line, unless a bracket in it is open")
                .help("add a closing `}}`; to mean the braces themselves, write `\\{{`")
                .done();
    }

    private static Diagnostic comment(Span at) {
        return Diagnostic.error(Code.P006, "comment is never closed", at, "opened here")
                .help("add a closing `*/`")
                .done();
    }

    private static Diagnostic deep(Span at) {
        return Diagnostic.error(Code.P008, "brackets are nested too deeply", at, "the 101st that is open")
                .note("at most 100 may be open at once")
                .done();
    }

    private static Diagnostic character(Span at) {
        int c = at.text().codePointAt(0);
        String shown = Character.isISOControl(c)
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                ? String.format("U+%04X", c) + (Character.getName(c) == null ? "" : " (" + Character.getName(c) + ")")
                : c == '`' ? "a back-quote" : "`" + at.text() + "`";
        Diagnostic.Builder found = Diagnostic.error(
                Code.P014, shown + " has no meaning outside text", at, "neither a name nor a sign of the language");
        if (c >= 0x2018 && c <= 0x201F) {
            // As a word processor makes them.
            found.help("write a straight quote: `" + (c < 0x201C ? "'" : "\"") + "`");
        } else if (c == '`') {
            found.help(
                    at.source().text().startsWith("```", at.start())
                            ? "write `\"\"\"`"
                            : "text stands in `\"`, `'` or `\"\"\"`");
        } else if (c == '#') {
            found.help("begin a comment with `//`");
        }
        return found.done();
    }

    private static Diagnostic number(Span at) {
        String text = at.text();
        Diagnostic.Builder found = Diagnostic.error(
                Code.P013, "`" + Shown.cut(text) + "` is not a number", at, "not written as a number in JSON");
        String digits = text.replace("_", "")
                .replaceFirst("^0+(?=[0-9])", "")
                .replaceFirst("^\\.", "0.")
                .replaceFirst("\\.$", "");
        if (digits.matches("[0-9]+(\\.[0-9]+)?") && !text.startsWith("0x")) {
            found.help("write `" + Shown.cut(digits) + "`");
        } else {
            found.note("a name does not begin with a digit, and numbers are decimal, such as `12`, `0.5` or `1e6`");
        }
        return found.done();
    }

    private static Diagnostic textAfterQuotes(Span at, int opener) {
        return Diagnostic.error(
                        Code.P015, "text stands on the line of its opening quotes", at, "belongs on the next line")
                .and(at.source().span(opener, opener + 3), "the text of this block begins below")
                .help("put one line into `\"…\"`, or begin the text on the next line")
                .done();
    }
}
