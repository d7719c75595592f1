package dev.cuecard.testing;

import dev.cuecard.Rendering;
import dev.cuecard.Result;
import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.Usage;
import dev.cuecard.data.Json;
import dev.cuecard.output.Envelope;
import dev.cuecard.output.ReplyError;
import dev.cuecard.output.ladder.Recovery;
import dev.cuecard.render.Binder;
import dev.cuecard.render.Bound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the names of the language stand for when a run is spoken of; what is not known is left out. */
public final class Specials {

    private final Map<String, Json> values = new LinkedHashMap<>();

    private Specials() {}

    /** Of a run: what was asked, the inputs it had, and how it ended. */
    public static Map<String, Json> of(Rendering rendering, Bound bound, Result result) {
        Envelope envelope = result.envelope();
        Specials specials = new Specials();
        specials.put(Binder.HISTORY, bound.history());
        specials.put("messages", messages(rendering));
        specials.put("output", envelope.output());
        specials.put("reply", text(envelope.reply()));
        specials.put(
                "outcome",
                envelope.outcome() == null ? null : Json.of(envelope.outcome().word()));
        specials.put(
                "errors",
                Json.array(envelope.errors().stream().map(Specials::error).toList()));
        specials.put(
                "recoveries",
                Json.array(
                        envelope.recoveries().stream().map(Specials::recovery).toList()));
        specials.put("finish_reason", text(envelope.finishReason()));
        specials.put("usage", usage(envelope.usage()));
        specials.put("cost_usd", envelope.costUsd() == null ? null : Json.of(envelope.costUsd()));
        specials.put("latency_ms", Json.of(latency(envelope)));
        specials.put("model", text(envelope.model() == null ? envelope.requestedModel() : envelope.model()));
        return specials.values;
    }

    /** The time that the model took; not that of the test, which a recording would make meaningless. */
    private static long latency(Envelope envelope) {
        return envelope.attempts().stream()
                .mapToLong(Envelope.Attempt::latencyMs)
                .sum();
    }

    private void put(String name, @Nullable Json value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static @Nullable Json text(@Nullable String text) {
        return text == null ? null : Json.of(text);
    }

    private static Json messages(Rendering rendering) {
        List<ChatMessage> messages =
                rendering.request() == null ? List.of() : rendering.request().messages();
        return Json.array(messages.stream().map(Specials::message).toList());
    }

    private static Json message(ChatMessage message) {
        return Json.object()
                .put("role", message.role().word())
                .put("content", content(message.content()))
                .put("name", text(message.name()))
                .done();
    }

    /** Its text; of a message of parts, those that are text, each on a line of its own. */
    private static String content(@Nullable Json content) {
        if (content instanceof Json.Str text) {
            return text.value();
        }
        StringBuilder out = new StringBuilder();
        if (content instanceof Json.Arr parts) {
            for (Json part : parts.items()) {
                if (part instanceof Json.Obj object && object.get("text") instanceof Json.Str text) {
                    out.append(out.isEmpty() ? "" : "\n").append(text.value());
                }
            }
        }
        return out.toString();
    }

    private static Json error(ReplyError error) {
        return Json.object()
                .put("pointer", error.pointer())
                .put("message", error.message())
                .done();
    }

    private static Json recovery(Recovery recovery) {
        return Json.object().put("kind", recovery.kind().word()).done();
    }

    private static @Nullable Json usage(@Nullable Usage usage) {
        return usage == null
                ? null
                : Json.object()
                        .put("prompt_tokens", usage.promptTokens())
                        .put("completion_tokens", usage.completionTokens())
                        .put("total_tokens", usage.totalTokens())
                        .done();
    }
}
