package dev.cuecard.check.prompt;

import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.Checked;
import dev.cuecard.check.CheckedEnsure;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedModel;
import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.CheckedTest;
import dev.cuecard.check.CheckedTool;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Findings;
import dev.cuecard.check.Step;
import dev.cuecard.check.define.Definitions;
import dev.cuecard.check.define.Outputs;
import dev.cuecard.check.define.Specials;
import dev.cuecard.check.define.Tools;
import dev.cuecard.check.expr.ExprChecker;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.check.lint.Lints;
import dev.cuecard.check.message.Places;
import dev.cuecard.check.message.Seen;
import dev.cuecard.check.message.Statements;
import dev.cuecard.check.model.ModelRules;
import dev.cuecard.check.model.Settings;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.names.Imports;
import dev.cuecard.check.names.Misdeclared;
import dev.cuecard.check.names.Misspelt;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.names.PlainText;
import dev.cuecard.check.names.Repeated;
import dev.cuecard.check.names.Unit;
import dev.cuecard.check.scope.Checking;
import dev.cuecard.check.scope.Condition;
import dev.cuecard.check.scope.Frame;
import dev.cuecard.check.taint.TaintChecker;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.types.TypeErrors;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.PromptFile;
import dev.cuecard.syntax.Statement;
import dev.cuecard.syntax.parse.Parsed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks one file with all that it imports. Of one use only. */
final class PromptChecker {

    private final Parsed parsed;
    private final CheckOptions options;
    private final Findings findings = new Findings();
    private final Imports imports;
    private final Unit main;
    private final Checking checking;
    private final Definitions definitions;
    private final Tools tools;

    /** A check of that file. */
    PromptChecker(Parsed parsed, FileSource files, CheckOptions options) {
        this.parsed = parsed;
        this.options = options;
        imports = new Imports(files, findings, options.imports(), options.importDepth());
        main = imports.join(parsed.file());
        checking = new Checking(findings, files, options.lints(), options.host());
        definitions = new Definitions(checking, main);
        checking.meanings(definitions);
        tools = new Tools(checking, definitions);
    }

    /** What comes of it. */
    Checked check() {
        Declaration.Prompt header = main.header();
        List<Unit> units = new ArrayList<>(imports.imported());
        units.add(main);
        units.forEach(this::roles);
        units.forEach(this::types);
        new Places(main, findings).check();
        CheckedOutput output = output();
        if (header != null) {
            checking.output(Outputs.shown(output));
        }
        Models models = new Models(checking, definitions, main);
        CheckedModel model = models.model();
        Json.Obj metadata = header == null ? Json.Obj.EMPTY : metadata(header);
        List<CheckedInput> inputs = inputs();
        own();
        Seen seen = new Seen();
        Frame frame = new Frame();
        List<Step> steps = steps(seen, frame);
        List<CheckedEnsure> ensures = ensures(output);
        List<CheckedTest> tests = tests(output, inputs);
        if (header != null && !main.isBroken()) {
            seen.check(header, output, steps, checking);
        }
        TaintChecker taint = new TaintChecker(checking::typeOf, findings);
        taint.check(steps);
        List<CheckedTool> sent = tools.sent(main);
        stubsOfOthers(tests, sent);
        ModelRules rules = new ModelRules(options, findings);
        Span schema = output.mode() == CheckedOutput.Mode.STRICT ? output.head() : null;
        models.check(rules, sent, schema);
        if (model != null && !Diagnostic.stops(findings.sorted())) {
            rules.window(model, steps);
        }
        Misdeclared.join(definitions.lookup(main), findings);
        Repeated.join(findings);
        if (options.lints()) {
            boolean sound =
                    !main.isBroken() && !Diagnostic.stops(parsed.findings()) && !Diagnostic.stops(findings.sorted());
            Lints.check(definitions.lookup(main), findings, sound);
        }
        List<Diagnostic> sorted = accepted();
        if (header == null || main.isBroken() || Diagnostic.stops(sorted)) {
            return new Checked(null, sorted, List.of());
        }
        CheckedPrompt prompt = new CheckedPrompt(
                main.source(),
                imports.imported().stream().map(Unit::source).toList(),
                header.name().text(),
                metadata,
                inputs,
                definitions.lets(),
                model,
                steps,
                seen.history(),
                sent,
                output,
                ensures,
                tests,
                Math.max(frame.size(), definitions.slots()));
        return new Checked(prompt, sorted, taint.trusted());
    }

    /** All findings, those of reading too, but for what follows from others and what is accepted. */
    private List<Diagnostic> accepted() {
        List<Diagnostic> all = new ArrayList<>(parsed.findings());
        for (Diagnostic finding : findings.sorted()) {
            if (!FollowUps.follows(finding, parsed)) {
                all.add(finding);
            }
        }
        List<PromptFile> others = imports.imported().stream().map(Unit::tree).toList();
        List<Diagnostic> left = Accepting.apply(FollowUps.without(all), parsed.file(), others, options);
        return left.stream().map(imports::led).toList();
    }

