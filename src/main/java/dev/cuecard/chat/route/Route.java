package dev.cuecard.chat.route;

import dev.cuecard.chat.provider.ProviderReading;

/**
 * Who answers for a model.
 *
 * @param reading the provider, or why there is none
 * @param prefix what the provider's name makes of the model's, such as {@code local/}; it is not sent; empty where the
 *     whole name is the model's
 * @param isMistake whether a refusal is a mistake in a {@code cuecard.json}, and none of the world
 */
public record Route(ProviderReading reading, String prefix, boolean isMistake) {

    /** To a provider that can be used, or is refused by no mistake of a file. */
    static Route to(ProviderReading reading, String prefix) {
        return new Route(reading, prefix, false);
    }
}
