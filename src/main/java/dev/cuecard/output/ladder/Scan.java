package dev.cuecard.output.ladder;

/** Steps over parts of a text. */
public final class Scan {

    private Scan() {}

    /** The offset after the white space of JSON. */
    public static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** The offset after a run of one character. */
    static int run(String text, int from, char c) {
        int at = from;
        while (at < text.length() && text.charAt(at) == c) {
            at++;
        }
        return at;
    }

    /** The offset after the first {@code open} bracket and all up to its partner, or the end of the text. */
    static int balanced(String text, int from) {
        int depth = 0;
        boolean string = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (string) {
                if (c == '\\') {
                    at++;
                } else if (c == '"') {
                    string = false;
                }
            } else if (c == '"') {
                string = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return at + 1;
            }
        }
        return text.length();
    }
}
