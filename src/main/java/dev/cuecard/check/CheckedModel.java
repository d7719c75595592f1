package dev.cuecard.check;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import java.util.Map;

/**
 * A model and what is set for it.
 *
 * @param name the model's name
 * @param origin where that name is written
 * @param parameters the request parameters, those of {@code extra} last
 */
public record CheckedModel(String name, Span origin, Map<String, Json> parameters) {

    /** Copies the parameters, in their order. */
    public CheckedModel {
        parameters = new Json.Obj(parameters).members();
    }
}
