package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * A name, perhaps of another file: {@code Label} or {@code common.Label}.
 *
 * @param span the whole of it
 * @param file the name that the other file was imported as, or null
 * @param name the name there
 */
public record Path(Span span, @Nullable Name file, Name name) implements Node {
    /** As it is written. */
    public String text() {
        return file == null ? name.text() : file.text() + "." + name.text();
    }
}
