package dev.cuecard.schema.read;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.data.Regex;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.TypeJoin;
import dev.cuecard.schema.Types;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON Schema back as a type, as far as the language has words for it: schema files are spoken of in the same
 * words as types. What it cannot read is {@code any}.
 */
public final class SchemaReader {

    private static final int DEEPEST = 6;

    private final Json root;

    /** References begin at {@code root}. */
    public SchemaReader(Json root) {
        this.root = root;
    }

    /** The type that a schema means; {@code any} for what the language has no words for, and for null. */
    public Type read(@Nullable Json schema) {
        return read(schema, 0);
    }

    private Type read(@Nullable Json schema, int depth) {
        if (!(schema instanceof Json.Obj object) || depth > DEEPEST) {
            return Types.ANY;
        } else if (object.get("$ref") instanceof Json.Str ref) {
            return read(target(ref.value()), depth + 1);
        }
        Json only = object.get("const");
        if (only != null) {
            return literals(List.of(only));
        } else if (object.get("enum") instanceof Json.Arr values
                && !values.items().isEmpty()) {
            return literals(values.items());
        }
        Json branches = object.get("anyOf") == null ? object.get("oneOf") : object.get("anyOf");
        if (branches instanceof Json.Arr several) {
            return Types.join(
                    several.items().stream().map(b -> read(b, depth + 1)).toList());
        }
        List<Type> types = new ArrayList<>();
        for (String name : names(object.get("type"))) {
            types.add(ofKind(name, object, depth));
        }
        return Types.join(types);
    }

    /** Where a reference within the schema leads, or null. */
    @Nullable
    public Json target(String ref) {
        if (!ref.startsWith("#")) {
            return null;
        }
        return at(root, URLDecoder.decode(ref.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    /** What a pointer points to, or null. */
    public static @Nullable Json at(Json root, String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            return null;
        }
        Json found = root;
        for (String token : JsonPointer.tokens(pointer)) {
            Json next = part(found, token);
            if (next == null) {
                return null;
            }
            found = next;
        }
        return found;
    }

    /** The member or item of a value, or null. */
    static @Nullable Json part(Json value, String token) {
        if (value instanceof Json.Obj object) {
            return object.get(token);
        } else if (value instanceof Json.Arr list && token.matches("[0-9]{1,9}")) {
            int index = Integer.parseInt(token);
            return index < list.items().size() ? list.items().get(index) : null;
        }
        return null;
    }

    private static List<String> names(@Nullable Json type) {
        if (type instanceof Json.Arr several) {
            return several.items().stream().flatMap(t -> names(t).stream()).toList();
        }
        return type instanceof Json.Str name ? List.of(name.value()) : List.of();
    }

    private static Type literals(List<Json> values) {
        TypeJoin all = new TypeJoin();
        for (Json value : values) {
            all.add(
                    value instanceof Json.Null
                            ? Types.NULL
                            : new Type.Literals(List.of(new Type.Literals.Value(value, null, null)), null));
        }
        return all.done();
    }

    private Type ofKind(String name, Json.Obj schema, int depth) {
        return switch (name) {
            case "string" -> text(schema);
            case "number", "integer" -> number(schema, name.equals("integer"));
            case "boolean" -> Types.BOOLEAN;
            case "null" -> Types.NULL;
            case "array" ->
                new Type.Array(
                        read(schema.get("items"), depth + 1), size(schema, "minItems"), size(schema, "maxItems"), null);
            case "object" -> object(schema, depth);
            default -> Types.ANY;
        };
    }

    private static Type text(Json.Obj schema) {
        String format = schema.get("format") instanceof Json.Str known ? known.value() : "";
        for (Type.Format.Kind kind : Type.Format.Kind.values()) {
            if (kind.format().equals(format)) {
                return new Type.Format(kind, null);
            }
        }
        return new Type.Text(size(schema, "minLength"), size(schema, "maxLength"), pattern(schema), null);
    }

    private static @Nullable Regex pattern(Json.Obj schema) {
        try {
            return schema.get("pattern") instanceof Json.Str pattern ? Regex.of(pattern.value()) : null;
        } catch (Regex.Broken e) {
            return null;
        }
    }

    private static Type number(Json.Obj schema, boolean integer) {
        Json.Num min = bound(schema, "minimum");
        Json.Num max = bound(schema, "maximum");
        Json.Num above = bound(schema, "exclusiveMinimum");
        Json.Num below = bound(schema, "exclusiveMaximum");
        // Draft 4 says true or false.
        boolean minOpen = above != null || Json.of(true).equals(schema.get("exclusiveMinimum"));
        boolean maxOpen = below != null || Json.of(true).equals(schema.get("exclusiveMaximum"));
        Json.Num low = above == null ? min : above;
        Json.Num high = below == null ? max : below;
        return new Type.Num(
                integer, low == null ? null : low.value(), minOpen, high == null ? null : high.value(), maxOpen, null);
    }

    private static Json.@Nullable Num bound(Json.Obj schema, String keyword) {
        return schema.get(keyword) instanceof Json.Num number ? number : null;
    }

    private static @Nullable Integer size(Json.Obj schema, String keyword) {
        Json.Num number = bound(schema, keyword);
        return number == null || number.value().precision() - number.value().scale() > 9
                ? null
                : Integer.valueOf(number.value().intValue());
    }

    private Type object(Json.Obj schema, int depth) {
        Map<String, Json> properties = schema.get("properties") instanceof Json.Obj all ? all.members() : Map.of();
        Set<String> required = new HashSet<>(names(schema.get("required")));
        List<Type.Obj.Field> fields = new ArrayList<>();
        properties.forEach((name, property) ->
                fields.add(new Type.Obj.Field(name, read(property, depth + 1), !required.contains(name), null, null)));
        return new Type.Obj(List.copyOf(fields), !Json.of(false).equals(schema.get("additionalProperties")), null);
    }
}
