package dev.cuecard.render;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.check.model.Demand;
import dev.cuecard.data.Json;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.diagnostic.Diagnostic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a request against what its model takes. What the prompt says of its own model was checked with it: what is
 * found here comes with the model or the settings of one run, or with a picture.
 */
public final class ModelDemands {

    private ModelDemands() {}

    /** What the model does not take, as far as that is known; P318 each. */
    public static List<Diagnostic> refused(ChatRequest request, @Nullable ModelFacts model) {
        if (model == null) {
            return List.of();
        }
        Json.Obj format = request.responseFormat();
        boolean schema = format != null && format.get("json_schema") != null;
        boolean pictures = request.messages().stream().anyMatch(ModelDemands::hasPicture);
        return Demand.of(model, request.parameters(), !request.tools().isEmpty(), schema, pictures).stream()
                .map(demand -> demand.withoutPlace(
                        model,
                        demand.setting() == null ? null : request.parameters().get(demand.setting())))
                .toList();
    }

    private static boolean hasPicture(ChatMessage message) {
        return message.content() instanceof Json.Arr parts
                && parts.items().stream()
                        .anyMatch(part -> part instanceof Json.Obj one && one.get("image_url") != null);
    }
}
