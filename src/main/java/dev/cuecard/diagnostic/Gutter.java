package dev.cuecard.diagnostic;

/** The left edge of an excerpt: as wide as the largest number of a line. */
final class Gutter {

    private final int width;
    private final boolean coloured;

    Gutter(int lastLine, boolean coloured) {
        this.width = Integer.toString(lastLine).length();
        this.coloured = coloured;
    }

    /** The head of an excerpt: {@code --> file:line:column}. */
    void place(StringBuilder out, String arrow, Span at) {
        String place = Visible.text(at.source().name()) + ":" + at.line() + ":" + at.column();
        line(out, " ".repeat(width) + paint(arrow) + " " + place);
    }

    /** A line of the source. */
    void numbered(StringBuilder out, int number, String text) {
        line(out, paint(("%" + width + "d |").formatted(number)) + " " + text);
    }

    /** A line under one of the source. */
    void blank(StringBuilder out, Row row) {
        line(out, bar() + " " + row.done(coloured));
    }

    /** A line with nothing but the edge. */
    void blank(StringBuilder out) {
        line(out, bar());
    }

    /** A note or help; its further lines stand under the first. */
    void remark(StringBuilder out, String word, String text) {
        String indent = " ".repeat(width + 1);
        String mark = indent + paint("=") + " " + (coloured ? Paint.STRONG.on(word + ":") : word + ":") + " ";
        String hanging = indent + " ".repeat(word.length() + 4);
        for (String part : text.split("\n", -1)) {
            line(out, mark + Visible.text(part));
            mark = hanging;
        }
    }

    private String bar() {
        return " ".repeat(width + 1) + paint("|");
    }

    private String paint(String text) {
        return coloured ? Paint.ASIDE.on(text) : text;
    }

    private static void line(StringBuilder out, String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
