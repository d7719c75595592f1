package dev.cuecard.check.scope;

import java.util.HashSet;
import java.util.Set;

/**
 * What a condition tells.
 *
 * @param whenTrue the places that have a value, not null, where it holds
 * @param whenFalse those that have one where it does not
 */
public record Facts(Set<Place> whenTrue, Set<Place> whenFalse) {

    /** Nothing. */
    public static final Facts NONE = new Facts(Set.of(), Set.of());

    /** That places have a value where the condition holds. */
    public static Facts ifTrue(Set<Place> present) {
        return new Facts(present, Set.of());
    }

    /** What the opposite of the condition tells. */
    public Facts not() {
        return new Facts(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
    }

    /** What it tells together with another. */
    public Facts and(Facts other) {
        return new Facts(both(whenTrue, other.whenTrue), common(whenFalse, other.whenFalse));
    }

    /** What it tells when either of them may be what holds. */
    public Facts or(Facts other) {
        return new Facts(common(whenTrue, other.whenTrue), both(whenFalse, other.whenFalse));
    }

    private static Set<Place> both(Set<Place> a, Set<Place> b) {
        Set<Place> all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }

    private static Set<Place> common(Set<Place> a, Set<Place> b) {
        Set<Place> all = new HashSet<>(a);
        all.retainAll(b);
        return all;
    }
}
