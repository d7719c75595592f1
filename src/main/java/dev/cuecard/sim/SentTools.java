package dev.cuecard.sim;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                Json.Obj function = function(tool);
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

    /** What a tool says of its function; null for a tool of another type. */
    static Json.@Nullable Obj function(Json tool) {
        return tool instanceof Json.Obj object
                        && Json.of("function").equals(object.get("type"))
                        && object.get("function") instanceof Json.Obj function
                ? function
                : null;
    }

    /** The parameters of a function as a type; a function without any takes an empty object. */
    static Type.External parameters(Json.Obj function) {
        Json given = function.get("parameters");
        Json.Obj schema = given instanceof Json.Obj object
                ? object
                : Json.object()
                        .put("type", "object")
                        .put("additionalProperties", false)
                        .done();
        return new Type.External(schema, new Source("schema", JsonText.pretty(schema, 2)), null);
    }

    private static WantedTool sent(String name, Json.Obj function) {
        Type.External parameters = parameters(function);
        Validator validator = Validator.compile(Schemas.full(parameters));
        return new WantedTool(
                name,
                parameters.schema(),
                value -> value instanceof Json.Obj && validator.validate(value).isEmpty());
    }
}
