package dev.cuecard.diagnostic;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;

/** The user's text as it stands in a message: in back-quotes, on one line, never longer than a line can bear. */
public final class Quoted {

    /** The most code points of a value that a message shows. */
    public static final int LONGEST = 60;

    private Quoted() {}

    /** A name or value in back-quotes; over {@link #LONGEST} code points the rest is an ellipsis. */
    public static String of(String text) {
        return "`" + cut(text) + "`";
    }

    /** A path in back-quotes, whole: half of it leads nowhere. */
    public static String path(String path) {
        return "`" + Visible.text(path) + "`";
    }

    /**
     * A text without the back-quotes: at most {@link #LONGEST} code points of it, the last an ellipsis if cut; what
     * does not show is escaped, which may make it longer.
     */
    public static String cut(String text) {
        return cut(text, LONGEST);
    }

    /** The same with another limit, for what is no value, such as the words of a server. */
    public static String cut(String text, int longest) {
        // A code point is at most two units: a long value need not be counted to its end.
        boolean fits = text.length() <= 2 * longest && text.codePointCount(0, text.length()) <= longest;
        return fits
                ? Visible.text(text)
                : Visible.text(text.substring(0, text.offsetByCodePoints(0, longest - 1))) + "…";
    }

    /** Names joined as a sentence does: {@code `a`}, {@code `a` and `b`}, {@code `a`, `b` and `c`}. */
    public static String and(Collection<String> names) {
        return join(names, " and ");
    }

    /** Names of which one is wanted: {@code `a`, `b` or `c`}. */
    public static String or(Collection<String> names) {
        return join(names, " or ");
    }

    /** Names joined by commas. */
    public static String list(Collection<String> names) {
        return join(names, ", ");
    }

    /**
     * What a word could have been, for a note: all that is known in its order, or, over seven, the nearest five and how
     * many there are: {@code `a`, `b`, `c`, `d`, `e` (of 12)}.
     */
    public static String choices(String word, Collection<String> known) {
        List<String> shown = Nearest.few(word, known);
        return list(shown) + (shown.size() < known.size() ? " (of " + known.size() + ")" : "");
    }

    private static String join(Collection<String> names, String last) {
        StringBuilder out = new StringBuilder();
        Iterator<String> rest = names.iterator();
        while (rest.hasNext()) {
            String name = of(rest.next());
            if (!out.isEmpty()) {
                out.append(rest.hasNext() ? ", " : last);
            }
            out.append(name);
        }
        return out.toString();
    }
}
