package dev.cuecard.schema;

import dev.cuecard.data.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A schema file of the user's own: what can be said of it, and how it is put into a larger schema. */
public final class ExternalSchema {

    private ExternalSchema() {}

    /**
     * The schema as a definition. References within it begin at its own root: where it has some, it needs an identifier
     * of its own, and is given one unless it has one.
     */
    public static Json embedded(Json schema, String key) {
        if (!(schema instanceof Json.Obj object) || !refers(schema)) {
            return schema;
        }
        String keyword = idKeyword(object);
        if (object.get(keyword) instanceof Json.Str) {
            return schema;
        }
        Json.ObjBuilder out = Json.object().put(keyword, URLEncoder.encode(key, StandardCharsets.UTF_8) + ".json");
        object.members().forEach(out::put);
        return out.done();
    }

    /** Draft 4 calls it {@code id}. */
    static String idKeyword(Json.Obj schema) {
        return schema.get("$schema") instanceof Json.Str dialect
                        && dialect.value().contains("draft-04")
                ? "id"
                : "$id";
    }

    private static boolean refers(Json schema) {
        if (schema instanceof Json.Obj object) {
            return object.members().entrySet().stream()
                    .anyMatch(
                            e -> List.of("$ref", "$dynamicRef", "$recursiveRef").contains(e.getKey())
                                    || refers(e.getValue()));
        }
        return schema instanceof Json.Arr list && list.items().stream().anyMatch(ExternalSchema::refers);
    }

    /** The kinds that the schema's {@code type} lets in; all without one. */
    static Set<Kind> kinds(Json schema) {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        Json type = schema instanceof Json.Obj object ? object.get("type") : null;
        if (type instanceof Json.Arr several) {
            several.items().forEach(t -> add(t, kinds));
        } else if (type != null) {
            add(type, kinds);
        }
        return kinds.isEmpty() ? EnumSet.allOf(Kind.class) : kinds;
    }

    private static void add(Json type, Set<Kind> kinds) {
        switch (type instanceof Json.Str name ? name.value() : "") {
            case "string" -> kinds.add(Kind.STRING);
            case "number", "integer" -> kinds.add(Kind.NUMBER);
            case "boolean" -> kinds.add(Kind.BOOLEAN);
            case "null" -> kinds.add(Kind.NULL);
            case "array" -> kinds.add(Kind.LIST);
            case "object" -> kinds.add(Kind.OBJECT);
            default -> {}
        }
    }
}
