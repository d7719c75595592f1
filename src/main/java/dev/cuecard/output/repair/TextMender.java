package dev.cuecard.output.repair;

/** Writes what stands between the quotes of a string: its escapes, and what should have been escaped. */
final class TextMender {

    private final Look look;
    private final String text;
    private final Steps steps;

    /** A backslash that stands for itself, and one that escapes; both in one string is more than can be known. */
    private int plain = -1;

    private int escape = -1;

    TextMender(Look look, Steps steps) {
        this.look = look;
        this.text = look.text();
        this.steps = steps;
    }

    void write(int open, int end) throws Unclear {
        int from = open + 1;
        int at = from;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '\\') {
                steps.copy(from, at);
                at = escape(at, end);
                from = at;
            } else if (c == '"') {
                steps.copy(from, at);
                steps.put("\\", at, at);
                from = at++;
            } else if (c < ' ') {
                steps.copy(from, at);
                control(at);
                from = ++at;
            } else {
                at++;
            }
        }
        steps.copy(from, end);
        if (plain >= 0 && escape >= 0) {
            throw bad(plain);
        }
    }

    private void control(int at) {
        char c = text.charAt(at);
        String kind = c == '\n' || c == '\r' ? "a line break" : c == '\t' ? "a tab" : "a control character";
        String marks = switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", (int) c);
        };
        boolean rest = c == '\n' && text.charAt(at - 1) == '\r';
        if (rest) {
            steps.put(marks, at, at + 1);
        } else {
            steps.put(
                    Mend.Kind.CONTROL_CHARACTER, kind + " inside a string read as part of its text", marks, at, at + 1);
        }
    }

    private int escape(int at, int end) throws Unclear {
        if (at + 1 >= end) {
            throw bad(at);
        }
        char c = text.charAt(at + 1);
        if (c == '"') {
            steps.copy(at, at + 2);
            return at + 2;
        } else if (Quotes.is(c)) {
            steps.put(Mend.Kind.BAD_ESCAPE, "a backslash before a quote left out", "", at, at + 1);
            steps.copy(at + 1, at + 2);
            return at + 2;
        } else if ("\\/bfnrt".indexOf(c) >= 0) {
            escape = at;
            steps.copy(at, at + 2);
            return at + 2;
        } else if (c == 'u') {
            escape = at;
            int stop = digits(at + 2, 4);
            if (stop < at + 6 || stop > end) {
                throw look.unclear(at, Math.min(stop, end), "expected four hexadecimal digits after `\\u`");
            }
            steps.copy(at, stop);
            return stop;
        } else if (isAmbiguous(at, c)) {
            throw bad(at);
        }
        plain = at;
        steps.put(Mend.Kind.BAD_ESCAPE, "a backslash that escapes nothing read as one", "\\\\", at, at + 1);
        return at + 1;
    }

    /** Whether other languages know this escape, or people may mean the backslash or not. */
    private boolean isAmbiguous(int at, char c) {
        if (c == 'x') {
            return digits(at + 2, 2) == at + 4;
        } else if (c == 'U') {
            return digits(at + 2, 8) == at + 10;
        } else if (c == 'a' || c == 'v' || c == 'e' || c == 'N') {
            return !Character.isLetter((char) Math.max(' ', look.peek(at + 2)));
        }
        return !Character.isLetter(c);
    }

    private int digits(int from, int most) {
        int at = from;
        while (at < text.length() && at < from + most && Character.digit(text.charAt(at), 16) >= 0) {
            at++;
        }
        return at;
    }

    private Unclear bad(int at) {
        int stop = Math.min(text.length(), at + 2);
        return look.unclear(at, stop, "expected an escape such as `\\n`, got `" + text.substring(at, stop) + "`");
    }
}
