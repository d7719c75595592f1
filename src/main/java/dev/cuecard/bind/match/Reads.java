package dev.cuecard.bind.match;

import dev.cuecard.data.Json;
import org.jspecify.annotations.Nullable;

/** Makes one Java value of a JSON value that fits the prompt's type. For many threads. */
public interface Reads {

    /**
     * The Java value.
     *
     * @param pointer where the value stands
     */
    @Nullable
    Object read(Json value, String pointer) throws Unfit;
}
