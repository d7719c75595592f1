package dev.cuecard.check.model;

import dev.cuecard.check.types.Given;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request parameters that are known, and their types.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/chat/create">Create chat completion</a>
 */
public final class KnownSettings {

    /** Each parameter by its name, in the order in which they are listed. */
    public static final Map<String, Type> TYPES = types();

    /** What statements say, so that no setting can. */
    static final Map<String, String> STATEMENTS = Map.of(
            "messages", "messages are statements: `system`, `user`, `assistant`, `history`",
            "tools", "tools are declared: `tool name(param: type): type`",
            "functions", "tools are declared: `tool name(param: type): type`",
            "response_format", "`output json` and `output json(strict)` say it",
            "stream", "who runs the prompt says it: `run --stream`",
            "n", "a prompt has one reply; a test repeats it with `repeat`",
            "model", "it is the name before the braces");

    private KnownSettings() {}

    private static Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        types.put("temperature", number("0", "2"));
        types.put("top_p", number("0", "1"));
        types.put("max_tokens", integer(1, null));
        types.put("max_completion_tokens", integer(1, null));
        types.put("reasoning_effort", Given.literals("none", "minimal", "low", "medium", "high", "xhigh", "max"));
        types.put("verbosity", Given.literals("low", "medium", "high"));
        types.put("seed", Types.INTEGER);
        types.put(
                "stop",
                new Type.Union(
                        List.of(
                                new Type.Union.Member(Types.STRING, null),
                                new Type.Union.Member(new Type.Array(Types.STRING, 1, 4, null), null)),
                        null));
        types.put("presence_penalty", number("-2", "2"));
        types.put("frequency_penalty", number("-2", "2"));
        types.put("logprobs", Types.BOOLEAN);
        types.put("top_logprobs", integer(0, 20));
        types.put("logit_bias", new Type.MapOf(number("-100", "100"), null));
        types.put("parallel_tool_calls", Types.BOOLEAN);
        types.put(
                "tool_choice",
                new Type.Union(
                        List.of(
                                new Type.Union.Member(Given.literals("none", "auto", "required"), null),
                                new Type.Union.Member(new Type.MapOf(Types.ANY, null), null)),
                        null));
        types.put("service_tier", Given.literals("auto", "default", "flex", "scale", "priority"));
        types.put("store", Types.BOOLEAN);
        types.put("metadata", new Type.MapOf(new Type.Text(null, 512, null, null), null));
        types.put("user", Types.STRING);
        types.put("safety_identifier", new Type.Text(null, 64, null, null));
        types.put("prompt_cache_key", new Type.Text(null, 64, null, null));
        types.put("prompt_cache_retention", Given.literals("in_memory", "24h"));
        return Collections.unmodifiableMap(types);
    }

    private static Type number(String min, String max) {
        return new Type.Num(false, new BigDecimal(min), false, new BigDecimal(max), false, null);
    }

    private static Type integer(int min, @Nullable Integer max) {
        return new Type.Num(
                true, BigDecimal.valueOf(min), false, max == null ? null : BigDecimal.valueOf(max), false, null);
    }
}
