package dev.cuecard.chat.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a reply as it arrives, up to a limit, and can tell how far it came when it does not arrive whole. */
final class Arrival implements HttpResponse.BodyHandler<byte[]>, HttpResponse.BodySubscriber<byte[]> {

    /** More arrived than is read. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final int limit;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile HttpResponse.@Nullable ResponseInfo head;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile int count;

    Arrival(int limit) {
        this.limit = limit;
    }

    /** Status and headers, or null as long as they have not arrived. */
    HttpResponse.@Nullable ResponseInfo head() {
        return head;
    }

    /** How many bytes of the body have arrived. */
    int count() {
        return count;
    }

    /** Reads no further. */
    void stop() {
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    @Override
    public HttpResponse.BodySubscriber<byte[]> apply(HttpResponse.ResponseInfo info) {
        head = info;
        return this;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (buffer.remaining() > limit - bytes.size()) {
                stop();
                whole.completeExceptionally(new TooLarge());
                return;
            }
            byte[] chunk = new byte[buffer.remaining()];
            buffer.get(chunk);
            bytes.writeBytes(chunk);
            count = bytes.size();
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.toByteArray());
    }
}
