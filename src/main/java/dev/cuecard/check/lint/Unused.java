package dev.cuecard.check.lint;

import dev.cuecard.check.Findings;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.Lookup;
import dev.cuecard.check.names.Unit;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Span;
import java.util.Map;
import java.util.Objects;

/** Names that are declared or imported, and used nowhere. What a library declares is there for others. */
final class Unused {

    private final Unit unit;
    private final Lookup lookup;
    private final Habits habits;
    private final Findings findings;

    Unused(Lookup lookup, Habits habits, Findings findings) {
        this.unit = lookup.unit();
        this.lookup = lookup;
        this.habits = habits;
        this.findings = findings;
    }

    void check() {
        for (Map.Entry<String, Entry> name : unit.all()) {
            Entry entry = name.getValue();
            if (lookup.isUsed(entry) || entry instanceof Entry.Lost) {
                continue;
            }
            Span place = Objects.requireNonNull(unit.place(name.getKey()));
            if (entry.home() != unit || entry instanceof Entry.OfFile) {
                findings.add(LintErrors.unused(Code.P803, name.getKey(), place, "imported here"));
            } else if (unit.header() != null) {
                declared(entry, name.getKey(), place);
            }
        }
    }

    private void declared(Entry entry, String name, Span place) {
        if (entry instanceof Entry.OfLet || entry instanceof Entry.OfInput) {
            Span braces = habits.inBraces(entry.name());
            findings.add(
                    braces == null
                            ? LintErrors.unused(Code.P801, name, place, "declared here")
                            : LintErrors.inBraces(braces, name, place));
        } else if (entry instanceof Entry.OfType) {
            findings.add(LintErrors.unused(Code.P802, name, place, "declared here"));
        } else if (entry instanceof Entry.OfTemplate) {
            findings.add(LintErrors.unused(Code.P804, name, place, "declared here"));
        }
    }
}
