package dev.cuecard.chat.http;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The connections that all clients of an engine share. Redirects are never followed. Safe for many threads. Closing it
 * ends what is under way.
 */
public final class HttpConnections implements AutoCloseable {

    /** The connect timeout where nothing else is said. */
    public static final Duration CONNECT = Duration.ofSeconds(5);

    /** How long closing waits for its threads before it interrupts them. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final HttpClient client;
    private final ExecutorService threads;
    private final Duration connect;
    private final ProxySelector proxies;
    private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private HttpConnections(HttpClient client, ExecutorService threads, Duration connect, ProxySelector proxies) {
        this.proxies = proxies;
        this.client = client;
        this.threads = threads;
        this.connect = connect;
    }

    /**
     * Opens none yet.
     *
     * @param connect how long making a connection may take
     * @param proxies which requests go through a proxy
     */
    public static HttpConnections open(Duration connect, ProxySelector proxies) {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "cuecard-http-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies)
                .executor(threads);
        PasswordAuthentication credentials = proxies instanceof Proxies ours ? ours.credentials() : null;
        if (credentials != null) {
            client.authenticator(new ProxyPassword(credentials));
        }
        return new HttpConnections(client.build(), threads, connect, proxies);
    }

    HttpClient client() {
        return client;
    }

    /** The address of the proxy that requests to a place go through, or null. */
    @Nullable
    String proxy(URI uri) {
        return proxies.select(uri).stream()
                .filter(proxy -> proxy.address() instanceof InetSocketAddress)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .map(address -> address.getHostString() + ":" + address.getPort())
                .findFirst()
                .orElse(null);
    }

    Duration connectTimeout() {
        return connect;
    }

    /** Remembers an exchange, so that closing can end it; false when all are closed. */
    boolean watch(Exchange exchange) {
        running.add(exchange);
        return !closed;
    }

    /** It has ended. */
    void forget(Exchange exchange) {
        running.remove(exchange);
    }

    /** Ends what is under way. The threads go with it; those of the JDK 17 client itself when it is collected. */
    @Override
    public void close() {
        closed = true;
        running.forEach(Exchange::abort);
        // From JDK 21 on the client can be closed.
        if (client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("an HTTP client that cannot be closed", e);
            }
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
