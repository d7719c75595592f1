package dev.cuecard.chat.reply;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.sse.SseEvent;
import dev.cuecard.chat.sse.SseFailure;
import dev.cuecard.chat.sse.SseReader;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes an answer of a streamed reply, as it arrives. It is whole only when the model said why it stopped, or when the
 * stream says that it is at its end and there is some text; of anything else there is the text as far as it came. Of one
 * use and one thread.
 */
public final class StreamReading {

    private static final String DONE = "[DONE]";

    private final Call call;
    private final int status;
    private final HttpHeaders headers;
    private final SseReader reader = new SseReader();
    private final StreamedReply reply = new StreamedReply();
    private int events;

    /** Begins with a reply of a good status. */
    public StreamReading(Call call, int status, HttpHeaders headers) {
        this.call = call;
        this.status = status;
        this.headers = headers;
    }

    /** Whether a body without a type that says so is a stream of events. */
    static boolean looksLikeEvents(String text) {
        return text.startsWith("data:") || text.startsWith("event:") || text.startsWith(":");
    }

    /** The events with data that have come. */
    public int events() {
        return events;
    }

    /** Whether something of the reply has come: text, a refusal, thoughts, a call. */
    public boolean hasBegun() {
        return reply.hasBegun();
    }

    /**
     * Takes the next bytes.
     *
     * @param text gets what they add to the text
     * @return the answer when that ends the reply, or null when there is more to come
     */
    public @Nullable Answer feed(ByteBuffer bytes, Consumer<String> text) {
        List<SseEvent> complete;
        try {
            complete = reader.feed(bytes);
        } catch (SseFailure failure) {
            return failed(failure);
        }
        for (SseEvent event : complete) {
            Answer answer = take(event, text);
            if (answer != null) {
                return answer;
            }
        }
        try {
            reader.check();
        } catch (SseFailure failure) {
            return failed(failure);
        }
        return null;
    }

    /** The body has ended as HTTP says it should. */
    public Answer end(Consumer<String> text) {
        try {
            for (SseEvent event : reader.end()) {
                Answer answer = take(event, text);
                if (answer instanceof Answer.Bad bad && bad.fault().kind() == Fault.Kind.BROKEN_STREAM) {
                    return cut("its last event is not finished");
                } else if (answer != null) {
                    return answer;
                }
            }
        } catch (SseFailure failure) {
            return failure.isTooLarge() ? failed(failure) : cut("its last event is not finished");
        }
        if (reply.finishReason() != null) {
            return good(List.of());
        }
        return events == 0
                ? bad(
                        ReplyErrors.empty(call, status, 0),
                        new Fault(Fault.Kind.EMPTY, status, null, ReplyReader.requestId(call, headers)))
                : cut(null);
    }

    /** The body has ended otherwise: what is whole all the same is an answer, else there is the fault. */
    public Answer broken(Answer.Bad fault) {
        return reply.finishReason() != null
                ? good(List.of())
                : fault.with(headers).with(reply.text());
    }

    /** Reads a stream that is there as a whole. */
    Answer readWhole(byte[] body) {
        Answer answer = feed(ByteBuffer.wrap(body), text -> {});
        return answer != null ? answer : end(text -> {});
    }

    private @Nullable Answer take(SseEvent event, Consumer<String> text) {
        String data = event.data().strip();
        if (data.isEmpty()) {
            return null;
        } else if (data.equals(DONE)) {
            return done();
        }
        events++;
        boolean saysError = event.type().equals("error");
        Json value = JsonText.parse(new Source("event", data)) instanceof JsonReading.Parsed parsed
                ? parsed.document().value()
                : null;
        if (!(value instanceof Json.Obj chunk)) {
            return saysError
                    ? error(new ServerError(data, null, null, null))
                    : broken(value == null ? "it is not JSON" : "it is a " + value.kind() + ", not an object");
        }
        ServerError error = saysError ? ServerError.ofStatus(chunk) : ServerError.inReply(chunk);
        if (error != null) {
            return error(error);
        }
        String more = reply.add(chunk);
        if (reply.size() > StreamedReply.LARGEST) {
            return tooLarge("reading stopped after " + (StreamedReply.LARGEST >> 20) + " MiB of text");
        }
        if (!more.isEmpty()) {
            text.accept(more);
        }
        return null;
    }

    private Answer done() {
        if (reply.finishReason() != null) {
            return good(List.of());
        }
        return reply.hasContent() ? good(List.of(ReplyErrors.noReason(call))) : cut(null);
    }

    private Answer good(List<Diagnostic> findings) {
        ChatReply whole = reply.reply(ReplyReader.requestId(call, headers));
        return new Answer.Good(whole, findings);
    }

    private Answer error(ServerError error) {
        return ReplyReader.errorInReply(call, status, error, headers).with(reply.text());
    }

    private Answer cut(@Nullable String last) {
        return bad(ReplyErrors.cutStream(call, events, last), fault(Fault.Kind.CUT));
    }

    private Answer broken(String why) {
        return bad(ReplyErrors.brokenStream(call, events, why), fault(Fault.Kind.BROKEN_STREAM));
    }

    private Answer failed(SseFailure failure) {
        String why = String.valueOf(failure.getMessage());
        return failure.isTooLarge()
                ? tooLarge(why)
                : bad(ReplyErrors.brokenStream(call, events + 1, why), fault(Fault.Kind.BROKEN_STREAM));
    }

    private Answer tooLarge(String limit) {
        return bad(ReplyErrors.tooLarge(call, limit), fault(Fault.Kind.TOO_LARGE));
    }

    private Fault fault(Fault.Kind kind) {
        return new Fault(kind, status, null, ReplyReader.requestId(call, headers));
    }

    private Answer.Bad bad(Diagnostic diagnostic, Fault fault) {
        return new Answer.Bad(diagnostic, fault, false, headers, null).with(reply.text());
    }
}
