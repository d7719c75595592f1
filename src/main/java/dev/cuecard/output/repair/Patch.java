package dev.cuecard.output.repair;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.Arrays;

/** A text that is made of parts of another with marks between them, and where each part comes from. */
final class Patch {

    private final Source from;
    private final StringBuilder out = new StringBuilder();

    /** The parts: where each begins in the new text, and its range in the old one. */
    private int[] begins = new int[64];

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    Patch(Source from) {
        this.from = from;
    }

    /** Takes over a range of the old text. */
    void copy(int start, int end) {
        if (start == end) {
            return;
        }
        boolean goesOn = count > 0
                && ends[count - 1] == start
                && out.length() - begins[count - 1] == ends[count - 1] - starts[count - 1];
        if (goesOn) {
            ends[count - 1] = end;
        } else {
            add(start, end);
        }
        out.append(from.text(), start, end);
    }

    /** Writes something else in the place of a range of the old text, which may be empty. */
    void put(String marks, int start, int end) {
        add(start, end);
        out.append(marks);
    }

    private void add(int start, int end) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        begins[count] = out.length();
        starts[count] = start;
        ends[count++] = end;
    }

    /** The new text, as it is now. */
    Source text() {
        return new Source(from.name(), out.toString());
    }

    /** The place in the old text of a place in the new one. */
    Span origin(Span span) {
        int start = offset(span.start(), false);
        int end = span.start() == span.end() ? start : offset(span.end() - 1, true);
        return from.span(start, Math.max(start, end));
    }

    private int offset(int at, boolean after) {
        if (count == 0) {
            return 0;
        }
        int found = Arrays.binarySearch(begins, 0, count, at);
        int part = found >= 0 ? found : -found - 2;
        int length = (part + 1 < count ? begins[part + 1] : out.length()) - begins[part];
        boolean copied = length == ends[part] - starts[part];
        if (!copied || at >= begins[part] + length) {
            return after || at >= begins[part] + length ? ends[part] : starts[part];
        }
        return starts[part] + at - begins[part] + (after ? 1 : 0);
    }
}
