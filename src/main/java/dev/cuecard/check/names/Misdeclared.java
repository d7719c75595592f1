package dev.cuecard.check.names;

import dev.cuecard.check.Findings;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one mistake behind several: a name that is unknown wherever it is used, where one nearly the same is declared
 * and used nowhere, is misspelt in its declaration.
 */
public final class Misdeclared {

    /** Shorter names are too near to each other to tell what is meant. */
    private static final int SHORTEST = 3;

    private final Lookup lookup;
    private final Findings findings;

    private Misdeclared(Lookup lookup, Findings findings) {
        this.lookup = lookup;
        this.findings = findings;
    }

    /** Puts one finding, at the declaration, in the place of those at the uses. */
    public static void join(Lookup lookup, Findings findings) {
        // What is used nowhere may be used in what could not be read.
        if (!lookup.unit().isBroken()) {
            new Misdeclared(lookup, findings).join();
        }
    }

    private void join() {
        Map<String, List<Diagnostic>> byName = new LinkedHashMap<>();
        for (Findings.Unknown unknown : findings.unknown()) {
            byName.computeIfAbsent(unknown.name(), name -> new ArrayList<>()).add(unknown.finding());
        }
        byName.forEach((name, uses) -> {
            Entry entry = name.length() < SHORTEST || uses.size() < 2 ? null : idle(name, uses);
            if (entry != null) {
                uses.sort(Diagnostic.BY_PLACE);
                findings.replace(uses, declaredAs(name, entry, uses));
            }
        });
    }

    /** What is declared here by nearly that name and used nowhere, or null. */
    private @Nullable Entry idle(String name, List<Diagnostic> uses) {
        List<String> declared = lookup.unit().all().stream()
                .filter(one -> uses.stream().allMatch(use -> isMeant(use, one.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        String nearest = Nearest.of(name, declared);
        Entry entry = nearest == null ? null : lookup.unit().find(nearest);
        return entry != null && entry.home() == lookup.unit() && !lookup.isUsed(entry) ? entry : null;
    }

    /** Whether a name that is unknown there could be that of the entry. */
    private static boolean isMeant(Diagnostic use, Entry entry) {
        return switch (use.code()) {
            case P201 -> entry instanceof Entry.OfInput || entry instanceof Entry.OfLet;
            case P402 -> entry instanceof Entry.OfInput;
            case P206 -> entry instanceof Entry.OfTemplate;
            case P211 -> entry instanceof Entry.OfType;
            case P209 -> entry instanceof Entry.OfTool || entry instanceof Entry.OfModel;
            default -> false;
        };
    }

    private static Diagnostic declaredAs(String name, Entry entry, List<Diagnostic> uses) {
        Diagnostic first =
                uses.stream().filter(use -> use.code() != Code.P402).findFirst().orElse(uses.get(0));
        Diagnostic.Builder unknown =
                Diagnostic.error(first.code(), first.message(), entry.name().span(), "declared as this, used nowhere");
        if (first.primary() != null) {
            unknown.and(first.primary().span(), "used as this");
        }
        return unknown.note(Quoted.of(name) + " is used in " + uses.size() + " places")
                .help("did you mean " + Quoted.of(name) + "?")
                .done();
    }
}
