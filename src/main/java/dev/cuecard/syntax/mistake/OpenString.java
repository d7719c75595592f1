package dev.cuecard.syntax.mistake;

/** Which string of a line with an odd number of quotes is the one that is never closed. */
final class OpenString {

    private OpenString() {}

    /**
     * The place of the quote that opens a string which is closed only where another begins or a word goes on, or -1.
     *
     * @param line the line, of which nothing is told if it holds tags: quotes nest in them
     * @param end the place of the quote that is open at the end of the line
     */
    static int on(String line, int end) {
        if (line.contains("{{")) {
            return -1;
        }
        int at = 0;
        while (at < end) {
            char c = line.charAt(at);
            if (c != '"' && c != '\'') {
                at++;
                continue;
            }
            int length = length(line, at);
            int after = at + length + 1;
            if (length > 0 && after < line.length() && isWord(line.charAt(after))) {
                return at;
            }
            at = length > 0 ? after : end;
        }
        return -1;
    }

    /** How far behind an opening quote its closing one stands, or 0. */
    static int length(String line, int open) {
        char quote = line.charAt(open);
        for (int i = open + 1; i < line.length(); i++) {
            if (line.charAt(i) == quote) {
                return i - open;
            } else if (line.charAt(i) == '\\' && quote == '"') {
                i++;
            }
        }
        return 0;
    }

    /** Where the only quote of the other kind ends what may be a string, or -1. */
    static int otherQuote(String rest, char quote) {
        char other = quote == '"' ? '\'' : '"';
        int at = rest.indexOf(other);
        boolean only = at >= 0 && rest.indexOf(other, at + 1) < 0;
        return only && (at + 1 == rest.length() || !isWord(rest.charAt(at + 1))) ? at : -1;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }
}
