package dev.cuecard.schema.sketch;

import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;

/**
 * A type as the short, commented, TypeScript-like sketch that {@code shape()} shows a model. Documentation stands above
 * what it speaks of, restrictions in plain words behind it; a named type that is used once is told in its place, others
 * stand below. Frozen in the edition: the same type gives the same bytes in every release.
 */
public final class Sketch {

    private Sketch() {}

    /**
     * The sketch of a type, without a newline at its end. A reply that travels in a wrapper is sketched as {@link
     * Types#wrapper}.
     */
    public static String of(Type type) {
        return new SketchWriter(new SketchNames(type)).write(type);
    }
}
