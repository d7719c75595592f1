package dev.cuecard.sim.refuse;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.schema.Type;
import org.jspecify.annotations.Nullable;

/** What a request says of a function that it offers. */
public final class SentFunction {

    private SentFunction() {}

    /** What a tool says of its function; null for a tool of another type. */
    public static Json.@Nullable Obj of(Json tool) {
        return tool instanceof Json.Obj object
                        && Json.of("function").equals(object.get("type"))
                        && object.get("function") instanceof Json.Obj function
                ? function
                : null;
    }

    /** The parameters of a function as a type; a function without any takes an empty object. */
    public static Type.External parameters(Json.Obj function) {
        Json given = function.get("parameters");
        Json.Obj schema = given instanceof Json.Obj object
                ? object
                : Json.object()
                        .put("type", "object")
                        .put("additionalProperties", false)
                        .done();
        return new Type.External(schema, new Source("schema", JsonText.pretty(schema, 2)), null);
    }
}
