package dev.cuecard.chat;

import dev.cuecard.data.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a request.
 *
 * @param role who speaks
 * @param name the speaker's name, or null
 * @param content what is said: a string, an array of parts, or null where only tools are called
 * @param toolCalls the calls that an assistant makes, empty otherwise
 * @param toolCallId the call that a tool answers, null for other roles
 */
public record ChatMessage(
        ChatRole role,
        @Nullable String name,
        @Nullable Json content,
        List<ToolCall> toolCalls,
        @Nullable String toolCallId) {

    /** Copies the calls. */
    public ChatMessage {
        toolCalls = List.copyOf(toolCalls);
    }

    /** A message of plain text. */
    public static ChatMessage of(ChatRole role, String content) {
        return new ChatMessage(role, null, Json.of(content), List.of(), null);
    }

    /** As the API takes it: role, name, content, tool calls. */
    public Json.Obj toJson() {
        Json.ObjBuilder body = Json.object().put("role", role.word()).put("name", name);
        body.put("content", content == null ? Json.nil() : content);
        if (!toolCalls.isEmpty()) {
            body.put(
                    "tool_calls",
                    Json.array(toolCalls.stream().map(ToolCall::toJson).toList()));
        }
        return body.put("tool_call_id", toolCallId).done();
    }
}
