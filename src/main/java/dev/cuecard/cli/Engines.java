package dev.cuecard.cli;

import dev.cuecard.PromptEngine;
import dev.cuecard.chat.provider.OpenAi;
import dev.cuecard.chat.provider.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the engine of a command that may ask a model. */
final class Engines {

    private Engines() {}

    /** An engine with the provider that the environment names. */
    static PromptEngine of(Console console, Timeouts timeouts) {
        Map<String, String> environment = console.environment();
        String key = set(environment, "OPENAI_API_KEY");
        OpenAi provider = new OpenAi(
                key == null ? null : new Secret(key),
                set(environment, "OPENAI_BASE_URL"),
                set(environment, "OPENAI_ORG_ID"),
                set(environment, "OPENAI_PROJECT_ID"));
        return PromptEngine.builder()
                .provider(provider.provider(false))
                .connectTimeout(timeouts.connect())
                .attemptTimeout(timeouts.attempt())
                .build();
    }

    private static @Nullable String set(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
