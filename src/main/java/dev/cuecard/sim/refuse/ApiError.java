package dev.cuecard.sim.refuse;

import dev.cuecard.data.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as the API tells it.
 *
 * @param status the HTTP status
 * @param message for a person
 * @param param the part of the request that is wrong, or null
 * @param code the kind of mistake, or null
 */
public record ApiError(
        int status,
        String message,
        @Nullable String param,
        @Nullable String code) {

    /** A body that is refused. */
    public static ApiError bad(String message, @Nullable String param, @Nullable String code) {
        return new ApiError(400, message, param, code);
    }

    static ApiError missing(String at) {
        return bad("Missing required parameter: '" + at + "'.", at, "missing_required_parameter");
    }

    static ApiError wrongType(String at, String expected, Json got) {
        return bad(
                "Invalid type for '%s': expected %s, but got %s instead.".formatted(at, expected, kind(got)),
                at,
                "invalid_type");
    }

    static ApiError notOneOf(String at, Json got, List<String> allowed) {
        String value = got instanceof Json.Str text ? "'" + text.value() + "'" : kind(got);
        return bad(
                "Invalid value: %s. Supported values are: %s."
                        .formatted(
                                value,
                                String.join(
                                        ", ",
                                        allowed.stream()
                                                .map(word -> "'" + word + "'")
                                                .toList())),
                at,
                "invalid_value");
    }

    private static String kind(Json value) {
        return switch (value.kind()) {
            case "string" -> "a string";
            case "number" -> "a number";
            case "boolean" -> "a boolean";
            case "list" -> "an array";
            case "object" -> "an object";
            default -> "null";
        };
    }

    /** As the API sends it. */
    public Json.Obj toJson() {
        Json.Obj error = Json.object()
                .put("message", message)
                .put("type", status == 401 ? "authentication_error" : "invalid_request_error")
                .put("param", param == null ? Json.nil() : Json.of(param))
                .put("code", code == null ? Json.nil() : Json.of(code))
                .done();
        return Json.object().put("error", error).done();
    }
}
