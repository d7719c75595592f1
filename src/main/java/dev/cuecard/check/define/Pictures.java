package dev.cuecard.check.define;

import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for pictures in types of values that travel as JSON. */
final class Pictures {

    private final Set<Type.Declared> seen = new HashSet<>();

    private Pictures() {}

    /** The first place in a type where a picture is written, or null. */
    static @Nullable Span in(Type type) {
        return new Pictures().find(type);
    }

    private @Nullable Span find(@Nullable Type type) {
        if (type instanceof Type.Image image) {
            return image.origin();
        } else if (type instanceof Type.Named named) {
            return seen.add(named.declared()) ? find(named.declared().type()) : null;
        } else if (type instanceof Type.Array array) {
            return find(array.item());
        } else if (type instanceof Type.MapOf map) {
            return find(map.value());
        } else if (type instanceof Type.Nullish nullish) {
            return find(nullish.type());
        } else if (type instanceof Type.Obj object) {
            return object.fields().stream()
                    .map(f -> find(f.type()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        } else if (type instanceof Type.Union union) {
            return union.members().stream()
                    .map(m -> find(m.type()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }
}
