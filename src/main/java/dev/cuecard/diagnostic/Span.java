package dev.cuecard.diagnostic;

/**
 * A range of a source.
 *
 * @param source the text that the range is of
 * @param start the offset of its first UTF-16 unit, from 0
 * @param end the offset after its last; equal to {@code start} for a place between two characters
 */
public record Span(Source source, int start, int end) {

    /** Checks the bounds. */
    public Span {
        if (start < 0 || end < start || end > source.text().length()) {
            throw new IllegalArgumentException("no range of " + source + ": " + start + ".." + end);
        }
    }

    /** The text that the span covers. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** The line of its first character, from 1. */
    public int line() {
        return source.line(start);
    }

    /** The column of its first character, in code points from 1. */
    public int column() {
        return source.column(start);
    }

    /** The smallest span that covers this one and another of the same source. */
    public Span to(Span other) {
        return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The empty span before its first character. */
    public Span atStart() {
        return new Span(source, start, start);
    }

    /** The empty span after its last character. */
    public Span atEnd() {
        return new Span(source, end, end);
    }

    @Override
    public String toString() {
        return source + ":" + line() + ":" + column();
    }
}
