package dev.cuecard.testing.live;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.Cancellation;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatErrors;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.guard.Limiter;
import dev.cuecard.chat.guard.Refusals;
import dev.cuecard.diagnostic.Diagnostic;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks when the provider takes another call, and not at all when it has refused for good. */
record Throttled(ChatClient client, Limiter limiter, Refusals refusals) implements ChatClient {

    private static final int TOO_MANY = 429;

    @Override
    public @Nullable String provider() {
        return client.provider();
    }

    @Override
    public ChatOutcome complete(ChatRequest request) throws InterruptedException {
        return complete(request, CallListener.NONE);
    }

    @Override
    public ChatOutcome complete(ChatRequest request, CallListener listener) throws InterruptedException {
        Limiter.Slot slot = limiter.begin(listener.cancellation());
        if (slot == null) {
            return new ChatOutcome.Failed(ChatErrors.cancelled(), Fault.of(Fault.Kind.CANCELLED), Duration.ZERO, 0);
        }
        boolean answered = false;
        try {
            Diagnostic refused = refusals.of(client.provider(), request.model());
            if (refused != null) {
                return ChatOutcome.Failed.unsent(refused);
            }
            ChatOutcome outcome = client.complete(request, new Watching(listener, slot));
            refusals.note(client.provider(), request.model(), outcome);
            if (outcome instanceof ChatOutcome.Failed failed) {
                tooMany(failed.fault(), slot);
            }
            answered = outcome instanceof ChatOutcome.Answered;
            return outcome;
        } finally {
            slot.end(answered);
        }
    }

    private static void tooMany(Fault fault, Limiter.Slot slot) {
        if (fault.status() != null && fault.status() == TOO_MANY) {
            slot.tooMany();
        }
    }

    /** Learns of the attempts, too, that are followed by another. */
    private record Watching(CallListener listener, Limiter.Slot slot) implements CallListener {

        @Override
        public boolean wantsText() {
            return listener.wantsText();
        }

        @Override
        public Cancellation cancellation() {
            return listener.cancellation();
        }

        @Override
        public void text(String more) {
            listener.text(more);
        }

        @Override
        public boolean retries(Fault fault, Duration wait) {
            tooMany(fault, slot);
            return listener.retries(fault, wait);
        }
    }
}
