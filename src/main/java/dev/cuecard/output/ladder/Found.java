package dev.cuecard.output.ladder;

import dev.cuecard.data.JsonReading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one way of looking for JSON found in a reply.
 *
 * @param candidates the values, in the order of the text
 * @param broken the first text that was meant to be JSON and is not, or null
 */
record Found(List<Candidate> candidates, JsonReading.@Nullable Malformed broken) {

    static final Found NOTHING = new Found(List.of(), null);

    Found {
        candidates = List.copyOf(candidates);
    }
}
