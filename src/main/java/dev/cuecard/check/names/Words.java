package dev.cuecard.check.names;

import java.util.List;

/** The names that the language gives. */
public final class Words {

    /** The roles that need no declaration. */
    public static final List<String> ROLES = List.of("system", "developer", "user", "assistant");
    /** What else may be meant where something reads like a message of a declared role. */
    public static final List<String> STATEMENTS = List.of("history", "reask");
    /** What declarations begin with. */
    public static final List<String> DECLARATIONS = List.of(
            "prompt",
            "import",
            "model",
            "role",
            "type",
            "var",
            "let",
            "template",
            "tool",
            "tools",
            "output",
            "ensure",
            "test");
    /** The types that need no declaration. */
    public static final List<String> TYPES = List.of(
            "string",
            "number",
            "integer",
            "boolean",
            "null",
            "any",
            "date",
            "time",
            "datetime",
            "email",
            "uri",
            "uuid",
            "image",
            "map",
            "schema",
            "Turn");

    private Words() {}
}
