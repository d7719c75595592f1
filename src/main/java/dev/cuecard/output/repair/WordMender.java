package dev.cuecard.output.repair;

import dev.cuecard.diagnostic.Quoted;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Mends what stands without quotes: numbers, words, texts and names. */
final class WordMender {

    private static final Set<String> JSON = Set.of("true", "false", "null");
    private static final Map<String, String> PYTHON = Map.of("True", "true", "False", "false", "None", "null");

    /** Words that are values somewhere, and of which nobody knows whether they are meant as texts. */
    private static final Set<String> UNCLEAR =
            Set.of("true", "false", "null", "none", "nil", "undefined", "nan", "inf", "infinity", "void", "nothing");

    private final Look look;
    private final String text;
    private final Steps steps;

    WordMender(Look look, Steps steps) {
        this.look = look;
        this.text = look.text();
        this.steps = steps;
    }

    /** Mends a number, and gives the offset after it. */
    int number(int start) throws Unclear {
        int at = start;
        char sign = text.charAt(at);
        if (sign == '-' || sign == '+') {
            at++;
        }
        int first = at;
        int whole = digits(at);
        at = whole;
        if (whole > first && look.peek(at) == '.') {
            int fraction = digits(at + 1);
            at = fraction == at + 1 ? first : fraction;
        }
        if (at > first && (look.peek(at) == 'e' || look.peek(at) == 'E')) {
            int power = look.peek(at + 1) == '-' || look.peek(at + 1) == '+' ? at + 2 : at + 1;
            int end = digits(power);
            at = end == power ? first : end;
        }
        if (at == first || !ends(at)) {
            int stop = Math.max(first, start + 1);
            while (!look.ends(stop) && !Look.isBlank(look.peek(stop)) && ",]}".indexOf(look.peek(stop)) < 0) {
                stop++;
            }
            String got = Quoted.of(text.substring(start, stop));
            throw look.unclear(start, stop, "expected a number, got " + got);
        }
        if (sign == '+') {
            steps.put(Mend.Kind.PLUS_SIGN, "a plus in front of a number left out", "", start, start + 1);
        } else if (sign == '-') {
            steps.copy(start, first);
        }
        int significant = first;
        while (significant + 1 < whole && text.charAt(significant) == '0') {
            significant++;
        }
        if (significant > first) {
            if (isThousands(first, whole)) {
                throw thousands(first, whole);
            }
            steps.put(Mend.Kind.LEADING_ZERO, "zeros in front of a number left out", "", first, significant);
        }
        steps.copy(significant, at);
        return at;
    }

    private boolean ends(int at) {
        int c = look.peek(at);
        return !Look.isWord(c) && (".%'+-/:".indexOf(c) < 0 || (c == '/' && look.isComment(at)));
    }

    private int digits(int from) {
        int at = from;
        while (isDigit(at)) {
            at++;
        }
        return at;
    }

    /** Whether three digits stand right behind a number and a comma. */
    private boolean isThousands(int start, int end) {
        return end - start == 3 && start > 1 && text.charAt(start - 1) == ',' && isDigit(start - 2);
    }

    private Unclear thousands(int start, int end) {
        return look.unclear(start, end, "these may belong to the number before the comma");
    }

    private boolean isDigit(int at) {
        return look.peek(at) >= '0' && look.peek(at) <= '9';
    }

    /**
     * Mends a word or a text without quotes.
     *
     * @param texts whether texts may stand here
     * @param words whether of several words
     * @return the offset after it
     */
    int word(int start, boolean texts, boolean words, int depth) throws Unclear {
        int end = look.word(start);
        String word = text.substring(start, end);
        boolean alone = !(look.peek(end) == ' ' && Look.isWord(look.peek(end + 1))) && look.peek(end) != '.';
        if (alone && JSON.contains(word)) {
            steps.copy(start, end);
            return end;
        } else if (alone && PYTHON.containsKey(word)) {
            steps.put(
                    Mend.Kind.PYTHON_WORD,
                    Quoted.of(word) + " read as `" + PYTHON.get(word) + "`",
                    PYTHON.get(word),
                    start,
                    end);
            return end;
        } else if (UNCLEAR.contains(word.toLowerCase(Locale.ROOT)) || !texts) {
            throw look.expected("a value", start);
        }
        return bare(start, words, depth);
    }

    private int bare(int start, boolean words, int depth) throws Unclear {
        int end = look.word(start);
        while (true) {
            int c = look.peek(end);
            boolean within = ".@'\u2019".indexOf(c) >= 0 || (words && c == ' ');
            if (!within || !Look.isWord(look.peek(end + 1))) {
                break;
            }
            end = look.word(end + 1);
        }
        int next = look.blanks(end);
        int c = look.peek(next);
        boolean closed = c == '"' && next == end && words && closesObject(look.blanks(next + 1), depth);
        boolean ends = c == ','
                ? look.continues(look.skip(next + 1), !words)
                : Look.isCloser(c) || look.isComment(next) || look.newLine(end, next) || (c == Look.END && next > end);
        if (closed) {
            steps.quote("an opening quote added", start);
            steps.put("\"", start, start);
            steps.copy(start, end + 1);
            return end + 1;
        } else if (!ends) {
            throw c == Look.END
                    ? look.unclear(start, end, "the text ends within a value")
                    : look.expected("a value", start);
        }
        steps.note(Mend.Kind.BARE_TEXT, "a text without quotes", start, end);
        steps.put("\"", start, start);
        steps.copy(start, end);
        steps.put("\"", end, end);
        return end;
    }

    private boolean closesObject(int next, int depth) {
        int c = look.peek(next);
        return c == ',' ? look.continues(look.skip(next + 1), false) : Look.isCloser(c) && look.closersEnd(next, depth);
    }

    /** Mends a name without quotes, or without the first of them, and gives the offset after it. */
    int name(int start) throws Unclear {
        int end = look.word(start);
        if (look.peek(end) == '"' && look.peek(look.blanks(end + 1)) == ':') {
            steps.quote("an opening quote added", start);
            steps.put("\"", start, start);
            steps.copy(start, end + 1);
            return end + 1;
        } else if (end == start || look.peek(look.blanks(end)) != ':') {
            throw isThousands(start, digits(start))
                    ? thousands(start, end)
                    : look.expected("a name in double quotes", start);
        }
        steps.note(Mend.Kind.BARE_NAME, "a name without quotes", start, end);
        steps.put("\"", start, start);
        steps.copy(start, end);
        steps.put("\"", end, end);
        return end;
    }
}
