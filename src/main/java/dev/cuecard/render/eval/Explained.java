package dev.cuecard.render.eval;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a condition gave, and on what grounds.
 *
 * @param result what it gave
 * @param seen the parts of it that were evaluated and are worth telling, in the order of the text: names and paths,
 *     calls and operations, but no literals, no operands of a path and not the condition itself
 */
public record Explained(Evaluated result, List<Seen> seen) {

    /** Copies the list. */
    public Explained {
        seen = List.copyOf(seen);
    }

    /** A part of the condition and its value, null when that is missing. */
    public record Seen(Span span, @Nullable Json value) {}
}
