package dev.cuecard.check.types;

import dev.cuecard.schema.Type;
import java.util.HashSet;
import java.util.Set;

/** Which types have values in which any text can stand, such as one that somebody else wrote. */
public final class Carriers {

    private final Set<Type.Declared> seen = new HashSet<>();

    private Carriers() {}

    /** Whether any text can stand in a value of the type. */
    public static boolean carryText(Type type) {
        return new Carriers().carries(type);
    }

    private boolean carries(Type type) {
        if (type instanceof Type.Named named) {
            return seen.add(named.declared()) && carries(named.declared().type());
        } else if (type instanceof Type.Array array) {
            return carries(array.item());
        } else if (type instanceof Type.Nullish nullish) {
            return carries(nullish.type());
        } else if (type instanceof Type.Obj object) {
            return object.open() || object.fields().stream().anyMatch(f -> carries(f.type()));
        } else if (type instanceof Type.Union union) {
            return union.members().stream().anyMatch(m -> carries(m.type()));
        } else if (type instanceof Type.Format format) {
            return format.kind() == Type.Format.Kind.EMAIL || format.kind() == Type.Format.Kind.URI;
        }
        return type instanceof Type.Text
                || type instanceof Type.MapOf
                || type instanceof Type.Any
                || type instanceof Type.External;
    }
}
