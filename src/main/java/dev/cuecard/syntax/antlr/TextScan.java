package dev.cuecard.syntax.antlr;

/** Finds the ends of the parts of a text. Two opening braces are special in text, and a backslash before little else. */
public final class TextScan {

    private TextScan() {}

    /** The length of the run of a character that begins at {@code at}. */
    static int run(String text, int at, char c) {
        int i = at;
        while (i < text.length() && text.charAt(i) == c) {
            i++;
        }
        return i - at;
    }

    /** Whether exactly two opening braces stand at {@code at}. */
    public static boolean isTwoBraces(String text, int at) {
        return run(text, at, '{') == 2;
    }

    /**
     * The offset at which literal text in a one-line string stops: at a closing quote, a tag, or the end of the line or
     * the file.
     */
    static int stopInString(String text, int from) {
        int i = from;
        while (i < text.length()) {
            switch (text.charAt(i)) {
                case '"', '\n' -> {
                    return i;
                }
                case '\\' -> i = afterBackslashInString(text, i);
                case '{' -> {
                    int run = run(text, i, '{');
                    if (run >= 2) {
                        return i + run - 2;
                    }
                    i++;
                }
                default -> i++;
            }
        }
        return i;
    }

    private static int afterBackslashInString(String text, int at) {
        if (isTwoBraces(text, at + 1)) {
            return at + 3;
        }
        boolean ends = at + 1 == text.length() || text.charAt(at + 1) == '\n' || text.charAt(at + 1) == '{';
        return ends ? at + 1 : at + 2;
    }

    /**
     * The offset at which literal text in a text block stops: at the closing quotes, a tag, the end of the file or
     * {@code limit}.
     */
    static int stopInBlock(String text, int from, int limit) {
        int end = Math.min(limit, text.length());
        int i = from;
        if (i < end && i > 0 && text.charAt(i - 1) == '\n') {
            int head = LineScan.afterBlanks(text, i);
            if (text.startsWith("\"\"\"", head)) {
                return Math.min(head, end);
            }
        }
        while (i < end) {
            switch (text.charAt(i)) {
                case '\n' -> {
                    i++;
                    int head = LineScan.afterBlanks(text, i);
                    if (text.startsWith("\"\"\"", head)) {
                        return Math.min(head, end);
                    }
                }
                case '\\' -> i = afterBackslashInBlock(text, i);
                case '{' -> {
                    int run = run(text, i, '{');
                    if (run >= 2) {
                        return i + run - 2;
                    }
                    i++;
                }
                default -> i++;
            }
        }
        return end;
    }

    private static int afterBackslashInBlock(String text, int at) {
        if (isTwoBraces(text, at + 1)) {
            return at + 3;
        } else if (text.startsWith("\"\"\"", at + 1)) {
            return at + 4;
        } else if (text.startsWith("\\", at + 1) && isTwoBraces(text, at + 2)) {
            return at + 2;
        }
        return at + 1;
    }
}
