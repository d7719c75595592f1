package dev.cuecard.render.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What filters do to one text. Lengths count code points; case ignores the locale. */
public final class Texts {

    private static final Pattern TICKS = Pattern.compile("`+");

    private Texts() {}

    /** The number of code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static String slice(String text, int from, int to) {
        int start = text.offsetByCodePoints(0, from);
        return text.substring(start, text.offsetByCodePoints(start, to - from));
    }

    /** Without the white space of Unicode at both ends. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether a text is white space alone. */
    public static boolean isBlank(String text) {
        return text.chars().allMatch(c -> isSpace((char) c));
    }

    /** White space of any script; none of it lies outside the basic plane. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** At most so many code points, the last one an ellipsis if something is cut. */
    public static String truncate(String text, int most) {
        if (length(text) <= most) {
            return text;
        }
        return most == 0 ? "" : slice(text, 0, most - 1) + "…";
    }

    /** The parts between separators; without a separator, the code points. */
    public static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        if (separator.isEmpty()) {
            text.codePoints().forEach(point -> parts.add(Character.toString(point)));
            return parts;
        }
        int start = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
            parts.add(text.substring(start, at));
            start = at + separator.length();
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** The number of places where {@code part}, which is not empty, stands. */
    public static long count(String text, String part) {
        long count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    /** With the characters that XML takes for its own written as entities. */
    public static String xml(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Between lines of back-quotes that no run of the text is as long as. */
    public static String fence(String text, String label) {
        int longest = 2;
        for (Matcher run = TICKS.matcher(label + '\n' + text); run.find(); ) {
            longest = Math.max(longest, run.end() - run.start());
        }
        String ticks = "`".repeat(longest + 1);
        return ticks + label + '\n' + Lines.withoutFinalNewline(text) + '\n' + ticks;
    }
}
