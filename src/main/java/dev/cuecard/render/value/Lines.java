package dev.cuecard.render.value;

import java.util.ArrayList;
import java.util.List;

/** Texts by their lines, which end at LF or CR LF. */
public final class Lines {

    private Lines() {}

    /** Every line after the first with {@code indent} before it, but empty ones. */
    public static String hang(String text, String indent) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16 * indent.length());
        out.append(text, 0, end + 1);
        indented(text, end + 1, indent, out);
        return out.toString();
    }

    /** Every line with {@code indent} before it, but empty ones. */
    public static String indent(String text, String indent) {
        StringBuilder out = new StringBuilder(text.length() + 16 * indent.length());
        indented(text, 0, indent, out);
        return out.toString();
    }

    private static void indented(String text, int from, String indent, StringBuilder out) {
        int start = from;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            char first = text.charAt(start);
            boolean empty = first == '\n' || (first == '\r' && end == start + 1);
            out.append(empty ? "" : indent).append(text, start, next);
            start = next;
        }
    }

    /** The number of lines that {@link #indent} looks at. */
    public static long count(String text) {
        return text.chars().filter(c -> c == '\n').count() + 1;
    }

    /** The lines without their ends; a last newline makes no further line. */
    public static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            int cut = end > start && text.charAt(end - 1) == '\r' ? end - 1 : stop;
            lines.add(text.substring(start, cut));
            start = stop + 1;
        }
        return lines;
    }

    /** The text less one final LF or CR LF. */
    static String withoutFinalNewline(String text) {
        if (!text.endsWith("\n")) {
            return text;
        }
        return text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
    }
}
