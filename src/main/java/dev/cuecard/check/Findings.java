package dev.cuecard.check;

import dev.cuecard.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** What a check has found so far. Belongs to one check, and to its thread. */
public final class Findings {

    private final List<Diagnostic> all = new ArrayList<>();
    private final List<Unknown> unknown = new ArrayList<>();

    /** Begins with none. */
    public Findings() {}

    /** A finding that a name is not known: it may be one of several that have their cause in one declaration. */
    public record Unknown(Diagnostic finding, String name) {}

    /** Adds one. */
    public void add(Diagnostic finding) {
        all.add(finding);
    }

    /** Adds that a name is not known. */
    public void addUnknown(Diagnostic finding, String name) {
        all.add(finding);
        unknown.add(new Unknown(finding, name));
    }

    /** Which of them say that a name is not known. */
    public List<Unknown> unknown() {
        return List.copyOf(unknown);
    }

    /** Whether it is among them, and nothing else has taken its place. */
    public boolean holds(Diagnostic finding) {
        return all.contains(finding);
    }

    /** Puts one in the place of several. */
    public void replace(List<Diagnostic> several, Diagnostic one) {
        all.removeAll(several);
        all.add(one);
    }

    /** Adds some. */
    public void addAll(List<Diagnostic> findings) {
        all.addAll(findings);
    }

    /** How many there are: none of what is checked is wrong if it did not grow meanwhile. */
    public int size() {
        return all.size();
    }

    /** All, by place. */
    public List<Diagnostic> sorted() {
        return all.stream().sorted(Diagnostic.BY_PLACE).toList();
    }
}
