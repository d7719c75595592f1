package dev.cuecard.chat;

import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to the Chat Completions API.
 *
 * @param model the model's name as the provider knows it, or null when the host names it later
 * @param parameters the request parameters in their order, those of {@code extra} last
 * @param messages the conversation
 * @param tools the functions that the model may call
 * @param responseFormat the API's {@code response_format}, or null
 */
public record ChatRequest(
        @Nullable String model,
        Map<String, Json> parameters,
        List<ChatMessage> messages,
        List<ChatTool> tools,
        Json.@Nullable Obj responseFormat) {

    /** Copies the lists. */
    public ChatRequest {
        parameters = new Json.Obj(parameters).members();
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** The body, members in the order: model, parameters, messages, tools, response_format. */
    public Json.Obj toJson() {
        Json.ObjBuilder body = Json.object().put("model", model);
        parameters.forEach(body::put);
        body.put(
                "messages",
                Json.array(messages.stream().map(ChatMessage::toJson).toList()));
        if (!tools.isEmpty()) {
            body.put("tools", Json.array(tools.stream().map(ChatTool::toJson).toList()));
        }
        return body.put("response_format", responseFormat).done();
    }

    /** The same request with more messages at the end. */
    public ChatRequest and(List<ChatMessage> more) {
        List<ChatMessage> all = new ArrayList<>(messages);
        all.addAll(more);
        return withMessages(all);
    }

    /** The same request to another model. */
    public ChatRequest withModel(@Nullable String other) {
        return new ChatRequest(other, parameters, messages, tools, responseFormat);
    }

    /** The same request with other messages. */
    public ChatRequest withMessages(List<ChatMessage> others) {
        return new ChatRequest(model, parameters, others, tools, responseFormat);
    }
}
