package dev.cuecard.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The lines of one source that the labels of a diagnostic stand on, with what is said of them. */
final class Excerpt {

    private final Source source;
    private final List<Mark> marks = new ArrayList<>();
    private final Span place;

    /** An excerpt that is headed by the place of its first label. */
    Excerpt(Span place) {
        this.source = place.source();
        this.place = place;
    }

    Source source() {
        return source;
    }

    Span place() {
        return place;
    }

    void add(Label label, boolean primary) {
        marks.addAll(Mark.of(label, primary));
    }

    /** The largest number of a line that it shows. */
    int lastLine() {
        return marks.stream().mapToInt(Mark::line).max().orElse(0);
    }

    /** Writes the lines, each with its end. */
    void write(StringBuilder out, Gutter gutter, Paint severity) {
        int before = 0;
        for (int line : lines()) {
            if (before != 0 && line > before + 1) {
                out.append("...\n");
            }
            before = line;
            writeLine(out, gutter, severity, line);
        }
    }

    /** The lines with marks, and a line that alone stands between two of them. */
    private Set<Integer> lines() {
        TreeSet<Integer> lines = new TreeSet<>();
        marks.forEach(mark -> lines.add(mark.line()));
        for (int line : List.copyOf(lines)) {
            if (!lines.contains(line + 1) && lines.contains(line + 2)) {
                lines.add(line + 1);
            }
        }
        return lines;
    }

    private void writeLine(StringBuilder out, Gutter gutter, Paint severity, int line) {
        List<Mark> here = marks.stream()
                .filter(mark -> mark.line() == line)
                .sorted(Comparator.comparingInt(Mark::start).thenComparing(Mark::primary, Comparator.reverseOrder()))
                .toList();
        List<Integer> places = new ArrayList<>();
        here.forEach(mark -> {
            places.add(mark.start());
            places.add(mark.end());
        });
        ShownLine shown = ShownLine.of(source.lineText(line), places);
        gutter.numbered(out, line, shown.text());
        if (!here.isEmpty()) {
            for (Row row : new Underline(shown, here, severity).rows()) {
                gutter.blank(out, row);
            }
        }
    }
}
