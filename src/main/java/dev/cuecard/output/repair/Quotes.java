package dev.cuecard.output.repair;

/** The marks that stand around strings: those of JSON, and those that are taken for them. */
final class Quotes {

    private static final String DOUBLE = "\u201c\u201d\u201e\u201f\"";
    private static final String SINGLE = "\u2018\u2019\u201a\u201b'";
    private static final String BACK = "`\u00b4";

    private Quotes() {}

    static boolean is(int c) {
        return c >= 0 && (DOUBLE.indexOf(c) >= 0 || SINGLE.indexOf(c) >= 0 || BACK.indexOf(c) >= 0);
    }

    /** The marks that can end a string which begins with this one. */
    static String closers(char open) {
        if (open == '"') {
            return "\"";
        } else if (open == '\'') {
            return "'";
        } else if (DOUBLE.indexOf(open) >= 0) {
            return DOUBLE;
        } else if (SINGLE.indexOf(open) >= 0) {
            return SINGLE;
        }
        return BACK;
    }

    /** Whether a mark is an apostrophe too. */
    static boolean isApostrophe(char c) {
        return SINGLE.indexOf(c) >= 0;
    }
}
