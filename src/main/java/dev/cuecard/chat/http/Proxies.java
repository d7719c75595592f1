package dev.cuecard.chat.http;

import dev.cuecard.chat.provider.Provider;
import dev.cuecard.diagnostic.Diagnostic;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which requests go through a proxy, by the usual environment variables: those over https. Those to this machine never do.
 */
public final class Proxies extends ProxySelector {

    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
    private static final int DEFAULT_PORT = 80;

    private final @Nullable InetSocketAddress proxy;
    private final @Nullable PasswordAuthentication credentials;
    private final @Nullable ProxySelector others;
    private final @Nullable Diagnostic wrong;
    private final List<String> direct;

    private Proxies(
            @Nullable InetSocketAddress proxy,
            @Nullable PasswordAuthentication credentials,
            @Nullable ProxySelector others,
            @Nullable Diagnostic wrong,
            List<String> direct) {
        this.proxy = proxy;
        this.credentials = credentials;
        this.others = others;
        this.wrong = wrong;
        this.direct = List.copyOf(direct);
    }

    /** No request goes through a proxy. */
    public static Proxies none() {
        return new Proxies(null, null, null, null, List.of());
    }

    /** As the JVM says, but for this machine. */
    public static Proxies ofJvm() {
        return new Proxies(null, null, ProxySelector.getDefault(), null, List.of());
    }

    /**
     * As the environment says.
     *
     * @param httpsProxy {@code HTTPS_PROXY}, such as {@code http://proxy:3128}, with a user and a password or without;
     *     null and blank: as the JVM says
     * @param noProxy {@code NO_PROXY}: hosts, with a port or without, and domains with or without a leading dot,
     *     separated by commas or blanks; {@code *} for all; or null
     */
    public static Proxies of(@Nullable String httpsProxy, @Nullable String noProxy) {
        List<String> direct = noProxy == null
                ? List.of()
                : SEPARATOR
                        .splitAsStream(noProxy.toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .toList();
        if (httpsProxy == null || httpsProxy.isBlank()) {
            return new Proxies(null, null, ProxySelector.getDefault(), null, direct);
        }
        String text = httpsProxy.strip();
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme()) && isPort(uri.getPort())) {
                int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
                InetSocketAddress address = InetSocketAddress.createUnresolved(uri.getHost(), port);
                return new Proxies(address, credentials(uri), null, null, direct);
            }
        } catch (URISyntaxException notAUrl) {
            // It is refused like everything else that is no proxy.
        }
        return new Proxies(null, null, null, TransportErrors.noProxy(text), direct);
    }

    private static boolean isPort(int port) {
        return port != 0 && port <= 0xFFFF;
    }

    private static @Nullable PasswordAuthentication credentials(URI uri) {
        String both = uri.getUserInfo();
        if (both == null || both.isEmpty()) {
            return null;
        }
        int colon = both.indexOf(':');
        String user = colon < 0 ? both : both.substring(0, colon);
        return new PasswordAuthentication(
                user, colon < 0 ? new char[0] : both.substring(colon + 1).toCharArray());
    }

    /** What is wrong with the proxy that requests to a place should go through, or null; then nothing is sent there. */
    public @Nullable Diagnostic wrong(URI uri) {
        return isProxied(uri) ? wrong : null;
    }

    /** What the proxy wants to know, or null. */
    @Nullable
    PasswordAuthentication credentials() {
        return credentials;
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (proxy != null && isProxied(uri)) {
            return List.of(new Proxy(Proxy.Type.HTTP, proxy));
        }
        return others == null || isDirect(uri) ? List.of(Proxy.NO_PROXY) : others.select(uri);
    }

    private boolean isProxied(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) && !isDirect(uri);
    }

    private boolean isDirect(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        String withPort = host + ":" + (uri.getPort() < 0 ? 443 : uri.getPort());
        return Provider.isLoopback(host)
                || direct.stream()
                        .map(entry -> entry.startsWith("*.") ? entry.substring(2) : entry)
                        .map(entry -> entry.startsWith(".") ? entry.substring(1) : entry)
                        .anyMatch(entry -> entry.equals("*")
                                || host.equals(entry)
                                || bare.equals(entry)
                                || withPort.equals(entry)
                                || host.endsWith("." + entry)
                                || withPort.endsWith("." + entry));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // What failed is told where the request is: see TransportErrors.
    }
}
