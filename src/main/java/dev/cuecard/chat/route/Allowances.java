package dev.cuecard.chat.route;

import dev.cuecard.diagnostic.Diagnostic;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The providers that an operator allows beyond what is trusted anyway: {@code CUECARD_ALLOW_PROVIDER}.
 *
 * @param all those that are allowed
 * @param wrong what is wrong with the list, or null; then nothing is allowed
 */
public record Allowances(List<Allowance> all, @Nullable Diagnostic wrong) {

    /** The environment variable that holds them. */
    public static final String VARIABLE = "CUECARD_ALLOW_PROVIDER";

    /** Nothing is allowed. */
    public static final Allowances NONE = new Allowances(List.of(), null);

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    /** A host is a name, an IPv4 address or an IPv6 address in brackets. */
    private static final Pattern ENTRY =
            Pattern.compile("([A-Za-z0-9._-]+)@([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?");

    /**
     * One of them.
     *
     * @param provider the name of a provider
     * @param host the host that it may be at, in lower case
     * @param port the only port that it may be at, or -1 for any
     */
    public record Allowance(String provider, String host, int port) {}

    /** Copies the list. */
    public Allowances {
        all = List.copyOf(all);
    }

    /**
     * Reads a list.
     *
     * @param text {@code name@host} or {@code name@host:port}, several separated by commas or blanks; null for none
     */
    public static Allowances of(@Nullable String text) {
        List<Allowance> all = new ArrayList<>();
        for (String entry : text == null ? new String[0] : SEPARATOR.split(text)) {
            Matcher parts = ENTRY.matcher(entry);
            if (parts.matches()) {
                int port = parts.group(3) == null ? -1 : Integer.parseInt(parts.group(3));
                all.add(new Allowance(parts.group(1), parts.group(2).toLowerCase(Locale.ROOT), port));
            } else if (!entry.isEmpty()) {
                return new Allowances(List.of(), RouteErrors.noAllowance(entry));
            }
        }
        return new Allowances(all, null);
    }

    /** Whether a provider may be at a place, with a key, and over plain http. */
    boolean covers(String provider, URI base) {
        String host = base.getHost() == null ? "" : base.getHost().toLowerCase(Locale.ROOT);
        return all.stream()
                .anyMatch(one -> one.provider().equals(provider)
                        && one.host().equals(host)
                        && (one.port() < 0 || one.port() == port(base)));
    }

    private static int port(URI base) {
        return base.getPort() >= 0 ? base.getPort() : "http".equalsIgnoreCase(base.getScheme()) ? 80 : 443;
    }
}
