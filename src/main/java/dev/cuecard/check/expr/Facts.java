package dev.cuecard.check.expr;

import java.util.HashSet;
import java.util.Set;

/**
 * What a condition tells.
 *
 * @param whenTrue the places that have a value, not null, where it holds
 * @param whenFalse those that have one where it does not
 */
public record Facts(Set<Place> whenTrue, Set<Place> whenFalse) {

    static final Facts NONE = new Facts(Set.of(), Set.of());

    static Facts ifTrue(Set<Place> present) {
        return new Facts(present, Set.of());
    }

    Facts not() {
        return new Facts(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
    }

    Facts and(Facts other) {
        return new Facts(both(whenTrue, other.whenTrue), common(whenFalse, other.whenFalse));
    }

    Facts or(Facts other) {
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
