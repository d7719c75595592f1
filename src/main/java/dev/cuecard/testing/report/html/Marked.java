package dev.cuecard.testing.report.html;

import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lines of a text with numbers, what is meant in them marked, and what is to say of it below. */
final class Marked {

    /** Of a line longer than this only the part around the mark is shown. */
    private static final int LONGEST = 400;

    private static final int BEFORE = 120;

    /** So far a remark is moved to the right, to stand below what it speaks of. */
    private static final int INDENT = 48;

    private Marked() {}

    /** The lines that the labels point to, each with the one before it. All labels are of one source. */
    static void excerpt(Html html, Source source, List<Label> labels, Label primary) {
        TreeSet<Integer> lines = new TreeSet<>();
        for (Label label : labels) {
            lines.add(label.span().line());
            if (label.span().line() > 1) {
                lines.add(label.span().line() - 1);
            }
        }
        html.open("pre", "class", "lines");
        int last = 0;
        for (int line : lines) {
            if (last > 0 && line > last + 1) {
                html.element("span", "gap", "⋯\n");
            }
            line(html, source, line, labels, primary, LONGEST);
            last = line;
        }
        html.close();
    }

    /** All lines, until there are so many characters. Whether that was all. */
    static boolean whole(Html html, Source source, List<Label> labels, int room) {
        html.open("pre", "class", "lines");
        int line = 1;
        int left = room;
        while (line <= source.lineCount() && left > 0) {
            line(html, source, line, labels, null, left);
            left -= source.lineText(line).length() + 1;
            line++;
        }
        html.close();
        return left >= -1 && line > source.lineCount();
    }

    private static void line(
            Html html, Source source, int line, List<Label> labels, @Nullable Label primary, int longest) {
        int start = source.lineStart(line);
        String text = source.lineText(line);
        List<Label> here = labels.stream()
                .filter(label -> label.span().line() == line)
                .sorted(Comparator.comparingInt(label -> label.span().start()))
                .toList();
        int from = 0;
        int to = text.length();
        if (text.length() > longest) {
            from = here.isEmpty() ? 0 : Math.max(0, here.get(0).span().start() - start - BEFORE);
            from = whole(text, from);
            to = whole(text, Math.min(text.length(), from + longest));
        }
        html.open("span", "class", "no", "aria-hidden", "true")
                .text(Integer.toString(line))
                .close();
        html.text(from > 0 ? "…" : "");
        int at = from;
        for (Label label : here) {
            Span span = label.span();
            int begin = Math.max(at, Math.min(to, span.start() - start));
            int end = Math.max(begin, Math.min(to, span.end() - start));
            html.text(text.substring(at, begin));
            html.open("mark", "class", tone(label, primary), "title", label.text());
            html.text(text.substring(begin, end)).close();
            at = end;
        }
        html.text(text.substring(at, to)).text(to < text.length() ? "…" : "").text("\n");
        for (Label label : here) {
            html.open("span", "class", "why " + tone(label, primary));
            int column = Math.max(0, label.span().start() - start - from) + (from > 0 ? 1 : 0);
            html.text(" ".repeat(Math.min(INDENT, column)) + "↑ ")
                    .words(label.text())
                    .text("\n")
                    .close();
        }
    }

    /** Where nothing is the first among several, all are. */
    private static String tone(Label label, @Nullable Label primary) {
        return primary == null || label.equals(primary) ? "first" : "other";
    }

    /** Not in the middle of a character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
