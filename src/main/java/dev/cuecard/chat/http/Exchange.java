package dev.cuecard.chat.http;

import dev.cuecard.chat.Cancellation;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request and its reply under way, as a row of signals for the thread that called: it waits for the next one, as long
 * as its timers allow. So the caller's own thread is the watchdog, and nothing is left behind when it goes.
 */
final class Exchange implements HttpResponse.BodyHandler<Void>, HttpResponse.BodySubscriber<Void>, AutoCloseable {

    /** What happens to the exchange. */
    sealed interface Signal {

        /** Status and headers are there. */
        record Head(HttpResponse.ResponseInfo info) implements Signal {}

        /** Some bytes of the body are there; the next ones come when {@link #more} is called. */
        record Bytes(List<ByteBuffer> buffers) implements Signal {}

        /** The body is whole, as far as HTTP can tell. */
        record End() implements Signal {}

        /** It failed. */
        record Failed(Throwable failure) implements Signal {}

        /** The connections were closed. */
        record Closed() implements Signal {}

        /** The call was cancelled. */
        record Cancelled() implements Signal {}
    }

    /** The head of a reply whose body nobody reads. */
    private record Headless(HttpResponse<Void> response) implements HttpResponse.ResponseInfo {
        @Override
        public int statusCode() {
            return response.statusCode();
        }

        @Override
        public HttpHeaders headers() {
            return response.headers();
        }

        @Override
        public HttpClient.Version version() {
            return response.version();
        }
    }

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final HttpConnections connections;
    private @Nullable CompletableFuture<HttpResponse<Void>> sending;
    private Flow.@Nullable Subscription subscription;
    private final Cancellation.Hook hook;
    private boolean over;
    private volatile boolean begun;

    private Exchange(HttpConnections connections, Cancellation cancellation) {
        this.connections = connections;
        this.hook = cancellation.onCancel(() -> signals.add(new Signal.Cancelled()));
    }

    /** Sends a request. */
    static Exchange begin(HttpConnections connections, HttpRequest request, Cancellation cancellation) {
        Exchange exchange = new Exchange(connections, cancellation);
        if (!connections.watch(exchange)) {
            exchange.signals.add(new Signal.Closed());
            return exchange;
        }
        CompletableFuture<HttpResponse<Void>> sent = connections.client().sendAsync(request, exchange);
        synchronized (exchange) {
            exchange.sending = sent;
        }
        var unused = sent.whenComplete((response, failure) -> {
            if (failure != null) {
                Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                exchange.signals.add(new Signal.Failed(cause == null ? failure : cause));
            } else if (!exchange.begun) {
                // A proxy that wants a password answers in the server's place: the JDK's client reads no body then.
                exchange.signals.add(new Signal.Head(new Headless(response)));
                exchange.signals.add(new Signal.End());
            }
        });
        return exchange;
    }

    /** The next signal, or null when there is none within so many nanoseconds. */
    @Nullable
    Signal next(long nanos) throws InterruptedException {
        return signals.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    /** Lets the next bytes come. */
    void more() {
        Flow.Subscription current;
        synchronized (this) {
            current = over ? null : subscription;
        }
        if (current != null) {
            current.request(1);
        }
    }

    /** The connections are closing. */
    void abort() {
        signals.add(new Signal.Closed());
        close();
    }

    /** Ends what is still under way. */
    @Override
    public void close() {
        Flow.Subscription current;
        CompletableFuture<?> request;
        synchronized (this) {
            over = true;
            current = subscription;
            request = sending;
        }
        hook.close();
        connections.forget(this);
        if (current != null) {
            current.cancel();
        }
        if (request != null) {
            request.cancel(true);
        }
    }

    @Override
    public HttpResponse.BodySubscriber<Void> apply(HttpResponse.ResponseInfo info) {
        begun = true;
        signals.add(new Signal.Head(info));
        return this;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        boolean late;
        synchronized (this) {
            subscription = given;
            late = over;
        }
        if (late) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        signals.add(new Signal.Bytes(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        signals.add(new Signal.Failed(failure));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal.End());
    }
}
