package dev.cuecard.diagnostic;

import java.util.Locale;

/** How a character looks in a message: what does not show, or moves what does, is shown as an escape. */
public final class Visible {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Visible() {}

    /** A text of one line in which every character shows. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        append(out, text);
        return out.toString();
    }

    /** A text of several lines in which every character shows but those that part lines and columns: LF and tab. */
    public static String lines(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '\n' || c == '\t') {
                out.append((char) c);
            } else if (c != '\r' || !text.startsWith("\n", i + 1)) {
                out.append(character(c, before));
            }
            before = c;
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, String text) {
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            out.append(character(c, before));
            before = c;
            i += Character.charCount(c);
        }
    }

    /**
     * One code point as it is shown.
     *
     * @param before the code point before it, or 0: a joiner belongs to the scripts and pictures it joins and is noise
     *     elsewhere
     */
    static String character(int c, int before) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case ZERO_WIDTH_JOINER, ZERO_WIDTH_NON_JOINER ->
                before < 0x80 || isHidden(before) ? escape(c) : Character.toString(c);
            default -> isHidden(c) ? escape(c) : Character.toString(c);
        };
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String escape(int c) {
        return String.format(Locale.ROOT, c > 0xFFFF ? "\\u{%x}" : "\\u%04x", c);
    }
}
