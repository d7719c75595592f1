package dev.cuecard.output.repair;

/**
 * Mends strings. Where one ends is told by what follows its quote: a comma and a name, a bracket, a colon after a name.
 * Other quotes are part of its text, if they open and close in turn.
 */
final class StringMender {

    private final Look look;
    private final String text;
    private final Steps steps;

    StringMender(Look look, Steps steps) {
        this.look = look;
        this.text = look.text();
        this.steps = steps;
    }

    /**
     * Mends a string that is a value.
     *
     * @param open its opening quote
     * @param list whether it is an item
     * @param depth the brackets that are open
     * @return the offset after it
     */
    int value(int open, boolean list, int depth) throws Unclear {
        String closers = Quotes.closers(text.charAt(open));
        int inner = 0;
        int firstInner = open;
        for (int at = open + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '\n' && !list && inner == 0 && lineEnds(at)) {
                int end = look.ink(at);
                boolean comma = text.charAt(end - 1) == ',' && end - 1 > open;
                return unclosed(open, comma ? end - 1 : end, comma ? end - 1 : end);
            } else if (closers.indexOf(c) >= 0) {
                int ink = look.ink(at);
                if (closes(open, at, list, depth)) {
                    if (inner % 2 == 1) {
                        throw inner(firstInner);
                    }
                    write(open, at, at + 1, inner);
                    return at + 1;
                } else if (!list && inner == 0 && text.charAt(ink - 1) == ',' && look.isQuotedName(at)) {
                    return unclosed(open, ink - 1, ink - 1);
                } else if (!isApostrophe(at)) {
                    boolean item = list && inner % 2 == 0 && text.charAt(ink - 1) == ',';
                    if (item || !(inner % 2 == 0 ? opensInner(open, at) : closesInner(at))) {
                        throw look.expected(list ? "`,` or `]`" : "`,` or `}`", look.blanks(at + 1));
                    }
                    firstInner = inner == 0 ? at : firstInner;
                    inner++;
                }
            }
        }
        if (inner > 0) {
            throw inner(firstInner);
        }
        throw look.unclear(open, open + 1, "this string is never closed");
    }

    /**
     * Mends a name.
     *
     * @return the offset after it
     */
    int name(int open) throws Unclear {
        String closers = Quotes.closers(text.charAt(open));
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != '\n' && closers.indexOf(text.charAt(at)) < 0) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at < text.length() && closers.indexOf(text.charAt(at)) >= 0) {
            int next = look.blanks(at + 1);
            int c = look.peek(next);
            boolean simple = look.word(open + 1) == at;
            if (c == ':' || (simple && look.isValue(next) && !look.isQuotedName(next))) {
                boolean glued = next == at + 1 && c != ':' && !Look.isOpener(c);
                if (hasMarks(open + 1, at)) {
                    throw look.unclear(open, at + 1, "expected a name in double quotes, got more than a name");
                }
                if (!glued) {
                    write(open, at, at + 1, 0);
                    return at + 1;
                }
            }
        }
        int end = look.word(open + 1);
        if (end > open + 1 && look.peek(look.blanks(end)) == ':') {
            return unclosed(open, end, end);
        }
        throw at < text.length() && closers.indexOf(text.charAt(at)) >= 0
                ? look.expected("`:`", look.blanks(at + 1))
                : look.unclear(open, open + 1, "this string is never closed");
    }

    private boolean hasMarks(int from, int to) {
        for (int at = from; at < to; at++) {
            if (",:{}[]".indexOf(text.charAt(at)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private int unclosed(int open, int end, int next) throws Unclear {
        steps.quote("a closing quote added", end);
        write(open, end, end, 0);
        return next;
    }

    private Unclear inner(int quote) {
        return look.unclear(quote, quote + 1, "a quote in a string, where JSON has `\\\"`; it has no partner");
    }

    /** Whether a line ends within a string that has no quote at its end: a name or the last brackets follow. */
    private boolean lineEnds(int at) {
        int next = look.blanks(at);
        return look.isQuotedName(next) || (look.isTail(next) && text.charAt(look.ink(at) - 1) != ',');
    }

    private boolean closes(int open, int quote, boolean list, int depth) {
        int next = look.blanks(quote + 1);
        int c = look.peek(next);
        if (c == Look.END) {
            return true;
        } else if (Look.isCloser(c)) {
            return look.closersEnd(next, depth);
        } else if (c == ',') {
            return look.continues(look.skip(next + 1), list);
        } else if (look.isComment(next)) {
            return next > quote + 1 && plainComment(next);
        } else if (list) {
            boolean sameQuote = Quotes.is(c) && Quotes.closers((char) c).equals(Quotes.closers(text.charAt(open)));
            return next > quote + 1 && (sameQuote || Look.isOpener(c));
        }
        return look.isQuotedName(next) || (look.newLine(quote + 1, next) && look.isBareName(next));
    }

    /** Whether a comment follows a string, and not more of the string: there is no quote in it. */
    private boolean plainComment(int at) {
        for (int i = at; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (Quotes.is(text.charAt(i)) && !isApostrophe(i)) {
                return false;
            } else if (text.startsWith("*/", i)) {
                return true;
            }
        }
        return true;
    }

    private boolean isApostrophe(int at) {
        return Quotes.isApostrophe(text.charAt(at)) && isLetter(at - 1) && isLetter(at + 1);
    }

    private boolean opensInner(int open, int quote) {
        char before = text.charAt(quote - 1);
        boolean outside = quote - 1 == open || Look.isBlank(before) || "([{<-\u2013\u2014/=:,>".indexOf(before) >= 0;
        int next = look.peek(quote + 1);
        return outside && next >= 0 && !Look.isBlank(next) && "{}[],:".indexOf(next) < 0;
    }

    private boolean closesInner(int quote) {
        return !Look.isBlank(text.charAt(quote - 1)) && !isLetter(quote + 1);
    }

    private boolean isLetter(int at) {
        return Character.isLetterOrDigit(look.peek(at) < 0 ? ' ' : (char) look.peek(at));
    }

    /** Writes a string with the marks of JSON: its text from after the opening quote to {@code end}. */
    private void write(int open, int end, int after, int inner) throws Unclear {
        boolean closed = after > end;
        boolean odd = text.charAt(open) != '"' || (closed && text.charAt(end) != '"');
        if (odd) {
            steps.note(Mend.Kind.QUOTES, "other quotes read as those of JSON", open, after);
        }
        if (inner > 0) {
            steps.note(Mend.Kind.INNER_QUOTES, "quotes inside a string read as part of its text", open, after);
        }
        quote(open);
        new TextMender(look, steps).write(open, end);
        if (closed) {
            quote(end);
        } else {
            steps.put("\"", end, end);
        }
    }

    private void quote(int at) {
        if (text.charAt(at) == '"') {
            steps.copy(at, at + 1);
        } else {
            steps.put("\"", at, at + 1);
        }
    }
}
