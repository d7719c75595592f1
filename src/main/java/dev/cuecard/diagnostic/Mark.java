package dev.cuecard.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a label that stands on one line.
 *
 * @param line the line in its source, from 1
 * @param start the offset in the line of the first unit to underline
 * @param end the offset after the last; equal to {@code start} for a place between two characters
 * @param text what is said of it, or the empty string
 * @param primary whether it belongs to the primary label
 */
record Mark(int line, int start, int end, String text, boolean primary) {

    /** The marks of a label: one, or for a span of several lines one on its first and one on its last. */
    static List<Mark> of(Label label, boolean primary) {
        Source source = label.span().source();
        int start = label.span().start();
        int end = trimmed(label.span());
        int first = source.line(start);
        int last = source.line(end);
        List<Mark> marks = new ArrayList<>();
        int from = start - source.lineStart(first);
        if (first == last) {
            marks.add(new Mark(first, from, end - source.lineStart(first), label.text(), primary));
        } else {
            int rest = source.lineText(first).stripTrailing().length();
            marks.add(new Mark(first, from, Math.max(from, rest), label.text(), primary));
            String lastLine = source.lineText(last);
            int indent = lastLine.length() - lastLine.stripLeading().length();
            int to = end - source.lineStart(last);
            marks.add(new Mark(last, Math.min(indent, to), to, "to here", primary));
        }
        return marks;
    }

    /** The end of a span, before the line ends that it ends in: nothing of those shows. */
    private static int trimmed(Span span) {
        String text = span.source().text();
        int end = span.end();
        while (end > span.start() && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }
}
