package dev.cuecard.chat.http;

import dev.cuecard.chat.Cancellation;
import dev.cuecard.chat.ChatErrors;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.reply.Answer;
import dev.cuecard.chat.reply.Call;
import dev.cuecard.chat.reply.ReplyReader;
import dev.cuecard.chat.reply.StreamReading;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends a request once, and reads what comes as long as its timers allow. Of one use. */
final class Attempt {

    /** The most bytes of a reply that are read. */
    static final int LARGEST = 10 << 20;

    /** The most characters of the headers of a reply. */
    static final int LARGEST_HEAD = 256 << 10;

    private final HttpConnections connections;
    private final Call call;
    private final Timers timers;
    private final Cancellation cancellation;
    private final Consumer<String> text;

    private HttpResponse.@Nullable ResponseInfo head;
    private long count;

    /** @param text gets the text of a streamed reply as it arrives */
    Attempt(HttpConnections connections, Call call, Timers timers, Cancellation cancellation, Consumer<String> text) {
        this.connections = connections;
        this.call = call;
        this.timers = timers;
        this.cancellation = cancellation;
        this.text = text;
    }

    /** Sends it; an interrupt ends the exchange. */
    Answer send(HttpRequest request) throws InterruptedException {
        timers.start(Timeouts.Name.ATTEMPT);
        timers.start(Timeouts.Name.HEADERS);
        try (Exchange exchange = Exchange.begin(connections, request, cancellation)) {
            Exchange.Signal first = exchange.next(timers.left());
            if (!(first instanceof Exchange.Signal.Head arrived)) {
                return fault(first);
            }
            head = arrived.info();
            timers.stop(Timeouts.Name.HEADERS);
            timers.start(Timeouts.Name.BYTES);
            if (size(arrived.info()) > LARGEST_HEAD) {
                return TransportErrors.tooLarge(
                        call, arrived.info(), "its headers come to more than " + (LARGEST_HEAD >> 10) + " KiB");
            }
            return isStream(arrived.info()) ? stream(exchange, arrived.info()) : whole(exchange, arrived.info());
        }
    }

    private static long size(HttpResponse.ResponseInfo info) {
        return info.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + value))
                .mapToLong(String::length)
                .sum();
    }

    private static boolean isStream(HttpResponse.ResponseInfo info) {
        String type = info.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        String encoding = info.headers().firstValue("Content-Encoding").orElse("identity");
        return info.statusCode() < 300 && type.contains("event-stream") && encoding.equalsIgnoreCase("identity");
    }

    private Answer whole(Exchange exchange, HttpResponse.ResponseInfo info) throws InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            Exchange.Signal signal = exchange.next(timers.left());
            if (signal instanceof Exchange.Signal.Bytes bytes) {
                for (ByteBuffer buffer : bytes.buffers()) {
                    count += buffer.remaining();
                    if (count > LARGEST) {
                        return TransportErrors.tooLarge(
                                call, info, "reading stopped after " + (LARGEST >> 20) + " MiB");
                    }
                    byte[] chunk = new byte[buffer.remaining()];
                    buffer.get(chunk);
                    body.writeBytes(chunk);
                }
                timers.start(Timeouts.Name.BYTES);
                exchange.more();
            } else if (signal instanceof Exchange.Signal.End) {
                return new ReplyReader(call).read(info.statusCode(), info.headers(), body.toByteArray());
            } else {
                return fault(signal).with(info.headers());
            }
        }
    }

    private Answer stream(Exchange exchange, HttpResponse.ResponseInfo info) throws InterruptedException {
        StreamReading reading = new StreamReading(call, info.statusCode(), info.headers());
        timers.start(Timeouts.Name.FIRST);
        while (true) {
            awaitBytes(reading.hasBegun());
            Exchange.Signal signal = exchange.next(timers.left());
            if (signal instanceof Exchange.Signal.Bytes bytes) {
                int before = reading.events();
                for (ByteBuffer buffer : bytes.buffers()) {
                    count += buffer.remaining();
                    Answer answer = reading.feed(buffer, text);
                    if (answer != null) {
                        return answer;
                    }
                }
                if (reading.hasBegun() && reading.events() > before) {
                    timers.stop(Timeouts.Name.FIRST);
                    timers.start(Timeouts.Name.DATA);
                }
                exchange.more();
            } else if (signal instanceof Exchange.Signal.End) {
                return reading.end(text);
            } else {
                return reading.broken(fault(signal));
            }
        }
    }

    /** A model that thinks may be silent until its first token: until then no byte is waited for less long than that. */
    private void awaitBytes(boolean begun) {
        Duration bytes = timers.bound(Timeouts.Name.BYTES);
        Duration first = timers.bound(Timeouts.Name.FIRST);
        timers.start(Timeouts.Name.BYTES, begun || first.compareTo(bytes) < 0 ? bytes : first);
    }

    /** What there is instead of a signal of the reply; null stands for a timer that ran out. */
    private Answer.Bad fault(Exchange.@Nullable Signal signal) {
        if (signal == null) {
            Timeouts.Name name = timers.soonest();
            return TransportErrors.timeout(call, name, timers.bound(name), head, count);
        } else if (signal instanceof Exchange.Signal.Failed failed) {
            return TransportErrors.of(failed.failure(), head, count, call, connections);
        } else if (signal instanceof Exchange.Signal.Cancelled) {
            return new Answer.Bad(ChatErrors.cancelled(), Fault.of(Fault.Kind.CANCELLED));
        }
        return new Answer.Bad(TransportErrors.closed(call), Fault.of(Fault.Kind.CLOSED));
    }
}
