package dev.cuecard.sim.sample;

import dev.cuecard.data.Json;
import org.jspecify.annotations.Nullable;

/**
 * Makes up values that fit a JSON Schema (draft 2020-12). What it says in {@code type}, {@code enum}, {@code const},
 * bounds, {@code pattern}, {@code format}, properties, items, {@code allOf}, {@code anyOf}, {@code oneOf} and {@code $ref}
 * within itself is kept, recursion ends by the shortest way; other keywords are kept by luck, so whoever needs to be
 * sure looks at the value. Immutable.
 */
public final class Sampler {

    private final Json schema;
    private final Heights heights;

    /** @param schema the schema, with all that it refers to */
    public Sampler(Json schema) {
        this.schema = schema;
        this.heights = new Heights(schema);
    }

    /**
     * A value.
     *
     * @return the value, or null when the schema lets none in as far as can be seen
     */
    public @Nullable Json sample(Dice dice) {
        if (heights.of(schema) >= Heights.ENDLESS) {
            return null;
        }
        try {
            return new Making(schema, heights, dice).value(schema, null, 0);
        } catch (NoValue e) {
            return null;
        }
    }
}
