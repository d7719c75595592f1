package dev.cuecard.diagnostic;

import java.util.List;

/**
 * A line of a source as an excerpt shows it: tabs as blanks, hidden characters as escapes, a long line cut down to what
 * stands around its labels. Knows at which column of the terminal each character went.
 */
final class ShownLine {

    /** Lines of more columns are cut. */
    static final int WIDEST = 120;

    /** Of a cut line, so many columns are kept on each side of where a label begins or ends. */
    static final int KEPT = 40;

    private static final String TAB = "    ";

    private final String text;
    private final int[] columns;

    private ShownLine(String text, int[] columns) {
        this.text = text;
        this.columns = columns;
    }

    /** Shows a line without its line end, in which each {@code places} is an offset that must stay to be seen. */
    static ShownLine of(String line, List<Integer> places) {
        int[] columns = columns(line);
        if (columns[line.length()] <= WIDEST) {
            return new ShownLine(shown(line, 0, line.length()), columns);
        }
        return cut(line, columns, places);
    }

    /** The text as shown; may end in blanks. */
    String text() {
        return text;
    }

    /** The column, from 0, at which the character at an offset in the line is shown, or the ellipsis that hides it. */
    int column(int offset) {
        return columns[Math.min(offset, columns.length - 1)];
    }

    /** The column of each unit, and after the last the width of the line. */
    private static int[] columns(String line) {
        int[] columns = new int[line.length() + 1];
        int column = 0;
        int before = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            int next = i + Character.charCount(c);
            for (; i < next; i++) {
                columns[i] = column;
            }
            column += Columns.of(shown(c, before));
            before = c;
        }
        columns[line.length()] = column;
        return columns;
    }

    private static ShownLine cut(String line, int[] columns, List<Integer> places) {
        StringBuilder out = new StringBuilder();
        int[] moved = new int[columns.length];
        int width = 0;
        for (int i = 0; i < line.length(); ) {
            boolean kept = isKept(columns[i], columns, places);
            int end = i;
            while (end < line.length() && isKept(columns[end], columns, places) == kept) {
                end++;
            }
            for (int k = i; k < end; k++) {
                moved[k] = kept ? width + columns[k] - columns[i] : width;
            }
            out.append(kept ? shown(line, i, end) : "…");
            width += kept ? columns[end] - columns[i] : 1;
            i = end;
        }
        moved[line.length()] = width;
        return new ShownLine(out.toString(), moved);
    }

    private static boolean isKept(int column, int[] columns, List<Integer> places) {
        for (int place : places) {
            int middle = columns[Math.min(place, columns.length - 1)];
            if (column >= middle - KEPT && column < middle + KEPT) {
                return true;
            }
        }
        return places.isEmpty() && column < WIDEST - 1;
    }

    private static String shown(String line, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        int before = start > 0 ? line.codePointBefore(start) : 0;
        for (int i = start; i < end; ) {
            int c = line.codePointAt(i);
            out.append(shown(c, before));
            before = c;
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static String shown(int c, int before) {
        return c == '\t' ? TAB : Visible.character(c, before);
    }
}
