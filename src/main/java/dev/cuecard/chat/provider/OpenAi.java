package dev.cuecard.chat.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The provider that is built in, by the variables that the official clients read. Reading them is left to the caller;
 * null and empty mean that a variable is not set.
 *
 * @param key {@code OPENAI_API_KEY}
 * @param baseUrl {@code OPENAI_BASE_URL}
 * @param organization {@code OPENAI_ORG_ID}
 * @param project {@code OPENAI_PROJECT_ID}
 */
public record OpenAi(
        @Nullable Secret key,
        @Nullable String baseUrl,
        @Nullable String organization,
        @Nullable String project) {

    /** What messages call it. */
    public static final String NAME = "openai";

    /** Where it is unless told otherwise. */
    public static final String BASE_URL = "https://api.openai.com/v1";

    /**
     * The provider. Without a key there is none, but on this machine, where servers of models rarely want one.
     *
     * @param plainAllowed whether the operator allows plain http to other machines
     */
    public ProviderReading provider(boolean plainAllowed) {
        boolean own = baseUrl != null && !baseUrl.isBlank();
        Map<String, String> headers = new LinkedHashMap<>();
        put(headers, "OpenAI-Organization", organization);
        put(headers, "OpenAI-Project", project);
        ProviderReading reading = ProviderReading.of(
                NAME,
                own ? String.valueOf(baseUrl) : BASE_URL,
                own ? "`OPENAI_BASE_URL`" : "the built-in provider",
                key == null ? null : key.reveal(),
                headers,
                plainAllowed);
        return reading instanceof ProviderReading.Usable usable
                        && usable.provider().key() == null
                        && !usable.provider().isLoopback()
                ? new ProviderReading.Refused(
                        ProviderErrors.noKey(NAME, usable.provider().address(), "OPENAI_API_KEY"))
                : reading;
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            headers.put(name, value);
        }
    }
}
