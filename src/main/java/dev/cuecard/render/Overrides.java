package dev.cuecard.render;

import dev.cuecard.data.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the host says instead of the prompt.
 *
 * @param model the model to use, or null for the prompt's own
 * @param settings request parameters to set or replace
 */
public record Overrides(@Nullable String model, Map<String, Json> settings) {

    /** The prompt says it all. */
    public static final Overrides NONE = new Overrides(null, Map.of());

    /** Copies the settings, in their order. */
    public Overrides {
        settings = new Json.Obj(settings).members();
    }
}
