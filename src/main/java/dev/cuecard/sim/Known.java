package dev.cuecard.sim;

import dev.cuecard.data.Json;
import java.util.function.Predicate;

/**
 * A prompt that the server knows: JSON mode says nothing of the shape of the reply, but the prompt does.
 *
 * @param name what a person calls it
 * @param asks whether a request's body comes from this prompt
 * @param schema the JSON Schema of its output
 */
public record Known(String name, Predicate<Json.Obj> asks, Json schema) {}
