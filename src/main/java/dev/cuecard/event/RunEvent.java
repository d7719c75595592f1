package dev.cuecard.event;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that has begun or ended in a run.
 *
 * @param kind what
 * @param run the number of the run in this process, the same in all of its events
 * @param attributes what is known of it, by the names of OpenTelemetry: strings, numbers, booleans and lists of strings
 * @param duration how long it took; zero where it only begins
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/">Semantic conventions for generative AI</a>
 */
public record RunEvent(Kind kind, long run, Map<String, Object> attributes, Duration duration) {

    /** What has begun or ended. */
    public enum Kind {
        /** A model is asked. */
        CHAT_BEGINS,
        /** It has answered, or there is no answer: then there is an {@code error.type}. */
        CHAT_ENDS,
        /** A call of a tool has been answered, or has not: then there is an {@code error.type}. */
        TOOL_ENDS,
        /** The run has ended: {@code cuecard.outcome} says how. */
        RUN_ENDS
    }

    /** Copies the attributes, in their order. */
    public RunEvent {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
