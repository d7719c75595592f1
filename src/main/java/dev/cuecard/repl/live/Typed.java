package dev.cuecard.repl.live;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.prompt.Inquiry;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.render.Binder;
import dev.cuecard.render.eval.Evaluated;
import dev.cuecard.render.eval.Evaluator;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.repl.command.FileCommands;
import dev.cuecard.repl.draft.Draft;
import dev.cuecard.repl.draft.Edit;
import dev.cuecard.repl.draft.Needs;
import dev.cuecard.repl.state.Compiled;
import dev.cuecard.repl.state.Fit;
import dev.cuecard.repl.state.LastRun;
import dev.cuecard.repl.state.SessionErrors;
import dev.cuecard.repl.state.State;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import dev.cuecard.schema.Types;
import dev.cuecard.schema.validate.Violation;
import dev.cuecard.syntax.parse.Snippet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a text of the language does to the session. Of one use only. */
final class Typed {

    private final Workbench bench;
    private final Talk talk;

    Typed(Workbench bench, Talk talk) {
        this.bench = bench;
        this.talk = talk;
    }

    void take(Snippet snippet) {
        if (snippet instanceof Snippet.Declared declared) {
            declare(declared);
        } else if (snippet instanceof Snippet.Bound bound) {
            bind(bound);
        } else if (snippet instanceof Snippet.Asked asked) {
            ask(asked);
        } else if (snippet instanceof Snippet.Unfinished unfinished) {
            talk.mistakes(unfinished.findings());
        } else if (snippet instanceof Snippet.Mistaken mistaken) {
            talk.mistakes(mistaken.findings());
        }
    }

    private void declare(Snippet.Declared declared) {
        State state = bench.state();
        Path path = state.file() == null ? null : state.file().path();
        Edit edit = state.draft().with(declared.file());
        Draft next = Draft.of(state.draft().source().name(), edit.text());
        Compiled compiled = bench.compile(next, path);
        List<Diagnostic> mistakes = compiled.mistakesNotIn(state.compiled());
        if (!mistakes.isEmpty()) {
            refuse(edit, mistakes);
            return;
        }
        Draft formatted = Draft.of(next.source().name(), next.formatted());
        Compiled checked = bench.compile(formatted, path);
        List<String> dropped = new ArrayList<>();
        Map<String, Json> bound = Workbench.fitting(state.bound(), checked, dropped);
        bench.change(state.with(formatted, checked).withBound(bound), what(edit));
        talk.findings(shown(edit, worthTelling(compiled, state.compiled())));
        tests(compiled, state.compiled());
        if (!edit.replaced().isEmpty()) {
            talk.notice("replaced " + String.join(", ", edit.replaced()));
        }
        FileCommands.dropped(talk, dropped);
    }

    private static String what(Edit edit) {
        List<String> all = new ArrayList<>(edit.replaced());
        all.addAll(edit.added());
        return all.size() > 3 ? all.size() + " declarations" : String.join(", ", all);
    }

    /** A mistake that stands elsewhere is one that the new text makes: what is there was right without it. */
    private void refuse(Edit edit, List<Diagnostic> mistakes) {
        boolean elsewhere = mistakes.stream().allMatch(edit::isAboutTheRest);
        talk.mistakes(shown(edit, mistakes));
        if (elsewhere) {
            talk.notice("not taken: what is there would not fit it any more. To change both at once, paste them"
                    + " together, or `:edit`");
        }
    }

    /** What is new, less what only says that the prompt is not finished. */
    private static List<Diagnostic> worthTelling(Compiled compiled, Compiled before) {
        return compiled.findings().stream()
                .filter(finding -> !before.has(finding) && !Compiled.isOfWholeFile(finding))
                .filter(finding -> !finding.isError())
                .toList();
    }

