package dev.cuecard.chat.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which requests go through a proxy, by the usual environment variables; those to this machine never do. */
public final class Proxies extends ProxySelector {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?(0*:)+0*1]?");

    private final @Nullable InetSocketAddress proxy;
    private final List<String> direct;

    private Proxies(@Nullable InetSocketAddress proxy, List<String> direct) {
        this.proxy = proxy;
        this.direct = List.copyOf(direct);
    }

    /** No request goes through a proxy. */
    public static Proxies none() {
        return new Proxies(null, List.of());
    }

    /**
     * As the environment says.
     *
     * @param httpsProxy {@code HTTPS_PROXY}, such as {@code http://proxy:3128}; null, empty or unusable for none
     * @param noProxy {@code NO_PROXY}: hosts, and domains with or without a leading dot, separated by commas; {@code *}
     *     for all; or null
     */
    public static Proxies of(@Nullable String httpsProxy, @Nullable String noProxy) {
        InetSocketAddress proxy = null;
        if (httpsProxy != null && !httpsProxy.isBlank()) {
            String text = httpsProxy.strip();
            try {
                URI uri = URI.create(text.contains("://") ? text : "http://" + text);
                if (uri.getHost() != null) {
                    int port = uri.getPort() < 0 ? 80 : uri.getPort();
                    proxy = InetSocketAddress.createUnresolved(uri.getHost(), port);
                }
            } catch (IllegalArgumentException notAUrl) {
                proxy = null;
            }
        }
        List<String> direct = noProxy == null
                ? List.of()
                : Pattern.compile("[,\\s]+")
                        .splitAsStream(noProxy.toLowerCase(Locale.ROOT))
                        .filter(host -> !host.isEmpty())
                        .toList();
        return new Proxies(proxy, direct);
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return proxy == null || isDirect(host) ? List.of(Proxy.NO_PROXY) : List.of(new Proxy(Proxy.Type.HTTP, proxy));
    }

    private boolean isDirect(String host) {
        return LOOPBACK.matcher(host).matches()
                || direct.stream()
                        .map(entry -> entry.startsWith(".") ? entry.substring(1) : entry)
                        .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // What failed is told where the request is: see TransportErrors.
    }
}
