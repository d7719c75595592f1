package dev.cuecard.check;

import dev.cuecard.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** What a check has found so far. Belongs to one check, and to its thread. */
public final class Findings {

    private final List<Diagnostic> all = new ArrayList<>();

    /** Adds one. */
    public void add(Diagnostic finding) {
        all.add(finding);
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
