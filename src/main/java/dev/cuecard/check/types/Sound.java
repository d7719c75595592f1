package dev.cuecard.check.types;

import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.HashSet;
import java.util.Set;

/** Whether a type is free of mistakes, so that schemas and sketches can be made of it. */
public final class Sound {

    private final Set<Type.Declared> seen = new HashSet<>();

    private Sound() {}

    /** Whether nothing in it is unknown, and all its names can end. */
    public static boolean is(Type type) {
        return new Sound().sound(type);
    }

    private boolean sound(Type type) {
        if (type instanceof Type.Named named) {
            Type.Declared declared = named.declared();
            return !Given.isUnknown(type)
                    && (!seen.add(declared) || (Types.canEnd(declared) && sound(declared.type())));
        } else if (type instanceof Type.Array array) {
            return sound(array.item());
        } else if (type instanceof Type.MapOf map) {
            return sound(map.value());
        } else if (type instanceof Type.Nullish nullish) {
            return sound(nullish.type());
        } else if (type instanceof Type.Obj object) {
            return object.fields().stream().allMatch(f -> sound(f.type()));
        } else if (type instanceof Type.Union union) {
            return union.members().stream().allMatch(m -> sound(m.type()));
        }
        return true;
    }
}
