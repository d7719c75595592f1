package dev.cuecard.chat.route;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A key and a host that it may be sent to.
 *
 * @param variable the environment variable that holds the key
 * @param host the host, in lower case
 */
record KeyPlace(String variable, String host) {

    /** Of a base URL; null where that names no host. */
    static @Nullable KeyPlace of(String variable, String baseUrl) {
        try {
            String host = URI.create(baseUrl.strip()).getHost();
            return host == null ? null : new KeyPlace(variable, host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
