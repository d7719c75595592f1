package dev.cuecard;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatRequest;
import org.jspecify.annotations.Nullable;

/** Asks for a model by the name that its provider gives it, without the provider's own. */
record PrefixedClient(ChatClient client, String prefix) implements ChatClient {

    @Override
    public @Nullable String provider() {
        return client.provider();
    }

    @Override
    public ChatOutcome complete(ChatRequest request) throws InterruptedException {
        return client.complete(bare(request));
    }

    @Override
    public ChatOutcome complete(ChatRequest request, CallListener listener) throws InterruptedException {
        return client.complete(bare(request), listener);
    }

    private ChatRequest bare(ChatRequest request) {
        String model = request.model();
        return model != null && model.startsWith(prefix)
                ? request.withModel(model.substring(prefix.length()))
                : request;
    }
}
