package dev.cuecard.tool;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.output.ToolUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the calls of one reply.
 *
 * @param messages what goes on with: the reply, and an answer for each of its calls
 * @param uses the calls, in their order
 * @param warnings what is wrong with tools whose failure the model was told
 * @param end why the run ends here, or null when the model is asked on
 */
public record ToolRound(
        List<ChatMessage> messages,
        List<ToolUse> uses,
        List<Diagnostic> warnings,
        @Nullable Diagnostic end) {

    /** Copies the lists. */
    public ToolRound {
        messages = List.copyOf(messages);
        uses = List.copyOf(uses);
        warnings = List.copyOf(warnings);
    }
}
