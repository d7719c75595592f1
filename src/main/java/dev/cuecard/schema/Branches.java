package dev.cuecard.schema;

import dev.cuecard.data.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of several alternatives a value was meant to be. */
public final class Branches {

    private final List<Type> types;

    /** @param types the alternatives, at least two */
    public Branches(List<Type> types) {
        this.types = types;
    }

    /**
     * A field that tells the branches apart.
     *
     * @param name its name
     * @param values what it is in each branch that is an object, in their order
     */
    public record Tag(String name, List<Type.Literals.Value> values) {}

    /**
     * The branch that a value speaks of: the one that its tag names, or the only one of its kind; -1 when that is not
     * one.
     */
    public int meant(Json value) {
        List<Integer> candidates = new ArrayList<>();
        Tag tag = tag();
        for (int i = 0; i < types.size(); i++) {
            boolean kind = Kind.of(types.get(i)).contains(Kind.of(value));
            if (kind && (tag == null || !(value instanceof Json.Obj object) || names(tag, object, types.get(i)))) {
                candidates.add(i);
            }
        }
        return candidates.size() == 1 ? candidates.get(0) : -1;
    }

    private static boolean names(Tag tag, Json.Obj value, Type branch) {
        Json named = value.get(tag.name());
        Type.Literals literals = literals(branch, tag.name());
        return named != null && literals != null && Fits.fits(named, literals);
    }

    /** The required field that is another literal in each branch that is an object; null when there is none. */
    @Nullable
    public Tag tag() {
        List<Type> objects =
                types.stream().filter(t -> Kind.of(t).contains(Kind.OBJECT)).toList();
        if (objects.size() < 2) {
            return null;
        }
        for (String name : Types.fieldNames(objects.get(0))) {
            Tag tag = tag(name, objects);
            if (tag != null) {
                return tag;
            }
        }
        return null;
    }

    private static @Nullable Tag tag(String name, List<Type> objects) {
        List<Type.Literals.Value> values = new ArrayList<>();
        Set<Json> seen = new LinkedHashSet<>();
        for (Type object : objects) {
            Type.Literals literals = literals(object, name);
            if (literals == null || !literals.values().stream().allMatch(v -> seen.add(v.value()))) {
                return null;
            }
            values.addAll(literals.values());
        }
        return new Tag(name, List.copyOf(values));
    }

    private static Type.@Nullable Literals literals(Type branch, String name) {
        Types.Member member = Types.member(branch, name);
        return member != null && !member.optional() && Types.unfold(member.type()) instanceof Type.Literals literals
                ? literals
                : null;
    }
}
