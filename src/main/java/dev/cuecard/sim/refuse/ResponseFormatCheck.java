package dev.cuecard.sim.refuse;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.validate.SchemaProblem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses what the API refuses in {@code response_format}. */
final class ResponseFormatCheck {

    private static final List<String> FORMATS = List.of("json_object", "json_schema", "text");

    private ResponseFormatCheck() {}

    /** What is wrong with the response format of a body, or null. */
    static @Nullable ApiError check(Json.Obj body) {
        Json any = body.get("response_format");
        if (any == null) {
            return null;
        }
        if (!(any instanceof Json.Obj format)) {
            return ApiError.wrongType("response_format", "an object", any);
        }
        Json type = format.get("type");
        if (!(type instanceof Json.Str word) || !FORMATS.contains(word.value())) {
            return type == null
                    ? ApiError.missing("response_format.type")
                    : ApiError.notOneOf("response_format.type", type, FORMATS);
        } else if (word.value().equals("json_object") && !saysJson(body)) {
            return ApiError.bad(
                    "'messages' must contain the word 'json' in some form, to use 'response_format' of type"
                            + " 'json_object'.",
                    "messages",
                    null);
        } else if (word.value().equals("json_schema")) {
            return schema(format.get("json_schema"));
        }
        return null;
    }

    private static @Nullable ApiError schema(@Nullable Json any) {
        String at = "response_format.json_schema";
        if (any == null) {
            return ApiError.missing(at);
        }
        if (!(any instanceof Json.Obj named)) {
            return ApiError.wrongType(at, "an object", any);
        }
        if (!(named.get("name") instanceof Json.Str name)) {
            return ApiError.missing(at + ".name");
        }
        if (!name.value().matches("[a-zA-Z0-9_-]{1,64}")) {
            return ApiError.bad(
                    "Invalid '" + at
                            + ".name': string does not match pattern. Expected a string that matches the pattern"
                            + " '^[a-zA-Z0-9_-]+$'.",
                    at + ".name",
                    "invalid_value");
        }
        if (!(named.get("schema") instanceof Json.Obj schema)) {
            return ApiError.missing(at + ".schema");
        }
        String problem = Json.of(true).equals(named.get("strict")) ? StrictSchema.problem(schema) : null;
        if (problem == null) {
            Type.External file = new Type.External(schema, new Source("schema", JsonText.pretty(schema, 2)), null);
            problem = SchemaProblem.of(file).stream()
                    .map(SchemaProblem::text)
                    .findFirst()
                    .orElse(null);
        }
        return problem == null
                ? null
                : ApiError.bad(
                        "Invalid schema for response_format '" + name.value() + "': " + problem,
                        "response_format",
                        null);
    }

    /** The API's condition for JSON mode: the word, in any case, in the text of any message. */
    private static boolean saysJson(Json.Obj body) {
        return body.get("messages") instanceof Json.Arr messages
                && messages.items().stream()
                        .anyMatch(message -> message instanceof Json.Obj object && saysJson(object.get("content")));
    }

    private static boolean saysJson(@Nullable Json content) {
        if (content instanceof Json.Str text) {
            return text.value().toLowerCase(Locale.ROOT).contains("json");
        }
        return content instanceof Json.Arr parts
                && parts.items().stream()
                        .anyMatch(part -> part instanceof Json.Obj object && saysJson(object.get("text")));
    }
}
