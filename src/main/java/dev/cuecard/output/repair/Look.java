package dev.cuecard.output.repair;

import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.Set;

/**
 * Looks ahead in a reply: what follows tells what is meant here. Each question costs no more than the text up to the
 * next quote, so that a reply is read in a time that grows with its size.
 */
final class Look {

    /** What {@link #peek} says at the end. */
    static final int END = -1;

    /** The longest name, and the most of a comment, that is looked at ahead. */
    private static final int FAR = 500;

    private static final Set<String> JSON_WORDS = Set.of("true", "false", "null", "True", "False", "None");

    private final Source source;
    private final String text;
    private final boolean fenced;

    /** From here on there is nothing but closing brackets. */
    private final int tail;

    /** The run of blanks that was looked at last. */
    private int runStart;

    private int runEnd;

    /** @param fenced whether back-quotes end the text */
    Look(Source source, boolean fenced) {
        this.source = source;
        this.text = source.text();
        this.fenced = fenced;
        this.tail = tail();
    }

    private int tail() {
        int at = ink(text.length());
        if (fenced) {
            while (at > 0 && text.charAt(at - 1) == '`') {
                at--;
            }
        }
        boolean closers = false;
        while (at > 0 && (isBlank(text.charAt(at - 1)) || isCloser(text.charAt(at - 1)))) {
            closers |= isCloser(text.charAt(at - 1));
            at--;
        }
        return closers ? at : Integer.MAX_VALUE;
    }

