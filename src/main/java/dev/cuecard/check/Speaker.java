package dev.cuecard.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks in a message.
 *
 * @param role the API's role
 * @param name the speaker's name, or null
 */
public record Speaker(Role role, @Nullable String name) {

    /** A role that a message statement can have; checking knows nothing of requests, which have one more. */
    public enum Role {
        /** Instructions of the prompt's author; newer models take {@link #DEVELOPER} for the same. */
        SYSTEM,
        /** Instructions of the prompt's author to a reasoning model. */
        DEVELOPER,
        /** The person, or the text to work on. */
        USER,
        /** The model. */
        ASSISTANT;

        /** The language's and the API's word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
