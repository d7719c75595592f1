package dev.cuecard.sim.sample;

import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a list. */
final class ArrayMaking {

    /** How often another item is tried for when one is there already. */
    private static final int TRIES = 100;

    /** The same for texts that may repeat themselves but would look broken. */
    private static final int TEXT_TRIES = 4;

    private final Making making;
    private final Json.Obj schema;
    private final @Nullable String field;
    private final int depth;
    private final int min;
    private final int max;
    private final List<Json> items = new ArrayList<>();

    private ArrayMaking(Making making, Json.Obj schema, @Nullable String field, int depth) {
        this.making = making;
        this.schema = schema;
        this.field = field;
        this.depth = depth;
        this.min = SchemaNodes.count(schema, "minItems", 0);
        this.max = SchemaNodes.count(schema, "maxItems", Integer.MAX_VALUE);
    }

    static Json value(Making making, Json.Obj schema, @Nullable String field, int depth) {
        ArrayMaking array = new ArrayMaking(making, schema, field, depth);
        array.fill();
        if (schema.get("contains") != null) {
            array.contain();
        }
        return Json.array(array.items);
    }

    private void fill() {
        List<Json> prefix = SchemaNodes.list(schema, "prefixItems");
        Json rest = schema.get("items");
        boolean unique = schema.get("uniqueItems") instanceof Json.Bool bool && bool.value();
        int size = size(prefix.size(), rest);
        for (int i = 0; i < size; i++) {
            Json item = item(i < prefix.size() ? prefix.get(i) : rest, unique);
            if (unique && items.contains(item)) {
                if (i < min) {
                    throw new NoValue();
                }
                return;
            }
            items.add(item);
        }
    }

    private int size(int prefix, @Nullable Json rest) {
        if (making.brief(depth + 1) || (rest != null && !making.ends(rest))) {
            return Math.min(max, min);
        }
        int usual = prefix + (rest == null ? 0 : making.dice().between(1, 3));
        return Math.min(max, Math.max(min, usual));
    }

    private Json item(@Nullable Json itemSchema, boolean unique) {
        Json item = making.value(itemSchema, field, depth + 1);
        for (int tries = 0; items.contains(item); tries++) {
            int most = unique ? TRIES : item instanceof Json.Str ? TEXT_TRIES : 0;
            if (tries >= most) {
                return item;
            }
            item = making.value(itemSchema, field, depth + 1);
        }
        return item;
    }

    private void contain() {
        Json both = Json.object()
                .put(
                        "allOf",
                        Json.array(List.of(
                                SchemaNodes.object(schema.get("items")), SchemaNodes.object(schema.get("contains")))))
                .done();
        for (int i = SchemaNodes.count(schema, "minContains", 1); i > 0; i--) {
            if (items.size() >= max) {
                items.remove(items.size() - 1);
            }
            items.add(0, making.value(both, null, depth + 1));
        }
    }
}
