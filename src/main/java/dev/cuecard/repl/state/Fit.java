package dev.cuecard.repl.state;

import dev.cuecard.check.types.Given;
import dev.cuecard.data.Json;
import dev.cuecard.render.Binder;
import dev.cuecard.render.PictureInputs;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import dev.cuecard.schema.validate.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds values to the types of inputs. */
public final class Fit {

    private Fit() {}

    /** Why a value does not fit; empty when it does. */
    public static List<Violation> violations(Json value, Type type) {
        List<Violation> violations = Validator.compile(Schemas.full(type)).validate(value);
        return violations.isEmpty() ? PictureInputs.check(type, value) : violations;
    }

    /** Those that fit; the names of the others are added to {@code dropped}. */
    static Map<String, Json> keep(Map<String, Json> values, Map<String, Type> types, List<String> dropped) {
        Map<String, Json> kept = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Type type = name.equals(Binder.HISTORY) ? Types.listOf(Given.TURN) : types.get(name);
            if (type != null && violations(value, type).isEmpty()) {
                kept.put(name, value);
            } else {
                dropped.add(name);
            }
        });
        return kept;
    }
}
