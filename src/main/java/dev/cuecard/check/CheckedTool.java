package dev.cuecard.check;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * A function that the model may call.
 *
 * @param name its name
 * @param origin where its name is declared
 * @param doc what documents it, or null
 * @param strict whether the API holds the model to the parameters
 * @param params its parameters, as the fields of an object
 * @param result the type of what it gives, or null when it is not said
 */
public record CheckedTool(
        String name,
        Span origin,
        @Nullable String doc,
        boolean strict,
        Type.Obj params,
        @Nullable Type result) {}
