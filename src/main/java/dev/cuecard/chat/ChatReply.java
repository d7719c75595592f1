package dev.cuecard.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered.
 *
 * @param model the model that the server says has answered, or null when it does not say
 * @param content the text, or null
 * @param refusal why the model refuses, or null
 * @param toolCalls the functions it wants called
 * @param finishReason why it stopped, as the server says: {@code stop}, {@code length}, {@code content_filter},
 *     {@code tool_calls} or a word of its own; null when it does not say
 * @param usage the tokens, or null when the server does not say or says nonsense
 * @param requestId the provider's name for this call, or null
 * @param simulated whether the simulator answered
 */
public record ChatReply(
        @Nullable String model,
        @Nullable String content,
        @Nullable String refusal,
        List<ToolCall> toolCalls,
        @Nullable String finishReason,
        @Nullable Usage usage,
        @Nullable String requestId,
        boolean simulated) {

    /** Copies the calls. */
    public ChatReply {
        toolCalls = List.copyOf(toolCalls);
    }
}
