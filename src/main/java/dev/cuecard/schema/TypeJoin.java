package dev.cuecard.schema;

import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts types together to the one that has the values of all: what a list of several things is a list of. */
public final class TypeJoin {

    private final List<Type> members = new ArrayList<>();
    private final List<Type.Literals.Value> literals = new ArrayList<>();
    private boolean nullable;

    /** Begins with none. */
    public TypeJoin() {}

    /** Takes in one more. */
    public TypeJoin add(Type type) {
        if (type instanceof Type.Union union) {
            union.members().forEach(m -> add(m.type()));
        } else if (type instanceof Type.Nullish nullish) {
            nullable = true;
            add(nullish.type());
        } else if (type instanceof Type.Null) {
            nullable = true;
        } else if (type instanceof Type.Literals some) {
            some.values().forEach(this::literal);
        } else if (members.stream().noneMatch(m -> Types.assignable(type, m))) {
            members.removeIf(m -> Types.assignable(m, type));
            members.add(type);
        }
        return this;
    }

    private void literal(Type.Literals.Value value) {
        if (literals.stream().noneMatch(l -> Fits.same(l.value(), value.value()))) {
            literals.add(value);
        }
    }

    /** The type; {@code any} when nothing was added. */
    public Type done() {
        for (Type member : members) {
            if (member instanceof Type.Any) {
                return member;
            }
        }
        literals.removeIf(l -> members.stream().anyMatch(m -> Fits.fits(l.value(), m)));
        List<Type> all = new ArrayList<>(members);
        if (!literals.isEmpty()) {
            all.add(new Type.Literals(List.copyOf(literals), null));
        }
        Type joined = joined(all);
        if (joined == null) {
            return nullable ? Types.NULL : Types.ANY;
        }
        return nullable && !Fits.fits(Json.nil(), joined) ? new Type.Nullish(joined, null) : joined;
    }

    private static @Nullable Type joined(List<Type> all) {
        return switch (all.size()) {
            case 0 -> null;
            case 1 -> all.get(0);
            default ->
                new Type.Union(
                        all.stream().map(t -> new Type.Union.Member(t, null)).toList(), null);
        };
    }
}
