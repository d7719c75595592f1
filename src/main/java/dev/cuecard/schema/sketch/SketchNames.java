package dev.cuecard.schema.sketch;

import dev.cuecard.schema.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which named types a sketch tells in their place, and what it calls the others. */
final class SketchNames {

    private final Map<Type.Declared, Integer> uses = new LinkedHashMap<>();
    private final Set<Type.Declared> recursive = new HashSet<>();
    private final Map<Type.Declared, String> names = new HashMap<>();

    SketchNames(Type root) {
        count(root, new HashSet<>());
        Set<String> taken = new HashSet<>();
        for (Type.Declared declared : uses.keySet()) {
            if (!inPlace(declared)) {
                String name = declared.name();
                for (int n = 2; !taken.add(name); n++) {
                    name = declared.name() + "_" + n;
                }
                names.put(declared, name);
            }
        }
    }

    /** Whether a type is told where it is used: it is used once, or is as short as its name. */
    boolean inPlace(Type.Declared declared) {
        return !recursive.contains(declared) && (uses.getOrDefault(declared, 1) == 1 || isPlain(declared.type()));
    }

    /** What a type that stands below is called. */
    String of(Type.Declared declared) {
        return names.getOrDefault(declared, declared.name());
    }

    private static boolean isPlain(Type type) {
        return type instanceof Type.Text
                || type instanceof Type.Num
                || type instanceof Type.Bool
                || type instanceof Type.Null
                || type instanceof Type.Any
                || type instanceof Type.Format;
    }

    private void count(Type type, Set<Type.Declared> open) {
        if (type instanceof Type.Named named) {
            Type.Declared declared = named.declared();
            if (open.contains(declared)) {
                recursive.add(declared);
            }
            if (uses.merge(declared, 1, Integer::sum) == 1) {
                open.add(declared);
                count(declared.type(), open);
                open.remove(declared);
            }
        } else if (type instanceof Type.Obj object) {
            object.fields().forEach(f -> count(f.type(), open));
        } else if (type instanceof Type.Array array) {
            count(array.item(), open);
        } else if (type instanceof Type.MapOf map) {
            count(map.value(), open);
        } else if (type instanceof Type.Nullish nullish) {
            count(nullish.type(), open);
        } else if (type instanceof Type.Union union) {
            union.members().forEach(m -> count(m.type(), open));
        }
    }
}