    /** The offset after the last character before one that is no blank. */
    int ink(int before) {
        int at = before;
        while (at > 0 && isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    boolean ends(int at) {
        return at >= text.length() || (fenced && text.startsWith("```", at));
    }

    /** The unit at an offset, or {@link #END}. */
    int peek(int at) {
        return ends(at) ? END : text.charAt(at);
    }

    /** Whether the text ends here, and not a fence. */
    boolean endsText(int at) {
        return at >= text.length();
    }

    boolean isTail(int at) {
        return at >= tail;
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || isOddBlank(c);
    }

    static boolean isOddBlank(int c) {
        return c == '\u00a0' || c == '\u200b' || c == '\u202f' || c == '\u2028' || c == '\u3000' || c == '\ufeff';
    }

    static boolean isCloser(int c) {
        return c == '}' || c == ']';
    }

    static boolean isOpener(int c) {
        return c == '{' || c == '[';
    }

    static boolean isWord(int c) {
        return c == '_' || c == '$' || (c >= 0 && Character.isLetterOrDigit(c));
    }

    /** The offset after blanks. */
    int blanks(int from) {
        if (from >= runStart && from < runEnd) {
            return runEnd;
        }
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        runStart = from;
        runEnd = at;
        return at;
    }

    boolean newLine(int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Whether a comment begins here. */
    boolean isComment(int at) {
        return text.startsWith("//", at) || text.startsWith("/*", at) || peek(at) == '#';
    }

    /** The offset after a comment, or -1 where it has no end. */
    int commentEnd(int at, int most) {
        int limit = (int) Math.min(text.length(), (long) at + most);
        if (text.startsWith("/*", at)) {
            for (int i = at + 2; i + 1 < limit; i++) {
                if (text.charAt(i) == '*' && text.charAt(i + 1) == '/') {
                    return i + 2;
                }
            }
            return -1;
        }
        for (int i = at; i < limit; i++) {
            if (text.charAt(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** The offset after blanks and comments, as far as one looks ahead. */
    int skip(int from) {
        int at = blanks(from);
        for (int comments = 0; comments < 4 && isComment(at); comments++) {
            int end = commentEnd(at, FAR);
            if (end < 0) {
                return at;
            }
            at = blanks(end);
        }
        return at;
    }

    /** The offset after letters, digits and dashes within. */
    int word(int from) {
        int at = from;
        while (at < text.length()
                && (isWord(text.charAt(at)) || (at > from && text.charAt(at) == '-' && isWord(peek(at + 1))))) {
            at++;
        }
        return at;
    }

    /** Whether a name in quotes of any kind and a colon stand here. */
    boolean isQuotedName(int at) {
        if (!Quotes.is(peek(at))) {
            return false;
        }
        String closers = Quotes.closers(text.charAt(at));
        int limit = Math.min(text.length(), at + FAR);
        for (int i = at + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (closers.indexOf(c) >= 0) {
                return i > at + 1 && peek(blanks(i + 1)) == ':';
            } else if (!isWord(c) && " -./".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    /** Whether a name without quotes and a colon stand here. */
    boolean isBareName(int at) {
        int end = word(at);
        return end > at && end - at < FAR && peek(blanks(end)) == ':';
    }

    boolean isName(int at) {
        return isQuotedName(at) || isBareName(at);
    }

    /** Whether a name stands here that lacks a quote, or a name in quotes that lacks its colon. */
    private boolean isBrokenName(int at) {
        boolean quote = Quotes.is(peek(at));
        int start = quote ? at + 1 : at;
        int end = word(start);
        if (end == start || end - start > FAR) {
            return false;
        } else if (!quote) {
            return peek(end) == '"' && peek(blanks(end + 1)) == ':';
        } else if (peek(blanks(end)) == ':') {
            return true;
        }
        boolean closed = end < text.length() && Quotes.closers(text.charAt(at)).indexOf(text.charAt(end)) >= 0;
        return closed && isValue(blanks(end + 1));
    }

    /** Whether a value begins here that is no text without quotes. */
    boolean isValue(int at) {
        int c = peek(at);
        return Quotes.is(c) || isOpener(c) || (c >= '0' && c <= '9') || c == '-' || isJsonWord(at);
    }

    private boolean isJsonWord(int at) {
        int end = word(at);
        return end - at <= 5 && end > at && JSON_WORDS.contains(text.substring(at, end));
    }

    /** Whether what follows a comma continues an object or a list. */
    boolean continues(int next, boolean list) {
        int c = peek(next);
        if (c == END || isCloser(c)) {
            return true;
        }
        return list
                ? Quotes.is(c) || isOpener(c) || isWord(c) || c == '-' || c == '+' || c == '.' || c == '\u2026'
                : c == ',' || c == '.' || c == '\u2026' || isName(next) || isBrokenName(next);
    }

    /** Whether closing brackets that begin here are what they seem to be, by what follows them. */
    boolean closersEnd(int from, int depth) {
        int at = from;
        int count = 0;
        int last = from;
        while (isCloser(peek(at))) {
            last = at;
            count++;
            at = blanks(at + 1);
        }
        int c = peek(at);
        if (c == END || c == ',' || isOpener(c) || isComment(at) || newLine(last, at)) {
            return true;
        }
        return count >= depth ? !Quotes.is(c) : isName(at);
    }

    /** Whether a word stands right behind a value, with no blank between, as in no text but Chinese and the like. */
    boolean isGlued(int end) {
        int c = peek(end);
        return c < 0x80 && isWord(c);
    }

    /** Whether the next bracket closes something: then a value before it has ended too early. */
    boolean closesEarly(int from) {
        for (int at = from; !ends(at); at++) {
            char c = text.charAt(at);
            if (isCloser(c) || isOpener(c)) {
                return isCloser(c);
            }
        }
        return false;
    }

    /** The word, the string or else the single character that begins here, to be shown. */
    Span here(int at) {
        if (at >= text.length()) {
            return source.span(text.length(), text.length());
        }
        int end = Math.max(word(at), dots(at));
        if (end == at && Quotes.is(text.charAt(at))) {
            int limit = Math.min(text.length(), at + FAR);
            int i = at + 1;
            while (i < limit
                    && text.charAt(i) != '\n'
                    && Quotes.closers(text.charAt(at)).indexOf(text.charAt(i)) < 0) {
                i++;
            }
            end = i < limit && text.charAt(i) != '\n' ? i + 1 : at + 1;
        }
        return source.span(at, end == at ? text.offsetByCodePoints(at, 1) : end);
    }

    /** The offset after dots that stand for something; of a single one, where it is. */
    int dots(int at) {
        int end = at;
        while (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == '\u2026')) {
            end++;
        }
        return end > at + 1 || (end > at && text.charAt(at) == '\u2026') ? end : at;
    }

    Unclear expected(String what, int at) {
        Span here = here(at);
        String got;
        if (dots(at) > at) {
            return unclear(at, dots(at), "something is left out here");
        } else if (here.text().isEmpty()) {
            got = "the end of the text";
        } else if (fenced && ends(at)) {
            got = "the end of the code fence";
        } else {
            got = Quoted.of(here.text());
        }
        return new Unclear(here, "expected " + what + ", got " + got);
    }

    Unclear unclear(int from, int to, String problem) {
        return new Unclear(source.span(from, Math.min(to, text.length())), problem);
    }

    Source source() {
        return source;
    }

    String text() {
        return text;
    }
}
