package dev.cuecard.sim;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The simulator as a Chat Completions server on loopback: {@code POST /v1/chat/completions}, {@code GET /v1/models} and
 * {@code GET /v1/models/NAME}. Its replies depend on nothing but the request and the seed.
 */
public final class SimServer implements AutoCloseable {

    private static final int THREADS = 8;

    private final HttpServer server;
    private final ScheduledThreadPoolExecutor threads;

    private SimServer(HttpServer server, ScheduledThreadPoolExecutor threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts a server; it answers until it is closed.
     *
     * @throws IOException when the port cannot be had
     */
    public static SimServer start(SimOptions options) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), options.port()), 64);
        AtomicInteger count = new AtomicInteger();
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "cuecard-sim-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", new SimHandler(options, (wait, action) -> {
            if (wait.isZero()) {
                action.run();
                return;
            }
            try {
                var unused = threads.schedule(action, wait.toNanos(), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // The server is closing, and the connection with it.
            }
        }));
        server.start();
        return new SimServer(server, threads);
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What a client takes as its base URL: {@code http://127.0.0.1:PORT/v1}. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + port() + "/v1");
    }

    /** Stops at once and waits until its threads are gone. */
    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
        boolean interrupted = false;
        try {
            while (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
