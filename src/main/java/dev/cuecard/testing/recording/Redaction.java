package dev.cuecard.testing.recording;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.chat.provider.Secret;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.Regex;
import dev.cuecard.diagnostic.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What no recording holds: what looks like a key, and what the configuration says.
 *
 * @param patterns the patterns of the configuration
 */
record Redaction(List<Regex> patterns) {

    private static final String MASK = "[redacted]";

    String text(String text) {
        String out = Secret.maskLikely(text);
        for (Regex pattern : patterns) {
            out = pattern.replaceAll(out, MASK);
        }
        return out;
    }

    /** A reply without what no recording holds. */
    ChatReply reply(ChatReply reply) {
        return new ChatReply(
                reply.model(),
                reply.content() == null ? null : text(reply.content()),
                reply.refusal() == null ? null : text(reply.refusal()),
                reply.toolCalls().stream().map(this::call).toList(),
                reply.finishReason(),
                reply.usage(),
                reply.requestId(),
                reply.simulated());
    }

    /** Arguments stay JSON: what is masked in them is a text. */
    private ToolCall call(ToolCall call) {
        String arguments = call.arguments();
        JsonReading reading = JsonText.parse(new Source("arguments", arguments));
        if (reading instanceof JsonReading.Parsed parsed) {
            Json masked = inArguments(parsed.document().value());
            arguments = masked.equals(parsed.document().value()) ? arguments : JsonText.compact(masked);
        } else {
            arguments = text(arguments);
        }
        return new ToolCall(call.id(), call.name(), arguments);
    }

    private Json inArguments(Json value) {
        if (value instanceof Json.Num number) {
            String digits = JsonText.compact(number);
            String masked = text(digits);
            return masked.equals(digits) ? value : Json.of(masked);
        } else if (value instanceof Json.Arr list) {
            return Json.array(list.items().stream().map(this::inArguments).toList());
        } else if (value instanceof Json.Obj object) {
            Map<String, Json> members = new LinkedHashMap<>();
            object.members().forEach((name, member) -> members.put(text(name), inArguments(member)));
            return new Json.Obj(members);
        }
        return value(value);
    }

    Json.Obj object(Json.Obj object) {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((name, value) -> members.put(name, value(value)));
        return new Json.Obj(members);
    }

    private Json value(Json value) {
        if (value instanceof Json.Str text) {
            return Json.of(text(text.value()));
        } else if (value instanceof Json.Arr list) {
            return Json.array(list.items().stream().map(this::value).toList());
        }
        return value instanceof Json.Obj object ? object(object) : value;
    }
}
