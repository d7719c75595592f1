package dev.cuecard.sim.sample;

import dev.cuecard.data.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How deep the flattest value of each schema is: the way out of a recursive one. */
final class Heights {

    /** More than any value: the schema has none that ends. */
    static final int ENDLESS = 1_000_000;

    private final Map<String, Integer> ofReferences = new HashMap<>();

    Heights(Json root) {
        collect(root);

        boolean changed = true;
        of(root);
        while (changed) {
            changed = false;
            for (String reference : List.copyOf(ofReferences.keySet())) {
                Json target = SchemaNodes.follow(root, reference);
                int height = target == null ? ENDLESS : of(target);
                changed |= !Integer.valueOf(height).equals(ofReferences.put(reference, height));
            }
        }
    }

    /** All references of the document, of which nothing is known yet. */
    private void collect(Json part) {
        if (part instanceof Json.Obj object) {
            if (object.get("$ref") instanceof Json.Str reference) {
                ofReferences.put(reference.value(), ENDLESS);
            }
            object.members().values().forEach(this::collect);
        } else if (part instanceof Json.Arr array) {
            array.items().forEach(this::collect);
        }
    }

    /** The least height of a value; 0 for one that is no list and no object. */
    int of(@Nullable Json any) {
        Json.Obj schema = SchemaNodes.object(any);
        if (schema.equals(SchemaNodes.NOTHING)) {
            return ENDLESS;
        } else if (schema.get("const") != null || schema.get("enum") != null) {
            return 0;
        }
        int height = own(schema);
        if (schema.get("$ref") instanceof Json.Str reference) {
            height = Math.max(height, ofReferences.getOrDefault(reference.value(), ENDLESS));
        }
        for (Json part : SchemaNodes.list(schema, "allOf")) {
            height = Math.max(height, of(part));
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            if (schema.get(keyword) != null) {
                int least = ENDLESS;
                for (Json branch : SchemaNodes.list(schema, keyword)) {
                    least = Math.min(least, of(branch));
                }
                height = Math.max(height, least);
            }
        }
        return height;
    }

    /** What its own keywords ask for, were it nothing but them. */
    private int own(Json.Obj schema) {
        List<String> types = SchemaNodes.types(schema);
        int least = ENDLESS;
        for (String type : types) {
            least = Math.min(least, type.equals("object") ? object(schema) : type.equals("array") ? array(schema) : 0);
        }
        return types.isEmpty() ? 0 : least;
    }

    private int object(Json.Obj schema) {
        int height = 0;
        Map<String, Json> properties = SchemaNodes.members(schema, "properties");
        for (String name : SchemaNodes.strings(schema, "required")) {
            Json property = properties.get(name);
            height = Math.max(height, of(property == null ? schema.get("additionalProperties") : property));
        }
        if (SchemaNodes.count(schema, "minProperties", 0) > properties.size()) {
            height = Math.max(height, of(schema.get("additionalProperties")));
        }
        return Math.min(height + 1, ENDLESS);
    }

    private int array(Json.Obj schema) {
        int min = SchemaNodes.count(schema, "minItems", schema.get("contains") == null ? 0 : 1);
        int height = 0;
        List<Json> prefix = SchemaNodes.list(schema, "prefixItems");
        for (int i = 0; i < min && i < prefix.size(); i++) {
            height = Math.max(height, of(prefix.get(i)));
        }
        if (min > prefix.size()) {
            height = Math.max(height, of(schema.get("items")));
        }
        return Math.min(height + 1, ENDLESS);
    }
}
