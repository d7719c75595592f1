package dev.cuecard.sim;

import dev.cuecard.data.Json;
import java.util.function.Predicate;

/**
 * A tool that a made-up reply may call.
 *
 * @param name its name
 * @param schema the JSON Schema of its arguments
 * @param fits whether arguments that were made up from the schema really fit it
 */
public record WantedTool(String name, Json schema, Predicate<Json> fits) {}
