package dev.cuecard.testing.recording;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.chat.Usage;
import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reply.
 *
 * @param repeat which run of the test it belongs to, from 0
 * @param reply what the model answered
 * @param latencyMs how long that took, in milliseconds
 */
record RecordedReply(int repeat, ChatReply reply, long latencyMs) {

    Json.Obj toJson() {
        Json.ObjBuilder out = Json.object().put("repeat", repeat + 1);
        out.put("model", reply.model());
        if (reply.simulated()) {
            out.put("simulated", true);
        }
        out.put("content", text(reply.content()));
        out.put("refusal", reply.refusal());
        if (!reply.toolCalls().isEmpty()) {
            out.put(
                    "tool_calls",
                    Json.array(
                            reply.toolCalls().stream().map(RecordedReply::call).toList()));
        }
        return out.put("finish_reason", text(reply.finishReason()))
                .put("usage", usage(reply.usage()))
                .put("latency_ms", latencyMs)
                .done();
    }

    private static Json call(ToolCall call) {
        return Json.object()
                .put("id", call.id())
                .put("name", call.name())
                .put("arguments", call.arguments())
                .done();
    }

    private static Json text(@Nullable String text) {
        return text == null ? Json.nil() : Json.of(text);
    }

    private static Json usage(@Nullable Usage usage) {
        return usage == null
                ? Json.nil()
                : Json.object()
                        .put("prompt_tokens", usage.promptTokens())
                        .put("cached_tokens", usage.cachedTokens())
                        .put("completion_tokens", usage.completionTokens())
                        .done();
    }

    /** Of an object that is known to have the form. */
    static RecordedReply of(Json.Obj json) {
        List<ToolCall> calls = new ArrayList<>();
        if (json.get("tool_calls") instanceof Json.Arr list) {
            for (Json item : list.items()) {
                Json.Obj call = (Json.Obj) item;
                calls.add(
                        new ToolCall(string(call, "id", ""), string(call, "name", ""), string(call, "arguments", "")));
            }
        }
        Usage usage = json.get("usage") instanceof Json.Obj tokens
                ? new Usage(
                        number(tokens, "prompt_tokens"),
                        number(tokens, "cached_tokens"),
                        number(tokens, "completion_tokens"))
                : null;
        ChatReply reply = new ChatReply(
                stringOrNull(json, "model"),
                stringOrNull(json, "content"),
                stringOrNull(json, "refusal"),
                calls,
                stringOrNull(json, "finish_reason"),
                usage,
                null,
                Json.of(true).equals(json.get("simulated")));
        return new RecordedReply((int) number(json, "repeat") - 1, reply, number(json, "latency_ms"));
    }

    private static String string(Json.Obj json, String name, String otherwise) {
        String text = stringOrNull(json, name);
        return text == null ? otherwise : text;
    }

    private static @Nullable String stringOrNull(Json.Obj json, String name) {
        return json.get(name) instanceof Json.Str text ? text.value() : null;
    }

    private static long number(Json.Obj json, String name) {
        return json.get(name) instanceof Json.Num number ? number.value().longValue() : 0;
    }
}
