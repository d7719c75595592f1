package dev.cuecard.render;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.validate.Violation;
import dev.cuecard.schema.validate.ViolationPlace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that an input is given.
 *
 * @param value the value; a picture is an https address or a data URL
 * @param document the text that it was read from, so that what is wrong can be shown there, or null
 * @param pointer where in that document it stands
 */
public record Given(Json value, @Nullable JsonDocument document, String pointer) {

    /** A value that stands in no text. */
    public static Given of(Json value) {
        return new Given(value, null, JsonPointer.ROOT);
    }

    /** A whole document as one value. */
    public static Given of(JsonDocument document) {
        return new Given(document.value(), document, JsonPointer.ROOT);
    }

    /** The members of a document that holds an object, each an input; of another document, none. */
    public static Map<String, Given> members(JsonDocument document) {
        Map<String, Given> members = new LinkedHashMap<>();
        if (document.value() instanceof Json.Obj object) {
            object.members()
                    .forEach((name, value) ->
                            members.put(name, new Given(value, document, JsonPointer.append(JsonPointer.ROOT, name))));
        }
        return members;
    }

    /** Values that stand in no text. */
    public static Map<String, Given> all(Map<String, Json> values) {
        Map<String, Given> given = new LinkedHashMap<>();
        values.forEach((name, value) -> given.put(name, of(value)));
        return given;
    }

    /** Where a part of the value stands, or null. */
    @Nullable
    Span place(String part) {
        return document == null ? null : document.span(pointer + part);
    }

    /** Where something is wrong with the value, or null. */
    @Nullable
    Span place(Violation violation) {
        return document == null ? null : ViolationPlace.in(document, pointer, violation);
    }

    /** Where its name stands, or null. */
    @Nullable
    Span name() {
        return document == null || pointer.isEmpty() ? null : document.keySpan(pointer);
    }
}
