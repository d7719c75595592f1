package dev.cuecard.sim.sample;

import dev.cuecard.data.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads keywords of a JSON Schema leniently, follows its references and joins two schemas that both hold. */
final class SchemaNodes {

    private static final Set<String> LOWER =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains");
    private static final Set<String> UPPER =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains");

    private SchemaNodes() {}

    /** No value fits. */
    static final Json.Obj NOTHING =
            Json.object().put("enum", Json.array(List.of())).done();

    /** A schema as an object: {@code true} is the empty one. */
    static Json.Obj object(@Nullable Json schema) {
        if (schema instanceof Json.Obj object) {
            return object;
        }
        return schema instanceof Json.Bool bool && !bool.value() ? NOTHING : Json.Obj.EMPTY;
    }

    static List<Json> list(Json.Obj schema, String keyword) {
        return schema.get(keyword) instanceof Json.Arr array ? array.items() : List.of();
    }

    static Map<String, Json> members(Json.Obj schema, String keyword) {
        return schema.get(keyword) instanceof Json.Obj object ? object.members() : Map.of();
    }

    static List<String> strings(Json.Obj schema, String keyword) {
        List<String> strings = new ArrayList<>();
        for (Json item : list(schema, keyword)) {
            if (item instanceof Json.Str text) {
                strings.add(text.value());
            }
        }
        return strings;
    }

    /** A count, such as {@code minItems}; what is beyond an int is the greatest one. */
    static int count(Json.Obj schema, String keyword, int otherwise) {
        return schema.get(keyword) instanceof Json.Num number
                ? number.value().min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue()
                : otherwise;
    }

    static @Nullable String text(Json.Obj schema, String keyword) {
        return schema.get(keyword) instanceof Json.Str text ? text.value() : null;
    }

    /** The types that the schema names, or those that its other keywords speak of; empty for any. */
    static List<String> types(Json.Obj schema) {
        if (schema.get("type") instanceof Json.Str type) {
            return List.of(type.value());
        } else if (schema.get("type") instanceof Json.Arr) {
            return strings(schema, "type");
        }
        Set<String> keys = schema.members().keySet();
        if (hasAny(keys, "properties", "required", "additionalProperties", "minProperties", "propertyNames")) {
            return List.of("object");
        } else if (hasAny(keys, "items", "prefixItems", "minItems", "contains", "uniqueItems")) {
            return List.of("array");
        } else if (hasAny(keys, "pattern", "format", "minLength", "maxLength")) {
            return List.of("string");
        } else if (hasAny(keys, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")) {
            return List.of("number");
        }
        return List.of();
    }

    private static boolean hasAny(Set<String> keys, String... names) {
        for (String name : names) {
            if (keys.contains(name)) {
                return true;
            }
        }
        return false;
    }

    static Json.Obj without(Json.Obj schema, String... keywords) {
        Map<String, Json> members = new LinkedHashMap<>(schema.members());
        for (String keyword : keywords) {
            members.remove(keyword);
        }
        return new Json.Obj(members);
    }

    /** What a reference within the document leads to; null for any other. */
    static @Nullable Json follow(Json root, String reference) {
        if (!reference.equals("#") && !reference.startsWith("#/")) {
            return null;
        }
        Json found = root;
        String pointer = reference.length() > 1 ? reference.substring(2) : "";
        for (String token : pointer.isEmpty() ? new String[0] : pointer.split("/", -1)) {
            String name = token.replace("~1", "/").replace("~0", "~").replace("%25", "%");
            if (found instanceof Json.Obj object && object.get(name) != null) {
                found = object.get(name);
            } else if (found instanceof Json.Arr array
                    && name.matches("\\d{1,6}")
                    && Integer.parseInt(name) < array.items().size()) {
                found = array.items().get(Integer.parseInt(name));
            } else {
                return null;
            }
        }
        return found;
    }

    /** A schema that lets in what both let in; where that cannot be said simply, {@code a} goes before {@code b}. */
    static Json.Obj both(Json.Obj a, Json.Obj b) {
        Map<String, Json> all = new LinkedHashMap<>(a.members());
        b.members().forEach((keyword, right) -> {
            Json left = all.get(keyword);
            if (left == null || left.equals(right)) {
                all.put(keyword, right);
            } else if (Set.of("anyOf", "oneOf", "$ref", "allOf", "if", "not").contains(keyword)) {
                List<Json> further =
                        new ArrayList<>(all.get("allOf") instanceof Json.Arr array ? array.items() : List.of());
                if (keyword.equals("allOf")) {
                    further.addAll(list(b, "allOf"));
                } else {
                    further.add(new Json.Obj(Map.of(keyword, right)));
                }
                all.put("allOf", Json.array(further));
            } else {
                all.put(keyword, one(keyword, left, right));
            }
        });
        return new Json.Obj(all);
    }

    private static Json one(String keyword, Json left, Json right) {
        if (left instanceof Json.Num a && right instanceof Json.Num b) {
            int order = a.value().compareTo(b.value());
            return LOWER.contains(keyword) ? order >= 0 ? a : b : UPPER.contains(keyword) ? order <= 0 ? a : b : a;
        }
        return switch (keyword) {
            case "type" -> types(left, right);
            case "enum" ->
                Json.array(((Json.Arr) left)
                        .items().stream()
                                .filter(item -> right instanceof Json.Arr array
                                        && array.items().contains(item))
                                .toList());
            case "required" -> union(left, right);
            case "properties", "$defs", "patternProperties" -> properties(left, right);
            case "items", "additionalProperties", "propertyNames", "contains" -> every(left, right);
            case "uniqueItems" -> Json.of(true);
            default -> left;
        };
    }

    private static Json types(Json left, Json right) {
        List<Json> a = left instanceof Json.Arr array ? array.items() : List.of(left);
        List<Json> b = right instanceof Json.Arr array ? array.items() : List.of(right);
        Json number = Json.of("number");
        Json integer = Json.of("integer");
        List<Json> shared = new ArrayList<>();
        for (Json type : a) {
            if (b.contains(type) || (type.equals(integer) && b.contains(number))) {
                shared.add(type);
            } else if (type.equals(number) && b.contains(integer)) {
                shared.add(integer);
            }
        }
        return Json.array(shared);
    }

    private static Json union(Json left, Json right) {
        Set<Json> all = new LinkedHashSet<>();
        for (Json side : List.of(left, right)) {
            all.addAll(side instanceof Json.Arr array ? array.items() : List.of());
        }
        return Json.array(List.copyOf(all));
    }

    private static Json properties(Json left, Json right) {
        if (!(left instanceof Json.Obj a) || !(right instanceof Json.Obj b)) {
            return left;
        }
        Map<String, Json> all = new LinkedHashMap<>(a.members());
        b.members().forEach((name, schema) -> all.merge(name, schema, SchemaNodes::every));
        return new Json.Obj(all);
    }

    private static Json every(Json left, Json right) {
        if (left instanceof Json.Bool a) {
            return a.value() ? right : left;
        } else if (right instanceof Json.Bool b) {
            return b.value() ? left : right;
        }
        return left.equals(right)
                ? left
                : Json.object().put("allOf", Json.array(List.of(left, right))).done();
    }
}
