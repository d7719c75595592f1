package dev.cuecard.sim.refuse;

import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API's conditions for a schema with {@code strict: true}, as far as users meet them. */
public final class StrictSchema {

    private static final Set<String> REFUSED = Set.of(
            "allOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "dependentRequired",
            "dependentSchemas",
            "patternProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "unevaluatedProperties",
            "unevaluatedItems",
            "contains",
            "minContains",
            "maxContains",
            "prefixItems",
            "uniqueItems",
            "minLength",
            "maxLength");

    private StrictSchema() {}

    /** What is wrong with a schema, or null. */
    public static @Nullable String problem(Json.Obj root) {
        if (!Json.of("object").equals(root.get("type"))) {
            return "schema must be a JSON Schema of 'type: \"object\"', got 'type: " + root.get("type") + "'.";
        } else if (root.get("anyOf") != null) {
            return "In context=(), 'anyOf' is not permitted at the root.";
        }
        return problem(root, List.of());
    }

    private static @Nullable String problem(Json.Obj schema, List<String> context) {
        String own = own(schema, context);
        if (own != null) {
            return own;
        }
        for (String keyword : List.of("properties", "$defs")) {
            if (schema.get(keyword) instanceof Json.Obj members) {
                for (Map.Entry<String, Json> member : members.members().entrySet()) {
                    String inner = inner(member.getValue(), context, keyword, member.getKey());
                    if (inner != null) {
                        return inner;
                    }
                }
            }
        }
        if (schema.get("anyOf") instanceof Json.Arr branches) {
            for (int i = 0; i < branches.items().size(); i++) {
                String inner = inner(branches.items().get(i), context, "anyOf", Integer.toString(i));
                if (inner != null) {
                    return inner;
                }
            }
        }
        return schema.get("items") == null ? null : inner(schema.get("items"), context, "items");
    }

    private static @Nullable String inner(@Nullable Json any, List<String> context, String... further) {
        List<String> deeper = new ArrayList<>(context);
        deeper.addAll(List.of(further));
        return any instanceof Json.Obj schema ? problem(schema, deeper) : at(deeper) + "schema must be an object.";
    }

    private static @Nullable String own(Json.Obj schema, List<String> context) {
        for (String keyword : schema.members().keySet()) {
            if (REFUSED.contains(keyword)) {
                return at(context) + "'" + keyword + "' is not permitted.";
            }
        }
        if (Json.of("object").equals(schema.get("type")) || schema.get("properties") != null) {
            if (!Json.of(false).equals(schema.get("additionalProperties"))) {
                return at(context) + "'additionalProperties' is required to be supplied and to be false.";
            }
            List<Json> required = schema.get("required") instanceof Json.Arr array ? array.items() : List.of();
            if (schema.get("properties") instanceof Json.Obj properties) {
                for (String name : properties.members().keySet()) {
                    if (!required.contains(Json.of(name))) {
                        return at(context) + "'required' is required to be supplied and to be an array including every"
                                + " key in properties. Missing '" + name + "'.";
                    }
                }
            }
        }
        return null;
    }

    private static String at(List<String> context) {
        return "In context=("
                + String.join(
                        ", ", context.stream().map(token -> "'" + token + "'").toList()) + "), ";
    }
}
