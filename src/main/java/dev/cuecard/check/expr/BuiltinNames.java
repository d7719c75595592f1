package dev.cuecard.check.expr;

import java.util.List;

/** The names of what the language has by itself, in its order: no host may take them. */
public final class BuiltinNames {

    private BuiltinNames() {}

    /** Its functions. */
    public static List<String> functions() {
        return Functions.NAMES;
    }

    /** Its filters. */
    public static List<String> filters() {
        return FilterRule.names();
    }
}
