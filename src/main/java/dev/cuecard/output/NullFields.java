package dev.cuecard.output;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonPointer;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leaves out the nulls that stand for {@code b?: T} where T has no null. */
final class NullFields {

    private final List<String> places = new ArrayList<>();
    private final Json value;

    private NullFields(Type type, Json value) {
        this.value = without(type, value, JsonPointer.ROOT);
    }

    static NullFields of(Type type, Json value) {
        return new NullFields(type, value);
    }

    /** Where nulls were left out, as places in the value as it was. */
    List<String> places() {
        return places;
    }

    /** The value without them. */
    Json value() {
        return value;
    }

    private Json without(Type type, Json from, String pointer) {
        Type open = Types.unfold(type);
        if (open instanceof Type.Nullish nullish) {
            return from instanceof Json.Null ? from : without(nullish.type(), from, pointer);
        } else if (open instanceof Type.Array array && from instanceof Json.Arr list) {
            List<Json> items = new ArrayList<>();
            for (int i = 0; i < list.items().size(); i++) {
                items.add(without(array.item(), list.items().get(i), JsonPointer.append(pointer, i)));
            }
            return Json.array(items);
        } else if (open instanceof Type.MapOf map && from instanceof Json.Obj object) {
            Map<String, Json> members = new LinkedHashMap<>();
            object.members()
                    .forEach((name, member) ->
                            members.put(name, without(map.value(), member, JsonPointer.append(pointer, name))));
            return new Json.Obj(members);
        } else if (open instanceof Type.Obj wanted && from instanceof Json.Obj object) {
            return fields(wanted, object, pointer);
        } else if (open instanceof Type.Union union) {
            return branch(union, from, pointer);
        }
        return from;
    }

    private Json fields(Type.Obj wanted, Json.Obj object, String pointer) {
        Map<String, Json> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> {
            Type.Obj.Field field = wanted.field(name);
            String at = JsonPointer.append(pointer, name);
            if (field == null) {
                members.put(name, member);
            } else if (member instanceof Json.Null && field.optional() && !takesNull(field.type())) {
                places.add(at);
            } else {
                members.put(name, without(field.type(), member, at));
            }
        });
        return new Json.Obj(members);
    }

    private static boolean takesNull(Type type) {
        return Types.acceptsNull(type) || Types.acceptsAnything(type);
    }

    /** The first branch that the value then fits; of a union where none does, nothing is left out. */
    private Json branch(Type.Union union, Json from, String pointer) {
        int before = places.size();
        for (Type.Union.Member member : union.members()) {
            Json left = without(member.type(), from, pointer);
            if (Types.fits(left, member.type())) {
                return left;
            }
            places.subList(before, places.size()).clear();
        }
        return from;
    }
}
