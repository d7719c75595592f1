package dev.cuecard.check.taint;

import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Text from outside in a value.
 *
 * @param level how it stands there
 * @param path the places that it came by, from where it was declared to where it is
 */
record Taint(Level level, List<Label> path) {

    /** How text from outside stands in a value, from the harmless to the worst. */
    enum Level {
        /** There is none. */
        NONE,
        /** Between fences, or as JSON. */
        FENCED,
        /** It is all there is. */
        WHOLE,
        /** Beside other text, and not told apart from it. */
        MIXED
    }

    /** No text from outside. */
    static final Taint NONE = new Taint(Level.NONE, List.of());

    Taint {
        path = List.copyOf(path);
    }

    /** Text that comes from there. */
    static Taint of(Span origin, String label) {
        return new Taint(Level.WHOLE, List.of(new Label(origin, label)));
    }

    /** Whether there is any. */
    boolean isThere() {
        return level != Level.NONE;
    }

    Taint at(Level other) {
        return level == other || level == Level.NONE ? this : new Taint(other, path);
    }

    /** The same, one place further. */
    Taint via(Span place, String label) {
        if (level == Level.NONE) {
            return this;
        }
        for (Label step : path) {
            if (step.span().equals(place)) {
                return this;
            }
        }
        List<Label> further = new ArrayList<>(path);
        further.add(new Label(place, label));
        return new Taint(level, further);
    }

    /** What is in a value that is either of two. */
    static Taint either(Taint a, Taint b) {
        return a.level.compareTo(b.level) >= 0 ? a : b;
    }
}
