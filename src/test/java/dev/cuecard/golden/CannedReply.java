package dev.cuecard.golden;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reply of a case: the text of {@code NAME.reply.txt}, or in {@code NAME.reply.json} an object of {@code content},
 * {@code refusal}, {@code finish_reason} and the names of {@code tool_calls}.
 */
final class CannedReply {

    private CannedReply() {}

    static @Nullable ChatReply of(Case golden) {
        if (golden.has(".reply.txt")) {
            return new ChatReply(null, golden.text(".reply.txt"), null, List.of(), "stop", null, null, false);
        } else if (!golden.has(".reply.json")) {
            return null;
        }
        JsonReading reading = JsonText.parse(golden.source(".reply.json"));
        Json.Obj reply = (Json.Obj) ((JsonReading.Parsed) reading).document().value();
        List<ToolCall> calls = new ArrayList<>();
        if (reply.get("tool_calls") instanceof Json.Arr names) {
            names.items().forEach(name -> calls.add(new ToolCall("call_1", ((Json.Str) name).value(), "{}")));
        }
        return new ChatReply(
                null,
                text(reply, "content"),
                text(reply, "refusal"),
                calls,
                text(reply, "finish_reason"),
                null,
                null,
                false);
    }

    private static @Nullable String text(Json.Obj reply, String name) {
        return reply.get(name) instanceof Json.Str text ? text.value() : null;
    }
}
