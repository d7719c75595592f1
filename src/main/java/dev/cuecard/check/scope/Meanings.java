package dev.cuecard.check.scope;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedTemplate;
import dev.cuecard.check.names.Entry;
import dev.cuecard.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/** Finds out what a declared name means, when it is first asked for. */
public interface Meanings {

    /** An input with its type, or null when it is being found out: its default asks for itself. */
    @Nullable
    CheckedInput input(Entry.OfInput entry, Span use);

    /** A let with its value and type; false when it is being found out, which is a circle and has been said. */
    boolean let(Entry.OfLet entry, Span use);

    /** A template with its parameters; null when there is a mistake in it, which has been said. */
    @Nullable
    CheckedTemplate template(Entry.OfTemplate entry, Span use);
}
