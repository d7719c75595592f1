package dev.cuecard.sim.sample;

import java.util.stream.IntStream;

/** Chooses a character of a class: a plain one where there is one. */
final class Characters {

    private Characters() {}

    static int pick(PatternNode.One one, Dice dice) {
        int[] members = one.wide() ? members(one, 'a', 'z') : new int[0];
        if (members.length == 0) {
            members = IntStream.concat(
                            IntStream.of(members(one, '0', '9')),
                            IntStream.concat(
                                    IntStream.of(members(one, 'A', 'Z')), IntStream.of(members(one, 'a', 'z'))))
                    .toArray();
        }
        if (members.length == 0) {
            members = members(one, ' ', '~');
        }
        if (members.length == 0) {
            members = members(one, 0xA0, 0xD7FF);
        }
        if (members.length == 0) {
            members = members(one, 0, Character.MAX_CODE_POINT);
        }
        // Nothing fits an empty class: any character shows that, when the text is tried.
        return members.length == 0 ? '?' : members[dice.below(members.length)];
    }

    private static int[] members(PatternNode.One one, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .filter(one.fits())
                .limit(200)
                .toArray();
    }
}
