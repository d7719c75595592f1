package dev.cuecard;

import dev.cuecard.data.Json;
import dev.cuecard.tool.ToolException;

/**
 * The code of a tool that a prompt declares. It is called once the arguments fit the declared parameters, on a thread of
 * its own, for no longer than the {@link dev.cuecard.tool.ToolRules} say; several runs may call it at once.
 *
 * <pre>{@code
 * PromptEngine engine = PromptEngine.builder()
 *         .apiKey(key)
 *         .tool("weather", arguments -> Json.object().put("celsius", 4).put("sky", "rain").done())
 *         .build();
 * }</pre>
 */
@FunctionalInterface
public interface ToolHandler {

    /**
     * Answers one call.
     *
     * @param arguments the arguments, of the declared types; a parameter that the model left out is no member
     * @return the result, of the declared type; never null: of a tool without a result {@link Json#nil()}
     * @throws ToolException to tell the model something that it can act on, in its words
     * @throws Exception when the tool fails; the model is told only that it did, or the run ends, as the rules say
     */
    Json call(Json.Obj arguments) throws Exception;
}
