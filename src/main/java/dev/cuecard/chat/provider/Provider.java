package dev.cuecard.chat.provider;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who answers requests. Made by {@link ProviderReading#of}, which refuses what cannot or should not be sent.
 *
 * @param name what a person calls it
 * @param baseUri where its API begins, such as {@code https://api.openai.com/v1}
 * @param key its key, or null where it wants none
 * @param headers further headers of every request
 */
public record Provider(String name, URI baseUri, @Nullable Secret key, Map<String, String> headers) {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(0*:)+0*1]");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    /** Headers whose names hold such a word are masked; some of them for nothing. */
    private static final Pattern SECRET_NAME = Pattern.compile("auth|key|token|secret|cookie|password");

    /** Copies the headers, in their order. */
    public Provider {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Whether a provider can have that name, which stands before the first slash of a model's. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** The address as messages show it: the host, and the port where one is given. */
    public String address() {
        return baseUri.getHost() + (baseUri.getPort() < 0 ? "" : ":" + baseUri.getPort());
    }

    /** Whether it is on this machine. */
    public boolean isLoopback() {
        return isLoopback(baseUri.getHost());
    }

    /** Whether a host, an IPv6 address in brackets, is this machine. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** Where a part of the API is: {@code chat/completions}, say. A query of the base URL stays. */
    public URI endpoint(String path) {
        String base = baseUri.getRawPath() == null ? "" : baseUri.getRawPath();
        String query = baseUri.getRawQuery() == null ? "" : "?" + baseUri.getRawQuery();
        return URI.create(baseUri.getScheme() + "://" + baseUri.getRawAuthority()
                + (base.endsWith("/") ? base : base + "/") + path + query);
    }

    /** A text without the key and other secrets, whoever wrote it: servers echo what they were sent. */
    public String mask(String text) {
        String masked = text;
        for (Secret secret : secrets()) {
            masked = secret.mask(masked);
        }
        return Secret.maskLikely(masked);
    }

    /** What keeps its secrets out of the model's own words. */
    public ReplyMask replyMask() {
        return new ReplyMask(secrets());
    }

    private List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>();
        if (key != null) {
            secrets.add(key);
        }
        headers.forEach((header, value) -> {
            if (isSecret(header) && !value.isEmpty()) {
                secrets.add(new Secret(value));
            }
        });
        return secrets;
    }

    private static boolean isSecret(String header) {
        return SECRET_NAME.matcher(header.toLowerCase(Locale.ROOT)).find();
    }

    /** Without a secret in it. */
    @Override
    public String toString() {
        return "Provider[" + name + ", " + baseUri + ", key " + (key == null ? "none" : key) + ", headers "
                + headers.keySet() + "]";
    }
}
