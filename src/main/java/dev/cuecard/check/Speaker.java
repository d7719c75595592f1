package dev.cuecard.check;

import dev.cuecard.chat.ChatRole;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks in a message.
 *
 * @param role the API's role
 * @param name the speaker's name, or null
 */
public record Speaker(ChatRole role, @Nullable String name) {}
