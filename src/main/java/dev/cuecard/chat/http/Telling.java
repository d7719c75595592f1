package dev.cuecard.chat.http;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ReplyMask;
import dev.cuecard.chat.reply.Answer;
import org.jspecify.annotations.Nullable;

/** What is told of the replies to one request, while they arrive and when they are there: never a secret of the provider. */
final class Telling {

    private final CallListener listener;
    private final ReplyMask mask;
    private ReplyMask.Pieces pieces;
    private boolean shown;

    Telling(Provider provider, CallListener listener) {
        this.listener = listener;
        this.mask = provider.replyMask();
        this.pieces = mask.pieces();
    }

    /** Whether something of a reply was told: that cannot be taken back. */
    boolean hasShown() {
        return shown;
    }

    /** Another attempt begins. */
    void begin() {
        pieces = mask.pieces();
    }

    /** More of the text has arrived. */
    void hear(String more) {
        show(pieces.next(more));
    }

    /** The reply is there. */
    Answer.Good whole(Answer.Good good) {
        show(pieces.end());
        ChatReply reply = masked(good.reply());
        String content = reply.content();
        if (!shown && content != null) {
            // It was not streamed, though it was asked to be.
            show(content);
        }
        return new Answer.Good(reply, good.findings());
    }

    /** There is none, or only a part. */
    Answer.Bad failed(Answer.Bad bad) {
        if (shown) {
            show(pieces.end());
        }
        Fault fault = bad.fault();
        return new Answer.Bad(
                bad.diagnostic(),
                new Fault(fault.kind(), fault.status(), mask.orNull(fault.code()), fault.requestId()),
                bad.hopeless(),
                bad.headers(),
                mask.orNull(bad.partial()));
    }

    private void show(@Nullable String more) {
        if (listener.wantsText() && more != null && !more.isEmpty()) {
            shown = true;
            listener.text(more);
        }
    }

    private ChatReply masked(ChatReply reply) {
        return new ChatReply(
                mask.orNull(reply.model()),
                mask.orNull(reply.content()),
                mask.orNull(reply.refusal()),
                reply.toolCalls().stream()
                        .map(call ->
                                new ToolCall(mask.mask(call.id()), mask.mask(call.name()), mask.mask(call.arguments())))
                        .toList(),
                mask.orNull(reply.finishReason()),
                reply.usage(),
                reply.requestId(),
                reply.simulated());
    }
}
