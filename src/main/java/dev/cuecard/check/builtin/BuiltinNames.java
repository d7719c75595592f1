package dev.cuecard.check.builtin;

import java.util.List;

/** The names of what the language has by itself, in its order: no host may take them. */
public final class BuiltinNames {

    private static final List<String> FUNCTIONS = List.of("shape", "json_schema", "file", "rows", "image", "range");

    private BuiltinNames() {}

    /** Its functions. */
    public static List<String> functions() {
        return FUNCTIONS;
    }

    /** Its filters. */
    public static List<String> filters() {
        return FilterRule.names();
    }
}
