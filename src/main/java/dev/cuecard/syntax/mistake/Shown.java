package dev.cuecard.syntax.mistake;

/** The user's text as messages show it. */
public final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    /** The first line of a text, cut at 60 characters. */
    public static String cut(String text) {
        int line = text.indexOf('\n');
        String shown = (line < 0 ? text : text.substring(0, line)).stripTrailing();
        if (shown.codePointCount(0, shown.length()) > LONGEST) {
            shown = shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) + "…";
        } else if (line >= 0) {
            shown += "…";
        }
        return shown;
    }
}
