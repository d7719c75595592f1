package dev.cuecard.chat.config;

import dev.cuecard.diagnostic.Span;
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
}
