package dev.cuecard.schema.generate;

import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;

/** Types as JSON Schema. */
public final class Schemas {

    private Schemas() {}

    /**
     * All that a type says, as JSON Schema: what values are validated against.
     *
     * @param type a type whose recursive names can end
     */
    public static GeneratedSchema full(Type type) {
        return new SchemaWriter().write(type);
    }

    /**
     * What structured outputs take of a type.
     *
     * @param type a type whose recursive names can end
     * @param wrapped whether its values travel as {@code {"value": …}}
     */
    public static Wire wire(Type type, boolean wrapped) {
        return new WireWriter(false).write(wrapped ? Types.wrapper(type) : type);
    }

    /**
     * What the API takes of the parameters of a function that it holds the model to. There may be none.
     *
     * @param params the parameters as the fields of an object whose recursive names can end
     */
    public static Wire wireOfParameters(Type.Obj params) {
        return new WireWriter(true).write(params);
    }
}
