package dev.cuecard.chat;

import dev.cuecard.data.Json;
import org.jspecify.annotations.Nullable;

/**
 * A function that the model may call.
 *
 * @param name its name
 * @param description what it does, or null
 * @param parameters the JSON Schema of its arguments
 * @param strict whether the API holds the model to that schema
 */
public record ChatTool(String name, @Nullable String description, Json.Obj parameters, boolean strict) {

    /** As the API takes it. */
    public Json.Obj toJson() {
        Json.ObjBuilder function = Json.object().put("name", name).put("description", description);
        function.put("parameters", parameters);
        if (strict) {
            function.put("strict", true);
        }
        return Json.object()
                .put("type", "function")
                .put("function", function.done())
                .done();
    }
}
