package dev.cuecard.schema;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code null} for a field that may be missing as a field that is missing. After structured outputs, which know no
 * missing fields, that is the way back; elsewhere it is a recovery.
 */
public final class OptionalNulls {

    private final List<String> dropped = new ArrayList<>();

    private OptionalNulls() {}

    /**
     * What is left of a value.
     *
     * @param value the value without those members
     * @param pointers where they stood, in the order of the value; empty when it is the value as it was
     */
    public record Result(Json value, List<String> pointers) {}

    /** Leaves the nulls out that only stand for what is missing: where the field's type takes null, null stays. */
    public static Result drop(Type type, Json value) {
        return Deep.apply(value, deep -> {
            OptionalNulls nulls = new OptionalNulls();
            Json rest = nulls.rest(type, deep, "");
            return new Result(rest, List.copyOf(nulls.dropped));
        });
    }

    private Json rest(Type type, Json value, String pointer) {
        Type open = Types.unfold(type);
        if (open instanceof Type.Nullish nullish) {
            return rest(nullish.type(), value, pointer);
        } else if (open instanceof Type.Union union) {
            return ofUnion(union, value, pointer);
        } else if (value instanceof Json.Arr list && open instanceof Type.Array array) {
            List<Json> items = new ArrayList<>();
            for (Json item : list.items()) {
                items.add(rest(array.item(), item, JsonPointer.append(pointer, items.size())));
            }
            return Json.array(items);
        } else if (value instanceof Json.Obj object && open instanceof Type.MapOf map) {
            Json.ObjBuilder members = Json.object();
            object.members()
                    .forEach((name, member) ->
                            members.put(name, rest(map.value(), member, JsonPointer.append(pointer, name))));
            return members.done();
        } else if (value instanceof Json.Obj object && open instanceof Type.Obj fields) {
            return ofObject(fields, object, pointer);
        }
        return value;
    }

    private Json ofObject(Type.Obj type, Json.Obj object, String pointer) {
        Json.ObjBuilder members = Json.object();
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            Type.Obj.Field field = type.field(member.getKey());
            String place = JsonPointer.append(pointer, member.getKey());
            if (field == null) {
                members.put(member.getKey(), member.getValue());
            } else if (standsForMissing(field, member.getValue())) {
                dropped.add(place);
            } else {
                members.put(member.getKey(), rest(field.type(), member.getValue(), place));
            }
        }
        return members.done();
    }

    private static boolean standsForMissing(Type.Obj.Field field, Json value) {
        return field.optional() && value instanceof Json.Null && !Types.acceptsNull(field.type());
    }

    private Json ofUnion(Type.Union union, Json value, String pointer) {
        List<Type> types = union.members().stream().map(Type.Union.Member::type).toList();
        int meant = new Branches(types).meant(value);
        if (meant >= 0) {
            return rest(types.get(meant), value, pointer);
        }
        for (Type type : types) {
            if (looksLike(type, value)) {
                return rest(type, value, pointer);
            }
        }
        return value;
    }

    /** Whether a value has the fields of a type, each of a kind that it may have: enough to tell branches apart. */
    private static boolean looksLike(Type type, Json value) {
        Type open = Types.unfold(type);
        if (!(open instanceof Type.Obj fields) || !(value instanceof Json.Obj object)) {
            return Kind.of(open).contains(Kind.of(value));
        }
        for (Type.Obj.Field field : fields.fields()) {
            Json member = object.get(field.name());
            boolean fits = member == null
                    ? field.optional()
                    : standsForMissing(field, member) || Kind.of(field.type()).contains(Kind.of(member));
            if (!fits) {
                return false;
            }
        }
        return fields.open() || object.members().keySet().stream().allMatch(name -> fields.field(name) != null);
    }
}
