package dev.cuecard.check.scope;

import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.Lookup;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that an expression sees, and which of their values are known to be there. */
public final class Scope {

    private final Lookup lookup;
    private final Frame frame;
    private final boolean inputs;
    private final @Nullable Scope outer;
    private final Map<String, Binding> names = new LinkedHashMap<>();
    private final Map<String, Binding.Special> given;
    private final Set<Place> present;

    private Scope(
            Lookup lookup,
            Frame frame,
            boolean inputs,
            @Nullable Scope outer,
            Map<String, Binding.Special> given,
            Set<Place> present) {
        this.lookup = lookup;
        this.frame = frame;
        this.inputs = inputs;
        this.outer = outer;
        this.given = given;
        this.present = present;
    }

    /**
     * The names of a file.
     *
     * @param inputs whether its inputs are among them
     * @param given the names that the language gives here; the file's own go before them
     */
    public static Scope of(Lookup lookup, Frame frame, boolean inputs, List<Binding.Special> given) {
        Map<String, Binding.Special> byName = new LinkedHashMap<>();
        given.forEach(name -> byName.put(name.name(), name));
        return new Scope(lookup, frame, inputs, null, byName, Set.of());
    }

    /** The same names, and further ones to be bound. */
    public Scope inner() {
        return new Scope(lookup, frame, inputs, this, given, present);
    }

    /** The same names, where some places are known to have a value. */
    public Scope knowing(Set<Place> places) {
        Set<Place> all = new HashSet<>(present);
        all.addAll(places);
        return new Scope(lookup, frame, inputs, this, given, all);
    }

    /** Binds a name; gives what was bound to it in this very scope, or null. */
    public @Nullable Binding bind(String name, Binding binding) {
        return names.put(name, binding);
    }

    /** The names that are bound in this very scope. */
    public Map<String, Binding> names() {
        return Map.copyOf(names);
    }

    /** The names of the file. */
    public Lookup lookup() {
        return lookup;
    }

    /** The slots of what this is a part of. */
    public Frame frame() {
        return frame;
    }

    /** Whether there is known to be a value at a place. */
    public boolean knows(Place place) {
        return present.contains(place);
    }

    /** What a name stands for, or null; an input that cannot be seen from here is not found. */
    public @Nullable Binding find(String name) {
        for (Scope at = this; at != null; at = at.outer) {
            Binding binding = at.names.get(name);
            if (binding != null) {
                return binding;
            }
        }
        Entry entry = lookup.find(name);
        if (entry != null && (inputs || !(entry instanceof Entry.OfInput))) {
            return new Binding.Global(entry);
        }
        return given.get(name);
    }

    /** The input that would be meant if it could be seen from here, or null. */
    public Entry.@Nullable OfInput hiddenInput(String name) {
        return !inputs && lookup.unit().find(name) instanceof Entry.OfInput input ? input : null;
    }

    /** All variables that can be seen, inner ones first. */
    public List<String> variables() {
        Set<String> all = new LinkedHashSet<>();
        for (Scope at = this; at != null; at = at.outer) {
            all.addAll(at.names.keySet());
        }
        if (inputs) {
            all.addAll(lookup.unit().namesOf(Entry.OfInput.class));
        }
        all.addAll(lookup.unit().namesOf(Entry.OfLet.class));
        // Not variables, but what a misspelt `common.tone` begins with.
        all.addAll(lookup.unit().namesOf(Entry.OfFile.class));
        all.addAll(given.keySet());
        return new ArrayList<>(all);
    }
}
