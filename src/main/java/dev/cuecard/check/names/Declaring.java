package dev.cuecard.check.names;

import dev.cuecard.check.Findings;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.Statement;
import java.util.List;

/** Puts the names that a file declares into its unit. Imports are joined before, as they stand first. */
final class Declaring {

    private final Unit unit;
    private final Findings findings;

    Declaring(Unit unit, Findings findings) {
        this.unit = unit;
        this.findings = findings;
    }

    void all() {
        for (Declaration declaration : unit.tree().declarations()) {
            if (declaration instanceof Declaration.Type type) {
                declare(new Entry.OfType(unit, type), Words.TYPES);
            } else if (declaration instanceof Declaration.Var input) {
                declare(new Entry.OfInput(unit, input), List.of());
            } else if (declaration instanceof Declaration.Let let) {
                declare(new Entry.OfLet(unit, let), List.of());
            } else if (declaration instanceof Declaration.Template template) {
                declare(new Entry.OfTemplate(unit, template), List.of());
            } else if (declaration instanceof Declaration.Tool tool) {
                declare(new Entry.OfTool(unit, tool), List.of());
            } else if (declaration instanceof Declaration.Role role) {
                declare(new Entry.OfRole(unit, role), Words.ROLES);
            } else if (declaration instanceof Declaration.Model model && model.name() != null) {
                declare(new Entry.OfModel(unit, model, model.name()), List.of());
            } else if (declaration instanceof Declaration.Broken broken) {
                lost(broken);
            }
        }
    }

    /** Says which words that begin a line were to be others; what was to be declared there is not known. */
    void misspelt() {
        for (Declaration declaration : unit.tree().declarations()) {
            String word = Misspelt.word(declaration, unit);
            if (word != null
                    && declaration instanceof Declaration.Says says
                    && says.statement() instanceof Statement.Message message) {
                findings.add(NameErrors.misspelt(message.role(), word));
                unit.broken();
            }
        }
    }

    private void lost(Declaration.Broken broken) {
        if (broken.name() == null) {
            unit.partial();
        } else if (unit.find(broken.name().text()) == null) {
            unit.add(broken.name(), new Entry.Lost(unit, broken.name()));
        }
    }

    private void declare(Entry entry, List<String> given) {
        if (given.contains(entry.name().text())) {
            findings.add(NameErrors.given(entry));
        }
        add(entry.name(), entry);
    }

    void add(Name here, Entry entry) {
        Span before = unit.add(here, entry);
        if (before != null && !(unit.find(here.text()) instanceof Entry.Lost)) {
            findings.add(NameErrors.twice(here, before));
        }
    }
}
