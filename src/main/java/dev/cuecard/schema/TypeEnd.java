package dev.cuecard.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether values of a recursive type come to an end. */
final class TypeEnd {

    private final Set<Type.Declared> open = new HashSet<>();
    private final Set<Type.Declared> ending = new HashSet<>();

    private TypeEnd() {}

    /** Whether a name is defined by itself with no list, map or object between: such a definition says nothing. */
    static boolean circular(Type.Declared declared) {
        List<Type> left = new ArrayList<>(List.of(declared.type()));
        Set<Type.Declared> seen = new HashSet<>();
        while (!left.isEmpty()) {
            Type type = left.remove(left.size() - 1);
            if (type instanceof Type.Named named) {
                if (named.declared() == declared) {
                    return true;
                } else if (seen.add(named.declared())) {
                    left.add(named.declared().type());
                }
            } else if (type instanceof Type.Nullish nullish) {
                left.add(nullish.type());
            } else if (type instanceof Type.Union union) {
                union.members().forEach(m -> left.add(m.type()));
            }
        }
        return false;
    }

    /** Whether some value is finite. */
    static boolean reached(Type type) {
        return new TypeEnd().ends(type);
    }

    private boolean ends(Type type) {
        if (type instanceof Type.Named named) {
            Type.Declared declared = named.declared();
            if (ending.contains(declared)) {
                return true;
            } else if (!open.add(declared)) {
                return false;
            }
            boolean ends = ends(declared.type());
            open.remove(declared);
            if (ends) {
                ending.add(declared);
            }
            return ends;
        } else if (type instanceof Type.Obj object) {
            return object.fields().stream().allMatch(f -> f.optional() || ends(f.type()));
        } else if (type instanceof Type.Array array) {
            return array.min() == null || array.min() == 0 || ends(array.item());
        } else if (type instanceof Type.Union union) {
            return union.members().stream().anyMatch(m -> ends(m.type()));
        }
        // The others are flat, or have null or an empty map among their values.
        return true;
    }
}
