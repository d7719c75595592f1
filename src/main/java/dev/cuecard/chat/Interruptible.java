package dev.cuecard.chat;

import java.time.Duration;

/** Calls a client that knows nothing of cancelling. */
final class Interruptible {

    private Interruptible() {}

    /** Its outcome; it is interrupted when the call is cancelled, and only a reply counts then. */
    static ChatOutcome complete(ChatClient client, ChatRequest request, Cancellation cancellation)
            throws InterruptedException {
        long start = System.nanoTime();
        Cancellation.Hook hook = cancellation.interrupting();
        try {
            ChatOutcome outcome = client.complete(request);
            return outcome instanceof ChatOutcome.Failed && cancellation.isCancelled() ? cancelled(start) : outcome;
        } catch (InterruptedException e) {
            if (!cancellation.isCancelled()) {
                throw e;
            }
            return cancelled(start);
        } finally {
            hook.close();
        }
    }

    private static ChatOutcome cancelled(long start) {
        return new ChatOutcome.Failed(
                ChatErrors.cancelled(), Fault.of(Fault.Kind.CANCELLED), Duration.ofNanos(System.nanoTime() - start), 0);
    }
}
