package dev.cuecard.chat.http;

import dev.cuecard.chat.Fault;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a request once. */
final class Attempt {

    /** The most bytes of a reply that are read. */
    static final int LARGEST = 10 << 20;

    private final HttpConnections connections;
    private final Duration limit;

    /** @param limit how long the whole attempt may take */
    Attempt(HttpConnections connections, Duration limit) {
        this.connections = connections;
        this.limit = limit;
    }

    /** Sends it; an interrupt ends the exchange. */
    Answer send(HttpRequest request, Call call) throws InterruptedException {
        Arrival arrival = new Arrival(LARGEST);
        CompletableFuture<HttpResponse<byte[]>> exchange =
                connections.watch(connections.client().sendAsync(request, arrival));
        boolean ended = false;
        try {
            HttpResponse<byte[]> response = exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            ended = true;
            return new ReplyReader(call).read(response.statusCode(), response.headers(), response.body());
        } catch (ExecutionException e) {
            ended = true;
            return TransportErrors.of(
                    e.getCause() == null ? e : e.getCause(), arrival, call, connections.connectTimeout());
        } catch (TimeoutException e) {
            return TransportErrors.attemptTimeout(arrival, call, limit);
        } catch (CancellationException e) {
            return new Answer.Bad(TransportErrors.closed(call), Fault.of(Fault.Kind.CLOSED));
        } finally {
            if (!ended) {
                arrival.stop();
                exchange.cancel(true);
            }
        }
    }
}
