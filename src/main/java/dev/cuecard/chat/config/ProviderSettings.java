package dev.cuecard.chat.config;

import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider as a {@code cuecard.json} names it. It says which variable would hold a key, not whether that may be read:
 * who wrote the file decides that.
 *
 * @param name what stands before the slash of a model's name
 * @param baseUrl where its API begins; a URL that can be used
 * @param keyEnv the environment variable that holds its key, or null when it wants none
 * @param headers further headers of every request
 * @param origin whose file names it
 * @param nameAt where the file names it
 * @param baseUrlAt where the file says the URL
 * @param keyEnvAt where the file says the variable, or null
 */
public record ProviderSettings(
        String name,
        String baseUrl,
        @Nullable String keyEnv,
        Map<String, String> headers,
        Origin origin,
        Span nameAt,
        Span baseUrlAt,
        @Nullable Span keyEnvAt) {

    /** Copies the headers, in their order. */
    public ProviderSettings {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Where a part of its API is: {@code chat/completions}, say. */
    public String endpoint(String path) {
        return new Provider(name, URI.create(baseUrl.strip()), null, headers)
                .endpoint(path)
                .toString();
    }

    /**
     * The provider, or why it cannot be used, with the place in the file.
     *
     * @param plainAllowed whether the operator allows plain http to another machine
     * @param key its key, or null for none
     */
    public ProviderReading reading(boolean plainAllowed, @Nullable String key) {
        String where = "the provider " + Quoted.of(name) + " in "
                + Quoted.of(nameAt.source().name());
        ProviderReading reading = ProviderReading.of(name, baseUrl, where, key, headers, plainAllowed);
        return reading instanceof ProviderReading.Refused refused
                ? new ProviderReading.Refused(ConfigurationErrors.at(refused.diagnostic(), baseUrlAt, "cannot be used"))
                : reading;
    }
}
