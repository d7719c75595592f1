package dev.cuecard.check.names;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.PromptFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file and its names. Belongs to one check, and to its thread. */
public final class Unit {

    private final PromptFile tree;
    private final Map<String, Entry> names = new LinkedHashMap<>();
    private final Map<String, Span> places = new LinkedHashMap<>();
    private final List<Entry> own = new ArrayList<>();
    private boolean broken;
    private boolean partial;

    /** A file of which no name is known yet; {@code broken} when reading it found a mistake. */
    public Unit(PromptFile tree, boolean broken) {
        this.tree = tree;
        this.broken = broken;
    }

    /** Its tree. */
    public PromptFile tree() {
        return tree;
    }

    /** Its text. */
    public Source source() {
        return tree.source();
    }

    /** Whether something in it could not be read, so that what seems to be missing in it may stand there. */
    public boolean isBroken() {
        return broken;
    }

    /** Says that something in it could not be read, and what that would have declared. */
    void broken() {
        broken = true;
        partial = true;
    }

    /** Whether it may have names that are not known, because what declares them could not be read. */
    public boolean isPartial() {
        return partial;
    }

    /** Says that it may have names that are not known. */
    public void partial() {
        partial = true;
    }

    /** The header, if its first declaration is one: then it is a prompt, otherwise a library. */
    public Declaration.@Nullable Prompt header() {
        return !tree.declarations().isEmpty() && tree.declarations().get(0) instanceof Declaration.Prompt prompt
                ? prompt
                : null;
    }

    /**
     * Adds a name.
     *
     * @param here the name as this file knows it
     * @return the place where it was declared before, and then it is not added, or null
     */
    public @Nullable Span add(Name here, Entry entry) {
        Span before = places.putIfAbsent(here.text(), here.span());
        if (before == null) {
            names.put(here.text(), entry);
        }
        if (entry.home() == this) {
            own.add(entry);
        }
        return before;
    }

    /** What a name of this file stands for, or null. */
    public @Nullable Entry find(String name) {
        return names.get(name);
    }

    /** What other files may know by that name, or null: what is declared here, not what is taken from elsewhere. */
    public @Nullable Entry shared(String name) {
        Entry entry = names.get(name);
        return entry != null && entry.home() == this && entry.isShared() ? entry : null;
    }

    /** Where a name of this file is declared or taken. */
    public @Nullable Span place(String name) {
        return places.get(name);
    }

    /** All names with what they stand for, in the order of the file. */
    public Collection<Map.Entry<String, Entry>> all() {
        return Collections.unmodifiableSet(names.entrySet());
    }

    /** What is declared here, in the order of the file; what is declared twice too. */
    public List<Entry> own() {
        return Collections.unmodifiableList(own);
    }

    /** What other files may take, in the order of the file. */
    public List<String> sharedNames() {
        return own.stream()
                .filter(e -> e.isShared() && !(e instanceof Entry.Lost))
                .map(e -> e.name().text())
                .distinct()
                .toList();
    }

    /** The names of those that are of a class, in the order of the file. */
    public List<String> namesOf(Class<? extends Entry> kind) {
        return names.entrySet().stream()
                .filter(e -> kind.isInstance(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
