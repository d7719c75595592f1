package dev.cuecard.chat.sse;

/** The bytes are no stream of events, or one that is larger than is read; nothing further is read of it. */
public final class SseFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;

    SseFailure(String message, boolean tooLarge) {
        super(message, null, false, false);
        this.tooLarge = tooLarge;
    }

    /** Whether it is a limit that was passed. */
    public boolean isTooLarge() {
        return tooLarge;
    }
}
