package dev.cuecard.chat.http;

import dev.cuecard.chat.Cancellation;
import dev.cuecard.chat.ChatErrors;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.Pace;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.reply.Answer;
import dev.cuecard.chat.reply.Call;
import dev.cuecard.chat.reply.ReplyReader;
import dev.cuecard.chat.reply.StreamReading;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One attempt over a {@link Wire}: its reply is read as one that came by HTTP is. */
record WireAttempt(Wire wire, Pace pace) implements Attempting {

    /** The head of a reply. */
    private record Head(int statusCode, HttpHeaders headers) implements HttpResponse.ResponseInfo {
        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }

    @Override
    public Answer send(Sending sending, Call call, Timers timers, Cancellation cancellation, Consumer<String> text)
            throws InterruptedException {
        timers.start(Timeouts.Name.ATTEMPT);
        Wire.Carried reply = wire.send(sending.body());
        if (reply.ending() == Wire.Ending.NONE) {
            return TransportErrors.of(new IOException(), null, 0, call, HttpConnections.CONNECT);
        }
        Map<String, List<String>> headers = reply.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        Head head = new Head(reply.status(), HttpHeaders.of(headers, (name, value) -> true));
        boolean streams = reply.headers().getOrDefault("Content-Type", "").contains("event-stream");
        StreamReading reading = streams ? new StreamReading(call, head.statusCode(), head.headers()) : null;
        long count = 0;
        for (String part : reply.parts()) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            count += bytes.length;
            Answer answer = reading == null ? null : reading.feed(ByteBuffer.wrap(bytes), text);
            if (answer != null) {
                return answer;
            } else if (cancellation.isCancelled()) {
                return cancelled();
            }
        }
        if (reply.ending() == Wire.Ending.WHOLE) {
            byte[] body = String.join("", reply.parts()).getBytes(StandardCharsets.UTF_8);
            return reading == null
                    ? new ReplyReader(call).read(head.statusCode(), head.headers(), body)
                    : reading.end(text);
        }
        Answer.Bad broken = reply.ending() == Wire.Ending.CUT
                ? TransportErrors.of(new IOException(), head, count, call, HttpConnections.CONNECT)
                : stalled(call, timers, cancellation, head, count, reading);
        return reading == null ? broken.with(head.headers()) : reading.broken(broken);
    }

    private Answer.Bad stalled(
            Call call, Timers timers, Cancellation cancellation, Head head, long count, @Nullable StreamReading reading)
            throws InterruptedException {
        timers.start(Timeouts.Name.BYTES);
        if (reading != null) {
            timers.start(reading.hasBegun() ? Timeouts.Name.DATA : Timeouts.Name.FIRST);
        }
        Timeouts.Name name = timers.soonest();
        pace.sleep(timers.left(), cancellation);
        return cancellation.isCancelled()
                ? cancelled()
                : TransportErrors.timeout(call, name, timers.bound(name), head, count);
    }

    private static Answer.Bad cancelled() {
        return new Answer.Bad(ChatErrors.cancelled(), Fault.of(Fault.Kind.CANCELLED));
    }
}
