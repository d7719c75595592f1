package dev.cuecard.chat;

import dev.cuecard.data.Json;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.ModelTable;

/**
 * Which requests go to a model that thinks before it answers, and may be silent for minutes. What the request itself says
 * of its effort counts; else whether the table of models knows of efforts that the model can make.
 *
 * @param models what is known of models
 */
public record Thinking(ModelTable models) {

    private static final String NONE = "none";

    /** Whether the model of a request thinks first. */
    public boolean thinks(ChatRequest request) {
        if (request.parameters().get("reasoning_effort") instanceof Json.Str effort) {
            return !effort.value().equals(NONE);
        }
        ModelFacts facts = request.model() == null ? null : models.find(request.model());
        return facts != null && !facts.reasoningEfforts().isEmpty();
    }
}
