package dev.cuecard.repl.state;

import dev.cuecard.Prompt;
import dev.cuecard.Rendering;
import dev.cuecard.Result;
import dev.cuecard.RunOptions;
import dev.cuecard.data.Json;
import dev.cuecard.testing.Specials;
import java.util.Map;

/**
 * The last run: what was asked of whom, and what came of it.
 *
 * @param prompt what was run; the session may hold another by now
 * @param rendering the request
 * @param options what it did otherwise than the prompt says
 * @param result how it ended; a model was asked
 */
public record LastRun(Prompt prompt, Rendering rendering, RunOptions options, Result result) {

    /** What the names of the language stand for that speak of a run; what is not known is left out. */
    public Map<String, Json> specials() {
        return rendering.bound() == null ? Map.of() : Specials.of(rendering, rendering.bound(), result);
    }
}
