package dev.cuecard.schema;

import java.util.HashSet;
import java.util.Set;

/** The pairs of types that a question about two types has met: recursive ones are taken for granted the second time. */
final class TypePairs {

    /** By identity: equal records may be deep, and declared types are equal only to themselves. */
    private record Pair(Type a, Type b) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Pair pair && a == pair.a && b == pair.b;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(a) + System.identityHashCode(b);
        }
    }

    private final Set<Pair> met = new HashSet<>();

    /** Whether the pair is new. */
    boolean add(Type a, Type b) {
        return met.add(new Pair(a, b));
    }
}
