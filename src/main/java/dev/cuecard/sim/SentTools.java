package dev.cuecard.sim;

import dev.cuecard.data.Json;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import dev.cuecard.sim.refuse.SentFunction;
import java.util.ArrayList;
import java.util.List;

/**
 * The functions that a request offers: whoever sends them answers their calls. Their arguments fit the schema that is sent,
 * and where the prompt is known its types, which say more than the API takes.
 */
final class SentTools {

    private SentTools() {}

    /** Those of a checked body. */
    static List<WantedTool> of(Json.Obj body, List<WantedTool> known) {
        List<WantedTool> all = new ArrayList<>();
        if (body.get("tools") instanceof Json.Arr tools) {
            for (Json tool : tools.items()) {
                Json.Obj function = SentFunction.of(tool);
                if (function != null && function.get("name") instanceof Json.Str name) {
                    all.add(known.stream()
                            .filter(one -> one.name().equals(name.value()))
                            .findFirst()
                            .orElseGet(() -> sent(name.value(), function)));
                }
            }
        }
        return all;
    }

    private static WantedTool sent(String name, Json.Obj function) {
        Type.External parameters = SentFunction.parameters(function);
        Validator validator = Validator.compile(Schemas.full(parameters));
        return new WantedTool(
                name,
                parameters.schema(),
                value -> value instanceof Json.Obj && validator.validate(value).isEmpty());
    }
}
