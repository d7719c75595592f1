package dev.cuecard.data;

import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The strings, numbers and words of a JSON text, read one by one. */
final class JsonScanner {

    static final int MOST_DIGITS = 10_000;
    static final int MOST_EXPONENT = 9_999;

    /** What {@link #peek} says at the end. */
    static final int END = -1;

    private final Source source;
    private final String text;
    private final int end;
    private int at;

    JsonScanner(Span part) {
        this.source = part.source();
        this.text = source.text();
        this.at = part.start();
        this.end = part.end();
    }

    Source source() {
        return source;
    }

    int at() {
        return at;
    }

    /** The unit here, or {@link #END}. */
    int peek() {
        return at < end ? text.charAt(at) : END;
    }

    void skip() {
        at++;
    }

    void skipBlanks() {
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** {@code true}, {@code false} or {@code null}, or nothing read and null. */
    @Nullable
    Json word() {
        int stop = wordEnd(at);
        Json value = switch (text.substring(at, stop)) {
            case "true" -> Json.of(true);
            case "false" -> Json.of(false);
            case "null" -> Json.nil();
            default -> null;
        };
        if (value != null) {
            at = stop;
        }
        return value;
    }

    private int wordEnd(int from) {
        int stop = from;
        while (stop < end && (Character.isLetterOrDigit(text.charAt(stop)) || text.charAt(stop) == '_')) {
            stop++;
        }
        return stop;
    }

    /** A number; stands on its first unit. */
    Json number() throws JsonFailure {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int first = at;
        int digits = digits(start);
        if (digits > 1 && text.charAt(first) == '0') {
            throw at(start, numberEnd(), "expected a number without leading zeros, got " + got(start, numberEnd()));
        }
        if (peek() == '.') {
            at++;
            digits += digits(start);
        }
        if (digits > MOST_DIGITS) {
            throw at(start, at, String.format(Locale.ROOT, "a number of more than %,d digits", MOST_DIGITS));
        }
        if (peek() == 'e' || peek() == 'E') {
            exponent(start);
        }
        if (numberEnd() > at) {
            throw at(start, numberEnd(), "expected a number, got " + got(start, numberEnd()));
        }
        return Json.of(new BigDecimal(text.substring(start, at)));
    }

    private void exponent(int start) throws JsonFailure {
        at++;
        if (peek() == '+' || peek() == '-') {
            at++;
        }
        int first = at;
        int digits = digits(start);
        while (digits > 1 && text.charAt(first) == '0') {
            first++;
            digits--;
        }
        // Four digits are at most 9,999.
        if (digits > Integer.toString(MOST_EXPONENT).length()) {
            throw at(start, at, String.format(Locale.ROOT, "a number with an exponent beyond ±%,d", MOST_EXPONENT));
        }
    }

    /** Reads at least one digit. */
    private int digits(int start) throws JsonFailure {
        int first = at;
        while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == first) {
            String expected = "expected a digit after " + got(start, at);
            if (at == end) {
                throw failure(start, at, expected, true, List.of());
            }
            throw at(start, at, expected + ", got " + gotHere());
        }
        return at - first;
    }

    private int numberEnd() {
        int stop = at;
        while (stop < end && (wordEnd(stop) > stop || text.charAt(stop) == '.' || text.charAt(stop) == '+')) {
            stop++;
        }
        return stop;
    }

    /** A string; stands on its opening quote. */
    String string() throws JsonFailure {
        int quote = at++;
        int from = at;
        StringBuilder out = null;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '"') {
                String rest = text.substring(from, at++);
                return out == null ? rest : out.append(rest).toString();
            } else if (c == '\\') {
                out = out == null ? new StringBuilder() : out;
                out.append(text, from, at).append(escape(quote));
                from = at;
            } else if (c < ' ') {
                throw control(quote, c);
            } else {
                at++;
            }
        }
        throw unclosed(quote);
    }

    private JsonFailure control(int quote, char c) {
        if (text.substring(at, end).isBlank()) {
            return unclosed(quote);
        }
        String problem = switch (c) {
            case '\n', '\r' -> "a line break in a string, where JSON has `\\n`";
            case '\t' -> "a tab in a string, where JSON has `\\t`";
            default -> String.format("a control character in a string, where JSON has `\\u%04x`", (int) c);
        };
        Label string = new Label(source.span(quote, quote + 1), "the string begins here");
        return failure(at, at + 1, problem, false, List.of(string));
    }

    private JsonFailure unclosed(int quote) {
        return failure(quote, quote + 1, "this string is never closed", true, List.of());
    }

    private char escape(int quote) throws JsonFailure {
        int start = at++;
        if (at == end) {
            throw unclosed(quote);
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(quote, start);
            default -> {
                at = text.offsetByCodePoints(at - 1, 1);
                throw at(start, Math.min(at, end), "expected an escape such as `\\n`, got " + got(start, at));
            }
        };
    }

    private char unicode(int quote, int start) throws JsonFailure {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            if (at == end) {
                throw unclosed(quote);
            }
            int digit = Character.digit(text.charAt(at), 16);
            if (digit < 0 || text.charAt(at) > 'f') {
                throw at(start, at, "expected four hexadecimal digits after `\\u`, got " + gotHere());
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    /** A failure at what stands here, which is not what was expected. */
    JsonFailure expected(String what) {
        if (at >= end) {
            return failure(end, end, "expected " + what + ", got the end of the text", true, List.of());
        }
        int stop = hereEnd();
        return at(at, stop, "expected " + what + ", got " + gotHere());
    }

    /** A failure at a range of the text. */
    JsonFailure at(int from, int to, String problem) {
        return failure(from, to, problem, false, List.of());
    }

    JsonFailure failure(int from, int to, String problem, boolean unfinished, List<Label> related) {
        return new JsonFailure(new JsonReading.Malformed(source.span(from, to), problem, related, unfinished));
    }

    private String gotHere() {
        if (at >= end) {
            return "the end of the text";
        }
        int c = text.codePointAt(at);
        if (c == '\n' || c == '\r') {
            return "the end of the line";
        }
        // A blank that is none of JSON's does not show.
        if (c != ' ' && Character.isSpaceChar(c)) {
            return String.format(Locale.ROOT, "`\\u%04x`, a blank that is not one of JSON", c);
        }
        return got(at, hereEnd());
    }

    private String got(int from, int to) {
        return Quoted.of(text.substring(from, Math.min(to, end)));
    }

    /** The end of the word, comment mark, string or single character that begins here. */
    private int hereEnd() {
        int stop = wordEnd(at);
        if (stop > at) {
            return stop;
        }
        if (text.charAt(at) == '"') {
            int close = text.indexOf('"', at + 1);
            int line = text.indexOf('\n', at);
            return close > 0 && close < end && (line < 0 || close < line) ? close + 1 : at + 1;
        }
        if (text.startsWith("//", at) || text.startsWith("/*", at)) {
            return Math.min(at + 2, end);
        }
        return Math.min(text.offsetByCodePoints(at, 1), end);
    }
}
