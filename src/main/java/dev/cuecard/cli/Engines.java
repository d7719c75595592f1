package dev.cuecard.cli;

import dev.cuecard.PromptEngine;
import dev.cuecard.PromptEngineBuilder;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.config.ConfigurationReading;
import dev.cuecard.chat.provider.OpenAi;
import dev.cuecard.chat.provider.Secret;
import dev.cuecard.diagnostic.Diagnostic;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the engine of a command. */
final class Engines {

    private Engines() {}

    /** An engine with the provider that the environment names. */
    static PromptEngine of(Console console, Timeouts timeouts) throws CommandStopped {
        Map<String, String> environment = console.environment();
        String key = set(environment, "OPENAI_API_KEY");
        OpenAi provider = new OpenAi(
                key == null ? null : new Secret(key),
                set(environment, "OPENAI_BASE_URL"),
                set(environment, "OPENAI_ORG_ID"),
                set(environment, "OPENAI_PROJECT_ID"));
        return builder(console)
                .provider(provider.provider(false))
                .timeouts(timeouts)
                .build();
    }

    /** An engine that asks no model. */
    static PromptEngine offline(Console console) throws CommandStopped {
        return builder(console).build();
    }

    /** An engine with what the user has configured; a mistake there has been said when it stops. */
    static PromptEngineBuilder builder(Console console) throws CommandStopped {
        ConfigurationReading user = UserConfiguration.read(console.environment());
        console.report(user.findings());
        if (Diagnostic.stops(user.findings())) {
            throw new CommandStopped(ExitCode.MISTAKE);
        }
        return PromptEngine.builder().configuration(user.configuration()).clock(console.clock());
    }

    private static @Nullable String set(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
