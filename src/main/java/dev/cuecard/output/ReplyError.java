package dev.cuecard.output;

import dev.cuecard.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a reply, for programs.
 *
 * @param pointer where in the JSON of the reply, as a JSON Pointer; empty for the whole or where there is no JSON
 * @param message what is wrong, worded as a label
 * @param inReply where in the text of the reply, or null
 * @param inPrompt the line of the prompt that asked for something else, or null
 */
public record ReplyError(
        String pointer,
        String message,
        @Nullable Span inReply,
        @Nullable Span inPrompt) {}
