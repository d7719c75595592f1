package dev.cuecard.chat.retry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What follows a failed attempt. */
public sealed interface Decision {

    /** Another attempt after a wait. */
    record Again(Duration after) implements Decision {}

    /**
     * No other attempt.
     *
     * @param because a fact for a note, where there might have been another; null where the fault is reason enough
     */
    record Stop(@Nullable String because) implements Decision {}
}
