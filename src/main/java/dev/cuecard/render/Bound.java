package dev.cuecard.render;

import dev.cuecard.data.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The inputs of one rendering, all of them of their types, defaults filled in.
 *
 * @param inputs the values by name, in the order of the declarations; an optional input that was not given is missing
 * @param history the turns of the conversation so far
 */
public record Bound(Map<String, Json> inputs, Json.Arr history) {

    /** Copies the inputs, in their order. */
    public Bound {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
}
