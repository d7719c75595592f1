package dev.cuecard.sim.sample;

import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes an object: what is required, some of what may be missing, and what a map holds. */
final class ObjectMaking {

    /** How often a member is there that may be missing, in percent. */
    private static final int OPTIONAL = 60;

    private final Making making;
    private final Json.Obj schema;
    private final int depth;
    private final Map<String, Json> properties;
    private final List<String> required;
    private final int max;
    private final Map<String, Json> members = new LinkedHashMap<>();

    private ObjectMaking(Making making, Json.Obj schema, int depth) {
        this.making = making;
        this.schema = schema;
        this.depth = depth;
        this.properties = SchemaNodes.members(schema, "properties");
        this.required = new ArrayList<>(SchemaNodes.strings(schema, "required"));
        this.max = SchemaNodes.count(schema, "maxProperties", Integer.MAX_VALUE);
    }

    static Json value(Making making, Json.Obj schema, int depth) {
        ObjectMaking object = new ObjectMaking(making, schema, depth);
        object.declared();
        object.undeclared();
        object.enough();
        object.further();
        object.anything();
        return new Json.Obj(object.members);
    }

    private void put(String name, Json property) {
        members.put(name, making.value(property, name, depth + 1));
    }

    private void declared() {
        Json.Obj dependent = SchemaNodes.object(schema.get("dependentRequired"));
        properties.forEach((name, property) -> {
            if (required.contains(name) || (may(property) && making.dice().chance(OPTIONAL))) {
                put(name, property);
                required.addAll(SchemaNodes.strings(dependent, name));
            }
        });
    }

    private boolean may(Json property) {
        long missing =
                required.stream().filter(name -> !members.containsKey(name)).count();
        return members.size() < max - missing && !making.brief(depth + 1) && making.ends(property);
    }

    /** What is required though no property is declared for it, or only because of another member. */
    private void undeclared() {
        Json additional = schema.get("additionalProperties");
        Json otherwise = additional == null ? Json.of(true) : additional;
        for (String name : required) {
            if (!members.containsKey(name)) {
                put(name, properties.getOrDefault(name, otherwise));
            }
        }
    }

    private void enough() {
        int min = SchemaNodes.count(schema, "minProperties", 0);
        properties.forEach((name, property) -> {
            if (members.size() < min && !members.containsKey(name)) {
                put(name, property);
            }
        });
    }

    /** Members that no property names: those of a map. */
    private void further() {
        Json additional = schema.get("additionalProperties");
        boolean map = additional instanceof Json.Obj && !making.brief(depth + 1) && making.ends(additional);
        int min = SchemaNodes.count(schema, "minProperties", 0);
        int wanted =
                Math.min(max, Math.max(min, map ? members.size() + making.dice().between(1, 3) : 0));
        Json any = additional == null ? Json.of(true) : additional;
        for (int tries = 0; members.size() < wanted && tries < 20 + 5 * wanted; tries++) {
            String name = name(tries);
            if (!members.containsKey(name) && !properties.containsKey(name)) {
                put(name, any);
            }
        }
    }

    /** An object of which nothing is said holds a message: an empty one shows nothing. */
    private void anything() {
        Json additional = schema.get("additionalProperties");
        boolean open = additional == null || Json.of(true).equals(additional);
        if (members.isEmpty() && properties.isEmpty() && open && max > 0 && schema.get("propertyNames") == null) {
            put("message", Json.object().put("type", "string").done());
        }
    }

    private String name(int tries) {
        Json names = schema.get("propertyNames");
        if (names != null && making.value(names, null, depth + 1) instanceof Json.Str text) {
            return text.value();
        }
        String key = Words.key(making.dice());
        return tries < 20 ? key : key + " " + tries;
    }
}
