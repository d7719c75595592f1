package dev.cuecard.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of objects, looked up through names, null and unions. */
final class TypeMembers {

    private TypeMembers() {}

    /** The member of that name; null when no value has one. */
    static Types.@Nullable Member find(Type type, String name) {
        Type open = Types.unfold(type);
        if (open instanceof Type.Obj object) {
            Type.Obj.Field field = object.field(name);
            if (field != null) {
                return new Types.Member(field.type(), field.optional());
            }
            return object.open() ? new Types.Member(Types.ANY, true) : null;
        } else if (open instanceof Type.MapOf map) {
            return new Types.Member(map.value(), true);
        } else if (open instanceof Type.Nullish nullish) {
            return find(nullish.type(), name);
        } else if (open instanceof Type.Union union) {
            return ofUnion(union, name);
        }
        return Types.acceptsAnything(open) ? new Types.Member(Types.ANY, true) : null;
    }

    /** Branches without the member leave it out; null has no members and is asked about elsewhere. */
    private static Types.@Nullable Member ofUnion(Type.Union union, String name) {
        List<Type> types = new ArrayList<>();
        boolean optional = false;
        for (Type.Union.Member branch : union.members()) {
            Types.Member member = find(branch.type(), name);
            if (member != null) {
                types.add(member.type());
                optional |= member.optional();
            } else if (!Types.isOnly(branch.type(), Kind.NULL)) {
                optional = true;
            }
        }
        return types.isEmpty() ? null : new Types.Member(Types.join(types), optional);
    }

    /** The names of the fields that values may have, in their order. */
    static List<String> names(Type type) {
        Set<String> names = new LinkedHashSet<>();
        collect(type, names);
        return List.copyOf(names);
    }

    private static void collect(Type type, Set<String> names) {
        Type open = Types.unfold(type);
        if (open instanceof Type.Obj object) {
            object.fields().forEach(f -> names.add(f.name()));
        } else if (open instanceof Type.Nullish nullish) {
            collect(nullish.type(), names);
        } else if (open instanceof Type.Union union) {
            union.members().forEach(m -> collect(m.type(), names));
        }
    }
}
