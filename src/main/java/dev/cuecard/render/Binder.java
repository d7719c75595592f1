package dev.cuecard.render;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.render.eval.Evaluated;
import dev.cuecard.render.eval.Evaluator;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.schema.validate.Validator;
import dev.cuecard.schema.validate.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives one prompt its inputs: each is held to its type, what is not given has its default. For many threads. */
public final class Binder {

    /** The name under which the turns of a conversation are given; no input can have it. */
    public static final String HISTORY = "history";

    /** The most places of one input that are told. */
    private static final int MOST = 5;

    private final CheckedPrompt prompt;
    private final Limits limits;
    private final Map<String, Validator> validators = new LinkedHashMap<>();
    private final List<String> names;

    /** Compiles what the inputs are held to. */
    public Binder(CheckedPrompt prompt, Limits limits) {
        this.prompt = prompt;
        this.limits = limits;
        this.names = prompt.inputs().stream().map(CheckedInput::name).toList();
        for (CheckedInput input : prompt.inputs()) {
            validators.put(input.name(), Validator.compile(Schemas.full(input.type())));
        }
        validators.put(HISTORY, Validator.compile(Schemas.full(Turns.HISTORY)));
    }

    /** What is given under {@value #HISTORY}. */
    public static Type historyType() {
        return Turns.HISTORY;
    }

    /** Binds the values by their names; the history is one of them, {@value #HISTORY}, and may be left out. */
    public Binding bind(Map<String, Given> given) {
        List<Diagnostic> findings = new ArrayList<>();
        Set<String> meant = new HashSet<>();
        given.forEach((name, value) -> {
            CheckedInput input = prompt.input(name);
            if (input == null && !name.equals(HISTORY)) {
                findings.add(InputErrors.unknown(name, value.name(), names));
                String near = Nearest.of(name, names);
                if (near != null) {
                    meant.add(near);
                }
            } else {
                fit(name, value, input, findings);
            }
        });
        missing(given, meant, findings);
        if (Diagnostic.stops(findings)) {
            return new Binding(null, sorted(findings));
        }
        Bound bound = complete(given, findings);
        return new Binding(Diagnostic.stops(findings) ? null : bound, sorted(findings));
    }

    private static List<Diagnostic> sorted(List<Diagnostic> findings) {
        return findings.stream().distinct().sorted(Diagnostic.BY_PLACE).toList();
    }

    private void fit(String name, Given given, @Nullable CheckedInput input, List<Diagnostic> findings) {
        Span declared = input == null ? null : input.origin();
        Diagnostic unsound = Soundness.check(name, given, declared, limits);
        if (unsound != null) {
            findings.add(unsound);
            return;
        }
        List<Violation> violations = violations(name, input == null ? Turns.HISTORY : input.type(), given.value());
        for (int i = 0; i < Math.min(MOST, violations.size()); i++) {
            int more = i == MOST - 1 ? violations.size() - MOST : 0;
            findings.add(InputErrors.unfit(name, given, given.value(), declared, violations.get(i), more));
        }
    }

    private List<Violation> violations(String name, Type type, Json value) {
        Validator validator = validators.get(name);
        List<Violation> violations = validator == null ? List.of() : validator.validate(value);
        return violations.isEmpty() ? PictureInputs.check(type, value) : violations;
    }

    /** What is missing is told at once; a name that was only misspelt is not told again. */
    private void missing(Map<String, Given> given, Set<String> meant, List<Diagnostic> findings) {
        List<CheckedInput> missing = prompt.inputs().stream()
                .filter(input -> input.required() && !given.containsKey(input.name()) && !meant.contains(input.name()))
                .toList();
        if (!missing.isEmpty()) {
            List<String> here = names.stream().filter(given::containsKey).toList();
            List<String> defaulted = prompt.inputs().stream()
                    .filter(input -> input.value() != null && !given.containsKey(input.name()))
                    .map(CheckedInput::name)
                    .toList();
            findings.add(InputErrors.missing(missing, here, defaulted));
        }
    }

    private Bound complete(Map<String, Given> given, List<Diagnostic> findings) {
        Map<String, Json> values = new LinkedHashMap<>();
        for (String name : names) {
            Given value = given.get(name);
            if (value != null) {
                values.put(name, value.value());
            }
        }
        Given turns = given.get(HISTORY);
        Json.Arr history = turns != null && turns.value() instanceof Json.Arr list ? list : new Json.Arr(List.of());
        Evaluator evaluator = new Evaluator(values, Map.of(HISTORY, history), limits);
        Map<String, Json> all = new LinkedHashMap<>();
        for (CheckedInput input : prompt.inputs()) {
            Json value =
                    values.containsKey(input.name()) ? values.get(input.name()) : standIn(input, evaluator, findings);
            if (value != null) {
                all.put(input.name(), value);
            }
        }
        return new Bound(all, history);
    }

    /** The value of an input that was not given. One that is computed is held to the type like one that is given. */
    private @Nullable Json standIn(CheckedInput input, Evaluator evaluator, List<Diagnostic> findings) {
        Expr expr = input.value();
        if (expr == null) {
            return null;
        }
        Evaluated result = evaluator.input(input);
        if (result.mistake() != null) {
            findings.add(result.mistake());
        }
        Json value = result.value();
        if (value != null && !(expr instanceof Expr.Const)) {
            for (Violation violation : violations(input.name(), input.type(), value)) {
                findings.add(InputErrors.unfitDefault(input, expr.span(), value, violation));
                break;
            }
        }
        return value;
    }
}
