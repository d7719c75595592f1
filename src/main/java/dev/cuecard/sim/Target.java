package dev.cuecard.sim;

import dev.cuecard.data.Json;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a made-up reply should be.
 *
 * @param form whether the reply is JSON, or text that stands for a value
 * @param schema the JSON Schema of the value, or null for any text
 * @param accepts whether a value that fits the schema will do: the place for {@code ensure}
 */
public record Target(Form form, @Nullable Json schema, Predicate<Json> accepts) {

    private static final Json ANY_OBJECT = Json.object()
            .put("type", "object")
            .put(
                    "properties",
                    Json.object()
                            .put("message", Json.object().put("type", "string").done())
                            .done())
            .putStrings("required", java.util.List.of("message"))
            .done();

    /** How the value is written. */
    public enum Form {
        /** As JSON. */
        JSON,
        /** A string as it is, anything else as JSON. */
        TEXT
    }

    /** Any text. */
    public static Target text() {
        return new Target(Form.TEXT, null, value -> true);
    }

    /** Any JSON object. */
    public static Target object() {
        return json(ANY_OBJECT, value -> true);
    }

    /** JSON that fits a schema and is accepted. */
    public static Target json(Json schema, Predicate<Json> accepts) {
        return new Target(Form.JSON, schema, accepts);
    }

    /** Text that reads as a value that fits a schema and is accepted. */
    public static Target text(Json schema, Predicate<Json> accepts) {
        return new Target(Form.TEXT, schema, accepts);
    }
}
