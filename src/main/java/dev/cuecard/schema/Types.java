package dev.cuecard.schema;

import dev.cuecard.data.Json;
import dev.cuecard.schema.validate.Validator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the checker asks about types. */
public final class Types {

    /** Any value. */
    public static final Type ANY = new Type.Any(null);
    /** Any string. */
    public static final Type STRING = new Type.Text(null, null, null, null);
    /** Any number. */
    public static final Type NUMBER = new Type.Num(false, null, false, null, false, null);
    /** Any number without a fraction. */
    public static final Type INTEGER = new Type.Num(true, null, false, null, false, null);
    /** A truth value. */
    public static final Type BOOLEAN = new Type.Bool(null);
    /** {@code null}. */
    public static final Type NULL = new Type.Null(null);
    /** The type of {@code []}, which goes where any list without a least length goes. */
    public static final Type EMPTY_LIST = new Type.Array(ANY, 0, 0, null);

    private Types() {}

    /**
     * A member of an object or an item of a list.
     *
     * @param type its type when it is there
     * @param optional whether it may be missing
     */
    public record Member(Type type, boolean optional) {}

    /** A type as the language writes it, on one line. */
    public static String show(Type type) {
        return type.accept(new ShowType());
    }

    /** The list of a type. */
    public static Type listOf(Type item) {
        return new Type.Array(item, null, null, null);
    }

    /** What a declared name means; {@code any} for one that is only defined by itself. */
    public static Type meaning(Type.Named named) {
        return TypeEnd.circular(named.declared()) ? ANY : named.declared().type();
    }

    /** The type itself, its name replaced by what the name means. */
    public static Type unfold(Type type) {
        Type open = type;
        while (open instanceof Type.Named named) {
            open = meaning(named);
        }
        return open;
    }

    /**
     * Whether values of a declared type come to an end: one that needs another of itself has none, and one that is
     * defined as itself says nothing.
     */
    public static boolean canEnd(Type.Declared declared) {
        return !TypeEnd.circular(declared) && TypeEnd.reached(declared.type());
    }

    /**
     * Whether every value of one type is one of the other, so that it can stand where the other is wanted. {@code any}
     * and types from a schema file go everywhere and take everything, as in TypeScript: only a run can tell.
     */
    public static boolean assignable(Type from, Type to) {
        return new Assignability().test(from, to);
    }

    /** Whether two types may have a value in common: comparing those that have none is a mistake. */
    public static boolean meet(Type a, Type b) {
        return new Overlap().test(a, b);
    }

    /** Whether a value is one of a type. For the reasons ask a {@link Validator}. */
    public static boolean fits(Json value, Type type) {
        return Fits.fits(value, type);
    }

    /** Whether all values are of one kind. */
    public static boolean isOnly(Type type, Kind kind) {
        return Kind.of(type).equals(Set.of(kind));
    }

    /** Whether every value is a number without a fraction. */
    public static boolean isInteger(Type type) {
        return !acceptsAnything(type) && assignable(type, INTEGER);
    }

    /** Whether {@code null} is one of its values. */
    public static boolean acceptsNull(Type type) {
        return Kind.of(type).contains(Kind.NULL);
    }

    /** Whether nothing is known of its values: {@code any} or a type from a schema file. */
    public static boolean acceptsAnything(Type type) {
        Type open = unfold(type);
        return open instanceof Type.Any || open instanceof Type.External;
    }

    /**
     * Whether a reply of this type is an object at its root, and so needs no wrapper. A union is none, even one of
     * objects: structured outputs take no alternatives at the root, and the shape is to be the same in every mode.
     */
    public static boolean isObject(Type type) {
        Type open = unfold(type);
        return open instanceof Type.Obj
                || open instanceof Type.MapOf
                || (open instanceof Type.External && isOnly(open, Kind.OBJECT));
    }

    /** The wrapper that a value of no object travels in: {@code {"value": …}}. */
    public static Type.Obj wrapper(Type type) {
        return new Type.Obj(
                List.of(new Type.Obj.Field("value", type, false, null, type.origin())), false, type.origin());
    }

    /** A type less {@code null}: what is left once a value was tested for presence. */
    public static Type withoutNull(Type type) {
        if (!acceptsNull(type) || acceptsAnything(type)) {
            return type;
        }
        Type open = unfold(type);
        if (open instanceof Type.Nullish nullish) {
            return withoutNull(nullish.type());
        } else if (open instanceof Type.Union union) {
            return join(union.members().stream()
                    .map(Type.Union.Member::type)
                    .filter(t -> !isOnly(t, Kind.NULL))
                    .map(Types::withoutNull)
                    .toList());
        }
        return open;
    }

    /** The type that has the values of all: what a list of several things is a list of; {@code any} for none. */
    public static Type join(Collection<? extends Type> types) {
        TypeJoin join = new TypeJoin();
        types.forEach(join::add);
        return join.done();
    }

    /** The type of a value that is known: literals, lists and objects of them. */
    public static Type of(Json value) {
        if (value instanceof Json.Null) {
            return NULL;
        } else if (value instanceof Json.Arr list) {
            int size = list.items().size();
            Type item = join(list.items().stream().map(Types::of).toList());
            return size == 0 ? EMPTY_LIST : new Type.Array(item, size, size, null);
        } else if (value instanceof Json.Obj object) {
            List<Type.Obj.Field> fields = new ArrayList<>();
            object.members().forEach((name, member) -> fields.add(field(name, of(member))));
            return new Type.Obj(List.copyOf(fields), false, null);
        }
        return new Type.Literals(List.of(new Type.Literals.Value(value, null, null)), null);
    }

    /** A type as a variable takes it from its default: literals and sizes are examples there, not limits. */
    public static Type widened(Type type) {
        if (type instanceof Type.Literals literals) {
            return join(literals.values().stream()
                    .map(v -> switch (Kind.of(v.value())) {
                        case STRING -> STRING;
                        case BOOLEAN -> BOOLEAN;
                        default -> Fits.fits(v.value(), INTEGER) ? INTEGER : NUMBER;
                    })
                    .toList());
        } else if (type instanceof Type.Array array) {
            return listOf(widened(array.item()));
        } else if (type instanceof Type.Obj object && object.origin() == null) {
            List<Type.Obj.Field> fields = object.fields().stream()
                    .map(f -> field(f.name(), widened(f.type())))
                    .toList();
            return new Type.Obj(fields, object.open(), null);
        } else if (type instanceof Type.Union union && union.origin() == null) {
            return join(union.members().stream().map(m -> widened(m.type())).toList());
        }
        return type;
    }

    private static Type.Obj.Field field(String name, Type type) {
        return new Type.Obj.Field(name, type, false, null, null);
    }

    /** The member of that name, looked up through names, null and unions; null when no value has one. */
    public static @Nullable Member member(Type type, String name) {
        return TypeMembers.find(type, name);
    }

    /** The names of the fields that values of a type may have, in their order. */
    public static List<String> fieldNames(Type type) {
        return TypeMembers.names(type);
    }

    /** What a list holds, looked up through names, null and unions; null when no value is a list. */
    public static @Nullable Type item(Type type) {
        Type open = unfold(type);
        if (open instanceof Type.Array array) {
            return array.item();
        } else if (open instanceof Type.Nullish nullish) {
            return item(nullish.type());
        } else if (open instanceof Type.Union union) {
            List<Type> items = new ArrayList<>();
            for (Type.Union.Member member : union.members()) {
                Type item = item(member.type());
                if (item != null) {
                    items.add(item);
                }
            }
            return items.isEmpty() ? null : join(items);
        }
        return acceptsAnything(open) ? ANY : null;
    }
}
