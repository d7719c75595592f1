package dev.cuecard.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands under a line: carets and dashes, the last label behind them, the others hanging below.
 *
 * <pre>
 * model "fast" { top = 1, top = 2 }
 *                ---      ^^^ set again here
 *                |
 *                first set here
 * </pre>
 */
final class Underline {

    private final ShownLine line;
    private final List<Mark> marks;
    private final Paint severity;

    /** @param marks at least one, by their start */
    Underline(ShownLine line, List<Mark> marks, Paint severity) {
        this.line = line;
        this.marks = marks;
        this.severity = severity;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Row carets = new Row();
        marks.stream().filter(mark -> !mark.primary()).forEach(mark -> underline(carets, mark, "-"));
        marks.stream().filter(Mark::primary).forEach(mark -> underline(carets, mark, "^"));
        rows.add(carets);
        Mark behind = behind();
        if (behind != null) {
            carets.put(to(behind) + 1, Visible.text(behind.text()), paint(behind));
        }
        List<Mark> hanging = new ArrayList<>(marks);
        hanging.remove(behind);
        if (!hanging.isEmpty()) {
            rows.add(bars(hanging, Integer.MAX_VALUE));
        }
        while (!hanging.isEmpty()) {
            Mark next = lastStart(hanging);
            hanging.remove(next);
            Row row = bars(hanging, from(next));
            row.put(from(next), Visible.text(next.text()), paint(next));
            rows.add(row);
        }
        return rows;
    }

    /** The mark whose label can stand on the line of the carets: it ends last, and no other begins where it does. */
    private @Nullable Mark behind() {
        Mark last = marks.get(marks.size() - 1);
        boolean clear = marks.subList(0, marks.size() - 1).stream().allMatch(mark -> to(mark) <= from(last));
        return clear ? last : null;
    }

    /** Of the marks that begin last, the first: labels of one place are read in their order. */
    private Mark lastStart(List<Mark> hanging) {
        Mark last = hanging.get(hanging.size() - 1);
        for (Mark mark : hanging) {
            if (from(mark) == from(last)) {
                return mark;
            }
        }
        return last;
    }

    private Row bars(List<Mark> hanging, int before) {
        Row row = new Row();
        for (Mark mark : hanging) {
            if (from(mark) < before) {
                row.put(from(mark), "|", paint(mark));
            }
        }
        return row;
    }

    private void underline(Row row, Mark mark, String with) {
        row.put(from(mark), with.repeat(to(mark) - from(mark)), paint(mark));
    }

    private Paint paint(Mark mark) {
        return mark.primary() ? severity : Paint.ASIDE;
    }

    private int from(Mark mark) {
        return line.column(mark.start());
    }

    /** The column after the last caret; a place without width has one caret all the same. */
    private int to(Mark mark) {
        return Math.max(line.column(mark.end()), from(mark) + 1);
    }
}
