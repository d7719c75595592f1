package dev.cuecard.chat.sse;

/**
 * One event.
 *
 * @param type what kind it is, {@code message} where the stream does not say
 * @param data its data, lines joined by LF; never empty lines alone: an event without data is none
 */
public record SseEvent(String type, String data) {

    /** The kind where the stream names none. */
    public static final String MESSAGE = "message";
}
