package dev.cuecard.check.prompt;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Findings;
import dev.cuecard.check.HostNames;
import dev.cuecard.check.define.Definitions;
import dev.cuecard.check.define.Outputs;
import dev.cuecard.check.define.Specials;
import dev.cuecard.check.expr.ExprChecker;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.Imports;
import dev.cuecard.check.names.Unit;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.scope.Frame;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.value.Typed;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.PromptFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks expressions that stand outside a file against what it declares: they see its inputs, lets, templates and types,
 * and what is known of a run. The file need not be finished. Of one use only.
 */
public final class Inquiry {

    private final Findings findings = new Findings();
    private final Unit unit;
    private final Checking checking;
    private final Definitions definitions;
    private final CheckedOutput output;
    private final CheckedOutput spoken;

    /**
     * An expression and what is known of it.
     *
     * @param expr what can be evaluated, in a frame of its own
     * @param type the type of its value
     * @param wanted the type that it has to have, or null where any will do
     * @param findings mistakes and warnings; with an error the rest means nothing
     */
    public record Answer(Expr expr, Type type, @Nullable Type wanted, List<Diagnostic> findings) {

        /** Copies the list. */
        public Answer {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Of that file.
     *
     * @param host what the host adds to the language
     * @param last what the prompt of the last run expected, whose reply the expressions may speak of; null for what this
     *     file expects
     */
    public Inquiry(PromptFile tree, FileSource files, HostNames host, @Nullable CheckedOutput last) {
        Imports imports = new Imports(files, findings);
        unit = imports.join(tree);
        checking = new Checking(findings, files, false, host);
        definitions = new Definitions(checking, unit);
        checking.meanings(definitions);
        List<Unit> units = new ArrayList<>(imports.imported());
        units.add(unit);
        units.forEach(this::declare);
        output = output();
        spoken = last == null ? output : last;
        if (unit.header() != null) {
            checking.output(Outputs.shown(output));
        }
    }

    private void declare(Unit one) {
        for (Entry entry : one.own()) {
            if (entry instanceof Entry.OfRole role) {
                checking.speakers().declare(role);
            } else if (entry instanceof Entry.OfType type) {
                type.declared.means(checking.types(definitions.lookup(one)).resolve(type.tree.type()));
            }
        }
    }

    private CheckedOutput output() {
        for (Declaration declaration : unit.tree().declarations()) {
            if (declaration instanceof Declaration.Output output) {
                return new Outputs(checking, definitions.lookup(unit)).output(output);
            }
        }
        return CheckedOutput.ANY_TEXT;
    }

    /** What the file takes. */
    public List<CheckedInput> inputs() {
        List<CheckedInput> inputs = new ArrayList<>();
        for (Entry entry : unit.own()) {
            CheckedInput known = entry instanceof Entry.OfInput input
                    ? definitions.input(input, input.name().span())
                    : null;
            if (known != null) {
                inputs.add(known);
            }
        }
        return inputs;
    }

    /** What an expression means; its value may be missing. */
    public Answer ask(Expression expression) {
        return answer(exprs().check(expression), null);
    }

    /** What an expression means that is to be the value of an input, or of {@code history}. */
    public Answer bind(Name name, Expression value) {
        Type wanted = inputType(name);
        return answer(exprs().given(value, wanted, "`" + name.text() + "`"), wanted);
    }

    private ExprChecker exprs() {
        return new ExprChecker(checking, Specials.expecting(definitions.lookup(unit), new Frame(), spoken));
    }

    private Answer answer(Typed typed, @Nullable Type wanted) {
        return new Answer(typed.expr(), typed.type(), wanted, findings.sorted());
    }

    private Type inputType(Name name) {
        Entry entry = unit.find(name.text());
        if (entry instanceof Entry.OfInput input) {
            CheckedInput known = definitions.input(input, name.span());
            return known == null ? Given.UNKNOWN : known.type();
        } else if (name.text().equals("history")) {
            return Types.listOf(Given.TURN);
        }
        findings.addUnknown(TestErrors.unknownInput(name, unit.namesOf(Entry.OfInput.class), unit), name.text());
        return Given.UNKNOWN;
    }
}
