package dev.cuecard.sim.sample;

import java.util.List;
import java.util.function.IntPredicate;

/** A regular expression as a tree, as far as making up a text needs it. */
sealed interface PatternNode {

    /** No bound on how often. */
    int FOREVER = Integer.MAX_VALUE;

    /**
     * One character.
     *
     * @param fits the code points that it may be
     * @param wide whether it may be nearly any, so that a plain letter will do
     */
    record One(IntPredicate fits, boolean wide) implements PatternNode {}

    /** One after the other. */
    record Row(List<PatternNode> parts) implements PatternNode {}

    /** One of several. */
    record Either(List<PatternNode> branches) implements PatternNode {}

    /** Several times. */
    record Repeat(PatternNode node, int min, int max) implements PatternNode {}

    /** The place where the text begins. */
    record Start() implements PatternNode {}

    /** The place where the text ends. */
    record End() implements PatternNode {}

    /** A place that is not looked at further: a word boundary. */
    record Place() implements PatternNode {}
}
