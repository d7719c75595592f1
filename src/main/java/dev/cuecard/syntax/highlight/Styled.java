package dev.cuecard.syntax.highlight;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text and what it is.
 *
 * @param start the offset of its first UTF-16 unit
 * @param end the offset after its last, greater than {@code start}
 * @param style what it is
 */
public record Styled(int start, int end, Style style) {

    /**
     * A text with the escape sequences of ANSI around its parts. A sequence never spans a line's end, so that each line
     * can be shown alone. What stands in the text itself is not looked at.
     *
     * @param parts sorted, none over another
     */
    public static String paint(String text, List<Styled> parts) {
        StringBuilder out = new StringBuilder(text.length() + 10 * parts.size());
        int at = 0;
        for (Styled part : parts) {
            out.append(text, at, part.start);
            String on = "\u001b[" + part.style.parameters() + "m";
            for (int from = part.start; from < part.end; ) {
                int line = text.indexOf('\n', from);
                int to = line < 0 || line >= part.end ? part.end : line;
                if (to > from) {
                    out.append(on).append(text, from, to).append("\u001b[0m");
                }
                if (to < part.end) {
                    out.append('\n');
                    to++;
                }
                from = to;
            }
            at = part.end;
        }
        return out.append(text, at, text.length()).toString();
    }

    /** The parts of a text of which each unit has one style or none. */
    static List<Styled> parts(@Nullable Style[] units) {
        List<Styled> parts = new ArrayList<>();
        int from = 0;
        while (from < units.length) {
            Style style = units[from];
            int to = from + 1;
            while (to < units.length && units[to] == style) {
                to++;
            }
            if (style != null) {
                parts.add(new Styled(from, to, style));
            }
            from = to;
        }
        return parts;
    }
}
