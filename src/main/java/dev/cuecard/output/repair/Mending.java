package dev.cuecard.output.repair;

import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonReading;
import dev.cuecard.diagnostic.Span;
import java.util.List;
import java.util.function.UnaryOperator;

/** What mending a part of a reply gave. */
public sealed interface Mending {

    /**
     * A value.
     *
     * @param document the value and its places in the text that was made
     * @param origin from places in that text to those in the reply
     * @param place all that was read, in the reply
     * @param mends what was changed, by place
     */
    record Done(JsonDocument document, UnaryOperator<Span> origin, Span place, List<Mend> mends) implements Mending {
        /** Copies the list. */
        public Done {
            mends = List.copyOf(mends);
        }
    }

    /** None: something is missing, or can be meant in more than one way. */
    record Stuck(JsonReading.Malformed malformed) implements Mending {}
}
