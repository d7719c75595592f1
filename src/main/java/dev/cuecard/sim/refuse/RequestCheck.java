package dev.cuecard.sim.refuse;

import dev.cuecard.data.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses what the API refuses in the body of a chat completion. */
public final class RequestCheck {

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

    private RequestCheck() {}

    /** What is wrong with a body, or null. */
    public static @Nullable ApiError check(Json.Obj body) {
        for (String name : body.members().keySet()) {
            if (!PARAMETERS.contains(name)) {
                return ApiError.bad("Unknown parameter: '" + name + "'.", name, "unknown_parameter");
            }
        }
        if (!(body.get("model") instanceof Json.Str model) || model.value().isBlank()) {
            return ApiError.bad("you must provide a model parameter", "model", "missing_required_parameter");
        }
        ApiError wrong = MessageCheck.check(body);
        wrong = wrong == null ? numbers(body) : wrong;
        wrong = wrong == null ? ResponseFormatCheck.check(body) : wrong;
        wrong = wrong == null ? ToolsCheck.check(body) : wrong;
        return wrong == null ? stream(body) : wrong;
    }

    private static @Nullable ApiError stream(Json.Obj body) {
        Json stream = body.get("stream");
        if (stream != null && !(stream instanceof Json.Bool) && !(stream instanceof Json.Null)) {
            return ApiError.wrongType("stream", "a boolean", stream);
        }
        return body.get("stream_options") != null && !Json.of(true).equals(stream)
                ? ApiError.bad(
                        "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
                        "stream_options",
                        null)
                : null;
    }

    private static @Nullable ApiError numbers(Json.Obj body) {
        for (String name : INTEGERS) {
            Json value = body.get(name);
            if (value != null && !(value instanceof Json.Null)) {
                if (!(value instanceof Json.Num number) || !number.isInteger()) {
                    return ApiError.wrongType(name, "an integer", value);
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
            return ApiError.wrongType(name, "a decimal", value);
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
}
