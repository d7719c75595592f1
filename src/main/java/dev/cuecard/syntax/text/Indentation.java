package dev.cuecard.syntax.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blanks and tabs before the lines of a text block. */
public final class Indentation {

    private Indentation() {}

    /** Whether it is a blank or a tab. */
    public static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** Whether there is nothing but blanks and tabs. */
    public static boolean isBlank(String text) {
        return end(text) == text.length();
    }

    /** The number of blanks and tabs with which a text begins. */
    public static int end(String text) {
        int end = 0;
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * The first line of a block whose common indentation mixes tabs and blanks, or differs in that from the lines above
     * it; null when there is none.
     */
    public static @Nullable TextLine mixed(List<TextLine> lines) {
        int common = common(lines);
        char first = '\0';
        for (TextLine line : lines) {
            if (!line.isLast() && line.isBlank()) {
                continue;
            }
            String indentation = line.indentation();
            for (int i = 0; i < common; i++) {
                first = first == '\0' ? indentation.charAt(i) : first;
                if (indentation.charAt(i) != first) {
                    return line;
                }
            }
        }
        return null;
    }

    /** How many blanks or tabs are common to the lines that are not blank, and to the closing quotes. */
    static int common(List<TextLine> lines) {
        int common = Integer.MAX_VALUE;
        for (TextLine line : lines) {
            if (line.isLast() || !line.isBlank()) {
                common = Math.min(common, line.indentation().length());
            }
        }
        return common;
    }
}
