package dev.cuecard.sim;

import dev.cuecard.data.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses what the API refuses in the body of a chat completion. */
final class RequestCheck {

    private static final Set<String> PARAMETERS = Set.of(
            "model",
            "messages",
            "audio",
            "frequency_penalty",
            "function_call",
            "functions",
            "logit_bias",
            "logprobs",
            "max_completion_tokens",
            "max_tokens",
            "metadata",
            "modalities",
            "n",
            "parallel_tool_calls",
            "prediction",
            "presence_penalty",
            "prompt_cache_key",
            "prompt_cache_retention",
            "reasoning_effort",
            "response_format",
            "safety_identifier",
            "seed",
            "service_tier",
            "stop",
            "store",
            "stream",
            "stream_options",
            "temperature",
            "tool_choice",
            "tools",
            "top_logprobs",
            "top_p",
            "user",
            "verbosity",
            "web_search_options");

    private static final Map<String, List<BigDecimal>> RANGES = Map.of(
            "temperature", List.of(BigDecimal.ZERO, BigDecimal.valueOf(2)),
            "top_p", List.of(BigDecimal.ZERO, BigDecimal.ONE),
            "frequency_penalty", List.of(BigDecimal.valueOf(-2), BigDecimal.valueOf(2)),
            "presence_penalty", List.of(BigDecimal.valueOf(-2), BigDecimal.valueOf(2)),
            "top_logprobs", List.of(BigDecimal.ZERO, BigDecimal.valueOf(20)),
            "n", List.of(BigDecimal.ONE, BigDecimal.valueOf(128)));

    private static final Set<String> INTEGERS =
            Set.of("max_tokens", "max_completion_tokens", "n", "seed", "top_logprobs");
    private static final List<String> ROLES = List.of("system", "developer", "user", "assistant", "tool", "function");
    private static final List<String> FORMATS = List.of("json_object", "json_schema", "text");

    private RequestCheck() {}

    /** What is wrong with a body, or null. */
    static @Nullable ApiError check(Json.Obj body) {
        for (String name : body.members().keySet()) {
            if (!PARAMETERS.contains(name)) {
                return ApiError.bad("Unknown parameter: '" + name + "'.", name, "unknown_parameter");
            }
        }
        if (!(body.get("model") instanceof Json.Str model) || model.value().isBlank()) {
            return ApiError.bad("you must provide a model parameter", "model", "missing_required_parameter");
        }
        ApiError wrong = messages(body);
        wrong = wrong == null ? numbers(body) : wrong;
        wrong = wrong == null ? format(body) : wrong;
        wrong = wrong == null ? tools(body) : wrong;
        if (wrong == null && Json.of(true).equals(body.get("stream"))) {
            return ApiError.bad("stream is not supported yet", "stream", "unsupported_value");
        }
        return wrong;
    }

    private static @Nullable ApiError messages(Json.Obj body) {
        Json all = body.get("messages");
        if (all == null) {
            return ApiError.bad("Missing required parameter: 'messages'.", "messages", "missing_required_parameter");
        } else if (!(all instanceof Json.Arr messages)) {
            return wrongType("messages", "an array of objects", all);
        } else if (messages.items().isEmpty()) {
            return ApiError.bad(
                    "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array"
                            + " instead.",
                    "messages",
                    "empty_array");
        } else {
            for (int i = 0; i < messages.items().size(); i++) {
                ApiError wrong = message(messages.items().get(i), "messages[" + i + "]");
                if (wrong != null) {
                    return wrong;
                }
            }
            return null;
        }
    }

    private static @Nullable ApiError message(Json any, String at) {
        if (!(any instanceof Json.Obj message)) {
            return wrongType(at, "an object", any);
        }
        Json role = message.get("role");
        if (role == null) {
            return ApiError.bad(
                    "Missing required parameter: '" + at + ".role'.", at + ".role", "missing_required_parameter");
        } else if (!(role instanceof Json.Str word) || !ROLES.contains(word.value())) {
            return notOneOf(at + ".role", role, ROLES);
        }
        Json content = message.get("content");
        boolean mayLack = role.equals(Json.of("assistant"))
                && (message.get("tool_calls") != null || message.get("refusal") != null);
        if (content == null || content instanceof Json.Null) {
            return mayLack
                    ? null
                    : ApiError.bad("Invalid value for 'content': expected a string, got null.", at + ".content", null);
        } else if (content instanceof Json.Arr parts) {
            for (Json part : parts.items()) {
                if (!(part instanceof Json.Obj object) || !(object.get("type") instanceof Json.Str)) {
                    return wrongType(at + ".content", "one of a string or array of objects", part);
                }
            }
        } else if (!(content instanceof Json.Str)) {
            return wrongType(at + ".content", "one of a string or array of objects", content);
        }
        return null;
    }

