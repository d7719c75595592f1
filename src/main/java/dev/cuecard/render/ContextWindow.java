package dev.cuecard.render;

import dev.cuecard.chat.ChatRequest;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Holds a request against what its model reads at once. */
public final class ContextWindow {

    private ContextWindow() {}

    /** The most tokens of a request to a model, or null where that is not known. */
    public static @Nullable Long of(@Nullable ModelFacts model) {
        if (model == null) {
            return null;
        }
        return model.maxInput() != null ? model.maxInput() : model.contextWindow();
    }

    /** The finding that a request is more than its model reads, or null. */
    public static @Nullable Diagnostic over(ChatRequest request, @Nullable ModelFacts model) {
        Long window = of(model);
        if (model == null || window == null) {
            return null;
        }
        // A token is at least one byte, and the body has all that is counted and more than what frames it: most
        // requests need not be counted.
        int bytes = JsonText.compact(request.toJson()).getBytes(StandardCharsets.UTF_8).length;
        RequestTokens tokens = bytes <= window ? null : RequestTokens.of(request, model);
        return tokens == null || tokens.total() <= window ? null : RenderErrors.overWindow(model, tokens, window);
    }
}
