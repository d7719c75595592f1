package dev.cuecard.chat.provider;

import dev.cuecard.diagnostic.Diagnostic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
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
        return provider(
                plainAllowed, "`OPENAI_BASE_URL`", address -> ProviderErrors.noKey(NAME, address, "OPENAI_API_KEY"));
    }

    /** The same where a program gives the engine what it needs, and no variable is read. */
    public ProviderReading ofProgram() {
        return provider(false, "the builder of the engine", address -> ProviderErrors.noKeyGiven(NAME, address));
    }

    private ProviderReading provider(boolean plainAllowed, String origin, Function<String, Diagnostic> noKey) {
        boolean own = baseUrl != null && !baseUrl.isBlank();
        Map<String, String> headers = new LinkedHashMap<>();
        put(headers, "OpenAI-Organization", organization);
        put(headers, "OpenAI-Project", project);
        ProviderReading reading = ProviderReading.of(
                NAME,
                own ? String.valueOf(baseUrl) : BASE_URL,
                own ? origin : "the built-in provider",
                key == null ? null : key.reveal(),
                headers,
                plainAllowed);
        return reading instanceof ProviderReading.Usable usable
                        && usable.provider().key() == null
                        && !usable.provider().isLoopback()
                ? new ProviderReading.Refused(noKey.apply(usable.provider().address()))
                : reading;
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            headers.put(name, value);
        }
    }
}
