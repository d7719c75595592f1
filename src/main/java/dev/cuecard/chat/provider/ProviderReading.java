package dev.cuecard.chat.provider;

import dev.cuecard.diagnostic.Diagnostic;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A provider, or why there is none. */
public sealed interface ProviderReading {

    /** It can be used. */
    record Usable(Provider provider) implements ProviderReading {}

    /** It cannot. */
    record Refused(Diagnostic diagnostic) implements ProviderReading {}

    /**
     * Reads what someone configured.
     *
     * @param name what a person calls the provider
     * @param baseUrl the base URL as it was written
     * @param origin where it was written, as a message says it, such as {@code `OPENAI_BASE_URL`}
     * @param key the key, or null for none; blanks around it are dropped
     * @param headers further headers
     * @param plainAllowed whether the operator allows plain http to other machines
     */
    static ProviderReading of(
            String name,
            String baseUrl,
            String origin,
            @Nullable String key,
            Map<String, String> headers,
            boolean plainAllowed) {
        Diagnostic wrong = wrongUrl(name, baseUrl.strip(), origin, plainAllowed);
        if (wrong != null) {
            return new Refused(wrong);
        }
        String bareKey = key == null ? "" : key.strip();
        if (!bareKey.isEmpty() && !HeaderRules.isWord(bareKey)) {
            return new Refused(ProviderErrors.unsendableKey(name));
        }
        Map<String, String> sent = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String value = header.getValue().strip();
            if (!HeaderRules.isName(header.getKey())) {
                return new Refused(ProviderErrors.unsendableHeaderName(name, header.getKey()));
            } else if (!HeaderRules.isLine(value)) {
                return new Refused(ProviderErrors.unsendableHeaderValue(name, header.getKey()));
            }
            sent.put(header.getKey(), value);
        }
        Secret secret = bareKey.isEmpty() ? null : new Secret(bareKey);
        return new Usable(new Provider(name, URI.create(baseUrl.strip()), secret, sent));
    }

    private static @Nullable Diagnostic wrongUrl(String name, String text, String origin, boolean plainAllowed) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return ProviderErrors.badUrl(text, origin, "it is no URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return ProviderErrors.badUrl(text, origin, "it does not begin with `https://` or `http://`");
        } else if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            return ProviderErrors.credentials(text, origin);
        } else if (uri.getHost() == null) {
            return ProviderErrors.badUrl(text, origin, "it names no host");
        } else if (uri.getPort() == 0 || uri.getPort() > 0xFFFF) {
            return ProviderErrors.badUrl(text, origin, "the port is not from 1 to 65535");
        } else if (uri.getRawFragment() != null) {
            return ProviderErrors.badUrl(text, origin, "it has a fragment (`#`)");
        } else if (scheme.equals("http") && !plainAllowed && !Provider.isLoopback(uri.getHost())) {
            return ProviderErrors.plainHttp(text, origin, name + "@" + uri.getHost());
        }
        return null;
    }
}
