package dev.cuecard.chat.reply;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.chat.Usage;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a chat completion as servers of many kinds write it: whatever is not needed may be missing or odd. */
final class CompletionReader {

    private static final BigDecimal MOST_TOKENS = BigDecimal.valueOf(1_000_000_000);

    private CompletionReader() {}

    /** The reply of one choice, or null when it holds no message. */
    static @Nullable ChatReply read(Json.Obj body, Json any, @Nullable String requestId) {
        if (!(any instanceof Json.Obj choice) || !(choice.get("message") instanceof Json.Obj message)) {
            return null;
        }
        Json said = message.get("content");
        String content = content(said);
        if (content == null && said != null && !(said instanceof Json.Null)) {
            return null;
        }
        return new ChatReply(
                text(body.get("model")),
                content,
                text(message.get("refusal")),
                toolCalls(message.get("tool_calls")),
                text(choice.get("finish_reason")),
                usage(body.get("usage")),
                requestId,
                Json.of(true).equals(body.get("simulated")));
    }

    /** A string, or a list of parts whose texts are joined. */
    static @Nullable String content(@Nullable Json said) {
        if (said instanceof Json.Str text) {
            return text.value();
        } else if (!(said instanceof Json.Arr parts)) {
            return null;
        } else {
            StringBuilder joined = new StringBuilder();
            for (Json part : parts.items()) {
                if (part instanceof Json.Obj object && object.get("text") instanceof Json.Str text) {
                    joined.append(text.value());
                } else if (part instanceof Json.Str text) {
                    joined.append(text.value());
                }
            }
            return joined.toString();
        }
    }

    static @Nullable String text(@Nullable Json value) {
        return value instanceof Json.Str text && !text.value().isEmpty() ? text.value() : null;
    }

    private static List<ToolCall> toolCalls(@Nullable Json any) {
        if (!(any instanceof Json.Arr calls)) {
            return List.of();
        }
        List<ToolCall> read = new ArrayList<>();
        for (Json call : calls.items()) {
            if (call instanceof Json.Obj object
                    && object.get("function") instanceof Json.Obj function
                    && function.get("name") instanceof Json.Str name) {
                String id = text(object.get("id"));
                Json arguments = function.get("arguments");
                read.add(new ToolCall(
                        id == null ? "call_" + read.size() : id,
                        name.value(),
                        arguments == null
                                ? "{}"
                                : arguments instanceof Json.Str text ? text.value() : JsonText.compact(arguments)));
            }
        }
        return read;
    }

    /** The tokens, or null when a number is missing or cannot be true. */
    static @Nullable Usage usage(@Nullable Json any) {
        if (!(any instanceof Json.Obj usage)) {
            return null;
        }
        Long asked = tokens(usage.get("prompt_tokens"));
        Long answered = tokens(usage.get("completion_tokens"));
        if (asked == null || answered == null) {
            return null;
        }
        Long cached = usage.get("prompt_tokens_details") instanceof Json.Obj details
                ? tokens(details.get("cached_tokens"))
                : null;
        return new Usage(asked, cached == null || cached > asked ? 0 : cached, answered);
    }

    private static @Nullable Long tokens(@Nullable Json value) {
        return value instanceof Json.Num number
                        && number.isInteger()
                        && number.value().signum() >= 0
                        && number.value().compareTo(MOST_TOKENS) <= 0
                ? number.value().longValue()
                : null;
    }
}
