package dev.cuecard.syntax.antlr;

import dev.cuecard.syntax.antlr.Brackets.Kind;
import dev.cuecard.syntax.antlr.Brackets.Open;
import org.antlr.v4.runtime.CharStream;

/** Scans texts by hand: ANTLR's automaton remembers only ASCII, and texts are long. */
abstract class TextLexer extends BracketLexer {

    private final int[] searched = {Integer.MAX_VALUE, Integer.MAX_VALUE};
    private final int[] found = {-1, -1};

    TextLexer(CharStream input) {
        super(input);
    }

    /** Goes on with what begins with a quote at {@link #at}. */
    final void openText() {
        char quote = text.charAt(at);
        boolean two = charAt(at + 1) == quote;
        if (two && charAt(at + 2) == quote) {
            openBlock(quote == '"');
        } else if (mending && isBlockOf(two ? 2 : 1)) {
            faults.found(Fault.QUOTES, at, at + (two ? 2 : 1), at);
            int end = closingQuotes(lineEnd(at) + 1, String.valueOf(quote).repeat(3));
            add(make(CuecardLexer.TEXT, at, end + 3).repair());
        } else if (quote == '"') {
            openString();
        } else {
            rawString();
        }
    }

    /** Whether one or two quotes end a line, and what follows is the text and the end of a block. */
    private boolean isBlockOf(int count) {
        int next = lineEnd(at) + 1;
        if (!LineScan.isBlankFrom(text, at + count)
                || next >= text.length()
                || LineScan.looksLikeDeclaration(text, next)) {
            return false;
        }
        String quotes = String.valueOf(text.charAt(at)).repeat(3);
        return tornAt(at, quotes) == Integer.MAX_VALUE;
    }

    private void openString() {
        int start = at;
        int stop = TextScan.stopInString(text, start + 1);
        if (charAt(stop) == '"') {
            add(CuecardLexer.TEXT, start, stop + 1);
        } else if (charAt(stop) == '{') {
            add(CuecardLexer.QUOTE, start, start + 1);
            open(Kind.STRING, start, start + 1);
        } else {
            unclosedString(start, start + 1, stop);
        }
    }

