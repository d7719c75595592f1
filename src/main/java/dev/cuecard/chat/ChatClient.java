package dev.cuecard.chat;

import org.jspecify.annotations.Nullable;

/**
 * Sends a request to a model: the one interface between Cuecard and the network. Implementations are safe for many
 * threads. A fault of the world is a value ({@link ChatOutcome.Failed}), never an exception.
 */
public interface ChatClient {

    /** What a person calls who answers, such as {@code openai}; null where nobody says. */
    default @Nullable String provider() {
        return null;
    }

    /**
     * Sends a request and waits for the whole reply.
     *
     * @param request what to send; its model is not null
     * @return the reply, or why there is none
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
    ChatOutcome complete(ChatRequest request) throws InterruptedException;

    /**
     * Sends a request for a caller who wants to hear of it while it is under way. A client that cannot stream tells the
     * whole text at its end; one that knows nothing of cancelling is interrupted.
     *
     * @param request what to send; its model is not null
     * @param listener hears of the text on this thread, and says when to stop
     * @return the reply, or why there is none
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
    default ChatOutcome complete(ChatRequest request, CallListener listener) throws InterruptedException {
        ChatOutcome outcome = Interruptible.complete(this, request, listener.cancellation());
        if (listener.wantsText()
                && outcome instanceof ChatOutcome.Answered answered
                && answered.reply().content() != null
                && !answered.reply().content().isEmpty()) {
            listener.text(answered.reply().content());
        }
        return outcome;
    }
}
