package dev.cuecard.diagnostic;

import java.util.Arrays;
import java.util.Objects;

/**
 * A text that spans point into: a prompt file, an input file or the reply of a model.
 *
 * <p>Offsets count UTF-16 units, as {@link String} does; lines and columns count from 1, columns in code points. Two
 * sources are equal only if they are the same object, since the same text may stand in two files.
 */
public final class Source {

    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final boolean file;

    /**
     * @param name what a person calls the text: a path as given on the command line, or {@code reply from gpt-4o-mini}
     * @param text the whole text, with LF line ends as far as the language reads them so
     */
    public Source(String name, String text) {
        this(name, text, true);
    }

    private Source(String name, String text, boolean file) {
        this.name = Objects.requireNonNull(name);
        this.text = Objects.requireNonNull(text);
        this.lineStarts = lineStarts(text);
        this.file = file;
    }

    /** A text that a person has typed, so that no message calls it a file. */
    public static Source typed(String name, String text) {
        return new Source(name, text, false);
    }

    /** Another text of the same name and kind. */
    public Source with(String other) {
        return new Source(name, other, file);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    /** What a person calls this text. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** What a message calls the whole: {@code file}, or {@code text} when it was typed. */
    public String noun() {
        return file ? "file" : "text";
    }

    /** The number of lines, at least 1; a final newline begins a last, empty line. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** The line, from 1, in which the unit at {@code offset} stands; {@code offset} may be the length of the text. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of {@code offset} in its line, in code points from 1. */
    public int column(int offset) {
        int start = lineStarts[line(offset) - 1];
        return text.codePointCount(start, offset) + 1;
    }

    /** The offset at which a line begins. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** A line's text without its line end (LF, or CR LF). */
    public String lineText(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
        if (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        return text.substring(start, end);
    }

    /** The span of a range of this text. */
    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    @Override
    public String toString() {
        return name;
    }
}