    private static @Nullable ApiError numbers(Json.Obj body) {
        for (String name : INTEGERS) {
            Json value = body.get(name);
            if (value != null && !(value instanceof Json.Null)) {
                if (!(value instanceof Json.Num number) || !number.isInteger()) {
                    return wrongType(name, "an integer", value);
                } else if (name.startsWith("max_") && number.value().signum() <= 0) {
                    return outside(name, value, ">= 1", "below");
                }
            }
        }
        for (Map.Entry<String, List<BigDecimal>> range : RANGES.entrySet()) {
            ApiError wrong = range(
                    range.getKey(),
                    body.get(range.getKey()),
                    range.getValue().get(0),
                    range.getValue().get(1));
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static @Nullable ApiError range(String name, @Nullable Json value, BigDecimal low, BigDecimal high) {
        if (value == null || value instanceof Json.Null) {
            return null;
        }
        if (!(value instanceof Json.Num number)) {
            return wrongType(name, "a decimal", value);
        } else if (number.value().compareTo(low) < 0) {
            return outside(name, value, ">= " + low, "below");
        }
        return number.value().compareTo(high) > 0 ? outside(name, value, "<= " + high, "above") : null;
    }

    private static ApiError outside(String name, Json value, String expected, String side) {
        return ApiError.bad(
                "Invalid '%s': decimal %s the %s value. Expected a value %s, but got %s instead."
                        .formatted(name, side, side.equals("below") ? "minimum" : "maximum", expected, value),
                name,
                "decimal_" + side + (side.equals("below") ? "_min_value" : "_max_value"));
    }

    private static @Nullable ApiError format(Json.Obj body) {
        Json any = body.get("response_format");
        if (any == null) {
            return null;
        }
        if (!(any instanceof Json.Obj format)) {
            return wrongType("response_format", "an object", any);
        }
        Json type = format.get("type");
        if (!(type instanceof Json.Str word) || !FORMATS.contains(word.value())) {
            return type == null
                    ? ApiError.bad(
                            "Missing required parameter: 'response_format.type'.",
                            "response_format.type",
                            "missing_required_parameter")
                    : notOneOf("response_format.type", type, FORMATS);
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
        if (!(any instanceof Json.Obj named)) {
            return any == null
                    ? ApiError.bad("Missing required parameter: '" + at + "'.", at, "missing_required_parameter")
                    : wrongType(at, "an object", any);
        } else if (!(named.get("name") instanceof Json.Str name)) {
            return ApiError.bad(
                    "Missing required parameter: '" + at + ".name'.", at + ".name", "missing_required_parameter");
        } else if (!name.value().matches("[a-zA-Z0-9_-]{1,64}")) {
            return ApiError.bad(
                    "Invalid '%s.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'."
                            .formatted(at),
                    at + ".name",
                    "invalid_value");
        } else if (!(named.get("schema") instanceof Json.Obj)) {
            return ApiError.bad(
                    "Missing required parameter: '" + at + ".schema'.", at + ".schema", "missing_required_parameter");
        }
        return null;
    }

    private static @Nullable ApiError tools(Json.Obj body) {
        Json any = body.get("tools");
        if (any == null) {
            return null;
        } else if (!(any instanceof Json.Arr tools)) {
            return wrongType("tools", "an array of objects", any);
        } else {
            for (int i = 0; i < tools.items().size(); i++) {
                String at = "tools[" + i + "]";
                if (!(tools.items().get(i) instanceof Json.Obj tool)) {
                    return wrongType(at, "an object", tools.items().get(i));
                } else if (Json.of("function").equals(tool.get("type"))
                        && !(tool.get("function") instanceof Json.Obj function
                                && function.get("name") instanceof Json.Str)) {
                    return ApiError.bad(
                            "Missing required parameter: '" + at + ".function.name'.",
                            at + ".function.name",
                            "missing_required_parameter");
                }
            }
            return null;
        }
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

    private static ApiError wrongType(String at, String expected, Json got) {
        return ApiError.bad(
                "Invalid type for '%s': expected %s, but got %s instead.".formatted(at, expected, kind(got)),
                at,
                "invalid_type");
    }

    private static ApiError notOneOf(String at, Json got, List<String> allowed) {
        String value = got instanceof Json.Str text ? "'" + text.value() + "'" : kind(got);
        return ApiError.bad(
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
}
