package dev.cuecard.chat;

import java.util.Locale;

/** Who speaks, as the Chat Completions API knows it. */
public enum ChatRole {
    /** Instructions of the prompt's author; newer models take {@link #DEVELOPER} for the same. */
    SYSTEM,
    /** Instructions of the prompt's author to a reasoning model. */
    DEVELOPER,
    /** The person, or the text to work on. */
    USER,
    /** The model. */
    ASSISTANT,
    /** The result of a tool call. */
    TOOL;

    /** The API's word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