    private void rawString() {
        int start = at;
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != '\'' && text.charAt(end) != '\n') {
            end++;
        }
        if (charAt(end) == '\'') {
            add(CuecardLexer.TEXT, start, end + 1);
        } else {
            unclosedString(start, start + 1, end);
        }
    }

    /** A string whose literal text, from {@code from} on, runs into the end of its line. */
    private void unclosedString(int start, int from, int lineEnd) {
        int outer = open.innermostText();
        if (outer >= 0 && open.at(outer).kind() == Kind.STRING && text.charAt(start) == '"') {
            // "… {{ name": the quote was meant to close the string around the tag.
            reportOpen(lineEnd);
            closeDownTo(outer + 1);
            open.pop();
            add(CuecardLexer.UNQUOTE, start, start + 1);
            return;
        }
        faults.found(Fault.STRING_OPEN, start, start + 1, lineEnd);
        add(make(CuecardLexer.TEXT, start, endOfUnclosed(from, lineEnd)).repair());
        closeLine(start);
    }

    /**
     * Where an unclosed string ends: before the brace that ends its line and opens a block, if there is one, and before
     * what closes the brackets that are opened on its line.
     */
    private int endOfUnclosed(int from, int lineEnd) {
        int end = beforeBlanks(from, lineEnd);
        if (end > from + 1 && text.charAt(end - 1) == '{' && text.charAt(end - 2) == ' ') {
            return end - 2;
        }
        int line = lineStart(from);
        int n = 0;
        while (n < open.size() && open.at(n).start() < line) {
            n++;
        }
        for (int place = end; n < open.size(); n++) {
            String closing = switch (open.at(n).kind()) {
                case PAREN -> ")";
                case BRACKET -> "]";
                case BRACE, BLOCK -> "}";
                case TAG -> "}}";
                case STRING, TEXT_BLOCK -> "\"";
            };
            place = beforeBlanks(from, place) - closing.length();
            if (place < from || !text.startsWith(closing, place)) {
                break;
            }
            end = beforeBlanks(from, place);
        }
        return end;
    }

    private int beforeBlanks(int from, int end) {
        int i = end;
        while (i > from && text.charAt(i - 1) <= ' ') {
            i--;
        }
        return i;
    }

    /** Closes the brackets and tags that were opened on the line of {@code place}. */
    private void closeLine(int place) {
        int line = lineStart(place);
        while (!open.isEmpty()
                && open.top().start() >= line
                && !open.top().kind().isBrace()) {
            closeDownTo(open.size() - 1);
        }
    }

    private void openBlock(boolean tags) {
        int start = at;
        int from = start + 3;
        String quotes = text.substring(start, from);
        int outer = open.innermostText();
        if (tags && outer >= 0 && LineScan.afterBlanks(text, lineStart(start)) == start) {
            // The line closes the block around the tag that is open.
            reportOpen(start);
            closeDownTo(outer + 1);
            open.pop();
            add(CuecardLexer.UNQUOTE, start, from);
            return;
        }
        if (!LineScan.isBlankFrom(text, from)) {
            int word = LineScan.afterBlanks(text, from);
            int lineEnd = lineEnd(from);
            int end = text.indexOf(quotes, from);
            boolean closed = end >= 0 && end < lineEnd;
            faults.found(Fault.TEXT_AFTER_QUOTES, word, closed ? Math.max(end, word + 1) : lineEnd, start);
            if (closed) {
                add(make(CuecardLexer.TEXT, start, end + 3).repair());
                return;
            }
        } else {
            from = Math.min(lineEnd(from) + 1, text.length());
        }
        int torn = tornAt(start, quotes);
        if (torn != Integer.MAX_VALUE) {
            faults.found(Fault.BLOCK_OPEN, start, start + 3, torn);
        }
        if (tags) {
            openBlockWithTags(start, from, torn);
        } else {
            int end = torn == Integer.MAX_VALUE ? closingQuotes(from, quotes) : torn;
            Lexeme token = make(CuecardLexer.TEXT, start, torn == Integer.MAX_VALUE ? end + 3 : end);
            add(torn == Integer.MAX_VALUE ? token : token.repair());
            first = torn != Integer.MAX_VALUE;
        }
    }

    private void openBlockWithTags(int start, int from, int torn) {
        int stop = TextScan.stopInBlock(text, from, torn);
        if (torn == Integer.MAX_VALUE && charAt(stop) == '"') {
            add(CuecardLexer.TEXT, start, stop + 3);
        } else {
            add(CuecardLexer.QUOTE, start, start + 3);
            at = from;
            open(Kind.TEXT_BLOCK, start, start + 3, torn);
        }
    }

    /**
     * Where a block is to be taken for unclosed: the greatest integer when it has closing quotes, and no line before
     * them that opens a text where the block's own line is. A raw block may hold such lines.
     */
    private int tornAt(int opener, String quotes) {
        int from = Math.min(lineEnd(opener) + 1, text.length());
        int close = closingQuotes(from, quotes);
        boolean raw = quotes.charAt(0) == '\'';
        if (raw && close >= 0) {
            return Integer.MAX_VALUE;
        }
        int indentation = indentation(opener);
        int torn = LineScan.openingLine(text, from, close < 0 ? text.length() : close, indentation);
        if (torn >= 0) {
            return mending ? Math.min(torn, LineScan.nextDeclaration(text, opener, indentation)) : torn;
        } else if (close >= 0 && !mending) {
            return Integer.MAX_VALUE;
        }
        int next = LineScan.nextDeclaration(text, opener, indentation);
        return close >= 0 && close < next ? Integer.MAX_VALUE : next;
    }

    /** The closing quotes from a line on, or -1; what was found is remembered for each of the two kinds. */
    private int closingQuotes(int from, String quotes) {
        int kind = quotes.charAt(0) == '\'' ? 1 : 0;
        if (from < searched[kind] || (found[kind] >= 0 && from > found[kind])) {
            searched[kind] = from;
            found[kind] = LineScan.closingQuotes(text, from, quotes);
        }
        return found[kind];
    }

    /** Goes on in the text that is open. */
    final void textOrTag() {
        Open text = open.top();
        boolean block = text.kind() == Kind.TEXT_BLOCK;
        int stop = block ? TextScan.stopInBlock(this.text, at, text.limit()) : TextScan.stopInString(this.text, at);
        if (stop > at) {
            add(CuecardLexer.CHUNK, at, stop);
        }
        if (block && stop >= text.limit()) {
            closeDownTo(open.size() - 1);
            first = true;
        } else if (charAt(stop) == '"') {
            open.pop();
            add(CuecardLexer.UNQUOTE, stop, stop + (block ? 3 : 1));
        } else if (charAt(stop) == '{') {
            openTag(stop);
        } else {
            reportOpen(stop);
            closeDownTo(open.size() - 1);
            closeLine(text.start());
        }
    }

    private void openTag(int start) {
        int end = start + 2;
        int foreign = endOfForeignTag(start);
        if (foreign >= 0) {
            faults.found(Fault.FOREIGN_TAG, start, foreign, start);
            at = foreign;
            return;
        }
        char sign = charAt(end);
        if (sign == '-' && charAt(end + 1) <= ' ') {
            faults.found(Fault.FOREIGN_SIGN, end, end + 1, start);
            end++;
        } else if (sign == '~') {
            end++;
        }
        add(CuecardLexer.TAG_OPEN, start, end);
        open(Kind.TAG, start, end);
    }

    /** The end of a tag that begins as only those of other languages do, or -1. */
    private int endOfForeignTag(int start) {
        int sign = start + 2;
        char next = charAt(sign + 1);
        boolean foreign = switch (charAt(sign)) {
            case '#', '^', '>', '&' -> true;
            case '/' -> next != '/' && next != '*';
            case '!' -> next == '-' || next <= ' ';
            default -> false;
        };
        if (!foreign) {
            return -1;
        }
        int lineEnd = lineEnd(start);
        int close = text.indexOf("}}", start);
        return close >= 0 && close < lineEnd ? close + 2 : lineEnd;
    }

    /** In a tag and in no bracket of it: ends the tag if it ends here. */
    final boolean closesTag() {
        int braces = at;
        char c = charAt(at);
        if (c == '~' || (c == '-' && charAt(at + 1) == '}')) {
            braces++;
        }
        if (charAt(braces) != '}') {
            return false;
        }
        if (charAt(braces + 1) != '}') {
            if (braces > at) {
                return false;
            }
            reportOpen(at);
            open.pop();
            add(make(CuecardLexer.TAG_CLOSE, at, at + 1).repair());
            return true;
        }
        if (c == '-') {
            faults.found(Fault.FOREIGN_SIGN, at, at + 1, at);
        }
        open.pop();
        add(CuecardLexer.TAG_CLOSE, at, braces + 2);
        return true;
    }
}
