package dev.cuecard.check.scope;

import dev.cuecard.check.names.Entry;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;

/** What a name in an expression stands for. */
public sealed interface Binding {

    /** A name of the file. */
    record Global(Entry entry) implements Binding {}

    /** A variable of a loop, a parameter, a {@code {{ let }}}. */
    record Local(String name, Span origin, int slot, Type type, boolean missing) implements Binding {}

    /** A name that the language gives. */
    record Special(String name, Type type, boolean missing) implements Binding {}
}
