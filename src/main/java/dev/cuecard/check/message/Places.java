package dev.cuecard.check.message;

import dev.cuecard.check.Findings;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.names.Unit;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Declaration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a file is a prompt or a library, and holds what such a file can. */
public final class Places {

    private final Unit unit;
    private final Findings findings;

    /** Looks at a file. */
    public Places(Unit unit, Findings findings) {
        this.unit = unit;
        this.findings = findings;
    }

    /** Says what does not belong there. */
    public void check() {
        List<Declaration> declarations = unit.tree().declarations();
        boolean later = false;
        for (int i = 1; i < declarations.size(); i++) {
            if (declarations.get(i) instanceof Declaration.Prompt prompt) {
                later = true;
                Declaration first = declarations.get(0);
                if (first instanceof Declaration.Prompt header) {
                    findings.add(NameErrors.secondOf(
                            "prompt", prompt.name().span(), header.name().span()));
                } else if (!unit.isBroken()) {
                    findings.add(MessageErrors.promptNotFirst(prompt.name().span(), firstLine(first.span())));
                }
            }
        }
        if (unit.header() == null && !later && !unit.isBroken()) {
            library(declarations);
        }
    }

    private static Span firstLine(Span span) {
        int line = span.text().indexOf('\n');
        return line < 0 ? span : span.source().span(span.start(), span.start() + line);
    }

    /** All that stands in the wrong file has one cause. */
    private void library(List<Declaration> declarations) {
        for (Declaration declaration : declarations) {
            String what = what(declaration);
            if (what != null) {
                findings.add(MessageErrors.inLibrary(firstLine(declaration.span()), what));
                return;
            }
        }
    }

    private static @Nullable String what(Declaration declaration) {
        if (declaration instanceof Declaration.Says) {
            return "messages";
        } else if (declaration instanceof Declaration.Var) {
            return "inputs";
        } else if (declaration instanceof Declaration.Output) {
            return "output";
        } else if (declaration instanceof Declaration.Ensure) {
            return "conditions on an output";
        } else if (declaration instanceof Declaration.Test) {
            return "tests";
        } else if (declaration instanceof Declaration.UseTools) {
            return "tools to send";
        } else if (declaration instanceof Declaration.UseModel) {
            return "model of its own";
        }
        return declaration instanceof Declaration.Model model && model.name() == null ? "model of its own" : null;
    }
}
