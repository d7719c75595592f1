package dev.cuecard.chat;

import java.time.Duration;

/** What a caller hears of a call while it is under way, on the thread that calls. */
public interface CallListener {

    /** Hears nothing. */
    CallListener NONE = new CallListener() {};

    /** Whether the text of the reply is wanted as it arrives: the reply is streamed then. */
    default boolean wantsText() {
        return false;
    }

    /** What ends the call early: a client returns then within 200 ms, with {@link Fault.Kind#CANCELLED}. */
    default Cancellation cancellation() {
        return Cancellation.NONE;
    }

    /** Some more of the text of the reply has arrived; never empty. Only for one who wants it. */
    default void text(String more) {}

    /**
     * An attempt has failed that would be followed by another.
     *
     * @param fault why it failed
     * @param wait how long would be waited
     * @return whether there may be another
     */
    default boolean retries(Fault fault, Duration wait) {
        return true;
    }
}
