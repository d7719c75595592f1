package dev.cuecard.check.lint;

import dev.cuecard.check.Findings;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.Lookup;
import dev.cuecard.check.names.Unit;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Names that are declared or imported, and used nowhere. What a library declares is there for others. */
final class Unused {

    private final Unit unit;
    private final Lookup lookup;
    private final Findings findings;

    Unused(Lookup lookup, Findings findings) {
        this.unit = lookup.unit();
        this.lookup = lookup;
        this.findings = findings;
    }

    /** The inputs that are used nowhere. */
    List<Entry.OfInput> inputs() {
        List<Entry.OfInput> unused = new ArrayList<>();
        for (Entry entry : unit.own()) {
            if (entry instanceof Entry.OfInput input && !lookup.isUsed(input)) {
                unused.add(input);
            }
        }
        return unused;
    }

    /** All but the inputs. */
    void others() {
        for (Map.Entry<String, Entry> name : unit.all()) {
            Entry entry = name.getValue();
            if (lookup.isUsed(entry) || entry instanceof Entry.Lost || entry instanceof Entry.OfInput) {
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
        if (entry instanceof Entry.OfLet) {
            findings.add(LintErrors.unused(Code.P801, name, place, "declared here"));
        } else if (entry instanceof Entry.OfType) {
            findings.add(LintErrors.unused(Code.P802, name, place, "declared here"));
        } else if (entry instanceof Entry.OfTemplate) {
            findings.add(LintErrors.unused(Code.P804, name, place, "declared here"));
        }
    }
}
