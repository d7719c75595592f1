package dev.cuecard.chat.route;

import dev.cuecard.chat.config.ProviderSettings;
import dev.cuecard.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Where a model's requests would go, as far as that can be told without a key.
 *
 * @param model the model's name as the provider is told it
 * @param settings the provider that a {@code cuecard.json} names, or null for another
 * @param refusal why it would not be asked, or null
 */
public record Destination(
        String model,
        @Nullable ProviderSettings settings,
        @Nullable Diagnostic refusal) {}
