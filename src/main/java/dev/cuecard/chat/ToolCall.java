package dev.cuecard.chat;

import dev.cuecard.data.Json;

/**
 * The model's wish that a function be called.
 *
 * @param id what the answer refers to
 * @param name the function
 * @param arguments JSON text, as the model wrote it: it may be malformed
 */
public record ToolCall(String id, String name, String arguments) {

    /** As the API writes it. */
    public Json.Obj toJson() {
        return Json.object()
                .put("id", id)
                .put("type", "function")
                .put(
                        "function",
                        Json.object()
                                .put("name", name)
                                .put("arguments", arguments)
                                .done())
                .done();
    }
}