    /** Tests that lack an input now are finished by no line to come of itself. */
    private void tests(Compiled compiled, Compiled before) {
        long count = compiled.findings().stream()
                .filter(finding -> Compiled.concernsTests(finding) && !before.has(finding))
                .count();
        if (count > 0) {
            talk.notice((count == 1 ? "a test lacks" : count + " tests lack") + " an input now: `:test` says which");
        }
    }

    private static List<Diagnostic> shown(Edit edit, List<Diagnostic> findings) {
        return findings.stream().map(edit::shown).toList();
    }

    private void bind(Snippet.Bound bound) {
        Inquiry.Answer answer = bench.inquiry().bind(bound.name(), bound.value());
        Json value = value(answer);
        if (value == null || answer.wanted() == null) {
            if (!talk.hasFailed()) {
                talk.mistake(SessionErrors.nothing(bound.value().span()));
            }
            return;
        }
        List<Violation> violations = Fit.violations(value, answer.wanted());
        if (!violations.isEmpty()) {
            String name = bound.name().text();
            CheckedInput input = bench.state().compiled().input(name);
            talk.mistake(SessionErrors.unfit(
                    name, bound.value().span(), value, violations.get(0), input == null ? null : input.origin()));
            return;
        }
        String name = bound.name().text();
        bench.change(bench.state().withBound(name, value), "the value of " + Quoted.of(name));
    }

    private void ask(Snippet.Asked asked) {
        Inquiry.Answer answer = bench.inquiry().ask(asked.expression());
        Json value = value(answer);
        if (value != null) {
            talk.value(Types.show(answer.type()), value);
        } else if (!talk.hasFailed()) {
            talk.notice("there is no value");
        }
    }

    /** The value of an expression; null when it has none, or when it has a mistake and that has been said. */
    private @Nullable Json value(Inquiry.Answer answer) {
        if (Diagnostic.stops(answer.findings())) {
            talk.mistakes(answer.findings());
            return null;
        }
        talk.findings(answer.findings());
        Map<String, Json> specials = specials();
        Diagnostic lacking = lacking(Needs.of(answer.expr()), specials);
        if (lacking != null) {
            talk.mistake(lacking);
            return null;
        }
        Map<String, Json> inputs = new LinkedHashMap<>(bench.state().bound());
        inputs.remove(Binder.HISTORY);
        Limits limits = bench.state().prompt() == null
                ? Limits.DEFAULT
                : bench.state().prompt().limits();
        Evaluated evaluated = new Evaluator(inputs, specials, limits).value(answer.expr());
        if (evaluated.mistake() != null) {
            talk.mistake(evaluated.mistake());
        }
        return evaluated.value();
    }

    private Map<String, Json> specials() {
        LastRun last = bench.last();
        Map<String, Json> specials = new LinkedHashMap<>(last == null ? Map.of() : last.specials());
        Json history = bench.state().bound().get(Binder.HISTORY);
        specials.put(Binder.HISTORY, history == null ? Json.array(List.of()) : history);
        return specials;
    }

    private @Nullable Diagnostic lacking(Needs needs, Map<String, Json> specials) {
        for (Map.Entry<CheckedInput, Span> need : needs.inputs().entrySet()) {
            CheckedInput input = need.getKey();
            if (input.required() && !bench.state().bound().containsKey(input.name())) {
                return SessionErrors.noValue(input, need.getValue());
            }
        }
        LastRun last = bench.last();
        for (Map.Entry<String, Span> need : needs.specials().entrySet()) {
            String name = need.getKey();
            if (last == null && !specials.containsKey(name)) {
                return SessionErrors.noRun(need.getValue(), name);
            } else if (last != null && !specials.containsKey(name) && isNeverMissing(name)) {
                return SessionErrors.notOfThisRun(need.getValue(), name, last);
            }
        }
        return null;
    }

    /** Whether the type of a name does not say that it may have no value. */
    private static boolean isNeverMissing(String name) {
        return !name.equals("finish_reason") && !name.equals("cost_usd");
    }
}