    private void roles(Unit unit) {
        for (Entry entry : unit.own()) {
            if (entry instanceof Entry.OfRole role) {
                checking.speakers().declare(role);
            }
        }
    }

    private void types(Unit unit) {
        for (Entry entry : unit.own()) {
            if (entry instanceof Entry.OfType type) {
                type.declared.means(checking.types(definitions.lookup(unit)).resolve(type.tree.type()));
            }
        }
    }

    private Json.Obj metadata(Declaration.Prompt header) {
        return new Settings(checking, definitions.scope(main, new Frame(), true)).metadata(header.metadata());
    }

    private CheckedOutput output() {
        for (Unit unit : imports.imported()) {
            ends(unit);
        }
        ends(main);
        CheckedOutput output = null;
        Span first = null;
        for (Declaration declaration : main.tree().declarations()) {
            if (declaration instanceof Declaration.Output tree) {
                CheckedOutput one = new Outputs(checking, definitions.lookup(main)).output(tree);
                if (first != null) {
                    findings.add(NameErrors.secondOf("output", tree.head(), first));
                } else {
                    output = one;
                    first = tree.head();
                }
            }
        }
        if (output == null && main.isBroken()) {
            return new CheckedOutput(CheckedOutput.Mode.PLAIN, Given.UNKNOWN, false, 1, null);
        }
        return output == null ? CheckedOutput.ANY_TEXT : output;
    }

    private void ends(Unit unit) {
        for (Entry entry : unit.own()) {
            if (entry instanceof Entry.OfType type && !Types.canEnd(type.declared)) {
                findings.add(TypeErrors.neverEnds(type.declared, type.name().span()));
            }
        }
    }

    private List<CheckedInput> inputs() {
        List<CheckedInput> inputs = new ArrayList<>();
        for (Entry entry : main.own()) {
            if (entry instanceof Entry.OfInput input) {
                CheckedInput known = definitions.input(input, input.name().span());
                if (known != null) {
                    inputs.add(known);
                }
            }
        }
        return inputs;
    }

    /** What the file declares is checked, whether it is used or not. */
    private void own() {
        for (Entry entry : main.own()) {
            if (entry instanceof Entry.OfLet let) {
                definitions.let(let, let.name().span());
            } else if (entry instanceof Entry.OfTemplate template) {
                definitions.template(template, template.name().span());
            } else if (entry instanceof Entry.OfTool tool) {
                tools.tool(tool);
            }
        }
    }

    private List<Step> steps(Seen seen, Frame frame) {
        List<Statement> statements = new ArrayList<>();
        for (Declaration declaration : main.tree().declarations()) {
            if (declaration instanceof Declaration.Says says && Misspelt.word(declaration, main) == null) {
                statements.add(says.statement());
            }
        }
        ExprChecker exprs = new ExprChecker(checking, definitions.scope(main, frame, true));
        return new Statements(checking, exprs, seen).all(statements);
    }

    private List<CheckedEnsure> ensures(CheckedOutput output) {
        List<CheckedEnsure> ensures = new ArrayList<>();
        for (Declaration declaration : main.tree().declarations()) {
            if (declaration instanceof Declaration.Ensure ensure) {
                Frame frame = new Frame();
                ExprChecker exprs =
                        new ExprChecker(checking, Specials.ensuring(definitions.lookup(main), frame, output));
                Condition condition = exprs.condition(ensure.condition());
                Expr message = ensure.message() == null
                        ? null
                        : exprs.present(ensure.message()).expr();
                ensures.add(new CheckedEnsure(ensure.span(), condition.expr(), message, frame.size()));
            }
        }
        return ensures;
    }

    /** A stub of a tool that is imported but not sent would answer nobody. */
    private void stubsOfOthers(List<CheckedTest> tests, List<CheckedTool> sent) {
        if (!tools.allKnown() || main.isBroken()) {
            // What is sent besides is not known.
            return;
        }
        for (CheckedTest test : tests) {
            for (CheckedTest.Binding stub : test.stubs()) {
                if (sent.stream().noneMatch(tool -> tool.name().equals(stub.name()))) {
                    checking.findings().add(TestErrors.stubOfOther(stub));
                }
            }
        }
    }

    private List<CheckedTest> tests(CheckedOutput output, List<CheckedInput> inputs) {
        List<CheckedTest> tests = new ArrayList<>();
        Map<String, Span> names = new HashMap<>();
        for (Declaration declaration : main.tree().declarations()) {
            if (declaration instanceof Declaration.Test test) {
                String name = PlainText.of(test.name());
                Span first = names.putIfAbsent(name, test.name().span());
                if (first != null) {
                    findings.add(TestErrors.sameName(test.name().span(), first, name));
                }
                tests.add(new Tests(checking, definitions, tools, main, output).test(test, inputs));
            }
        }
        return tests;
    }
}
