package dev.cuecard.render.value;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/** What counts as true: true, and whatever is there and not empty. A number is no condition. */
public final class Truth {

    private Truth() {}

    /** Whether a value that stands as a condition holds. */
    public static boolean of(@Nullable Json value, Span at) {
        if (value == null || value instanceof Json.Null) {
            return false;
        } else if (value instanceof Json.Bool truth) {
            return truth.value();
        } else if (value instanceof Json.Str text) {
            return !text.value().isEmpty();
        } else if (value instanceof Json.Arr list) {
            return !list.items().isEmpty();
        } else if (value instanceof Json.Obj object) {
            return !object.members().isEmpty();
        }
        throw new Stop(EvalErrors.wrongKind(at, "a condition", value));
    }
}
