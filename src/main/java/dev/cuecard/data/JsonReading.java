package dev.cuecard.data;

import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Span;
import java.util.List;

/** What reading a text as JSON gave. */
public sealed interface JsonReading {

    /** The text is JSON. */
    record Parsed(JsonDocument document) implements JsonReading {}

    /**
     * The text is not JSON.
     *
     * @param at the smallest text that is wrong, or an empty place at the end
     * @param problem what is wrong there, worded as a label: {@code expected `,` or `}`, got `"b"`}
     * @param related the other places of the story, such as the bracket that is still open
     * @param unfinished whether the text simply ended too early: some more text could have made it JSON
     */
    record Malformed(Span at, String problem, List<Label> related, boolean unfinished) implements JsonReading {
        /** Copies the list. */
        public Malformed {
            related = List.copyOf(related);
        }
    }
}
