package dev.cuecard.render.eval;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.render.value.EvalErrors;
import dev.cuecard.render.value.Printer;
import dev.cuecard.render.value.Stop;
import dev.cuecard.render.value.Truth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the expressions of one prompt with one set of inputs: a computed value and a default are evaluated at most
 * once, when first asked for. Not safe for several threads. No mistake of a prompt or an input is an exception.
 *
 * <p>Decimals are exact, but for quotients, which have 34 digits (IEEE 754 decimal128, half even). A value that is
 * missing equals null and nothing else.
 */
public final class Evaluator {

    private final Interpreter interpreter;

    /**
     * @param inputs the inputs that were given
     * @param specials what the names of the language stand for: {@code history}, {@code output}, {@code outcome} …
     * @param limits how much it may take
     */
    public Evaluator(Map<String, Json> inputs, Map<String, Json> specials, Limits limits) {
        this.interpreter = new Interpreter(Map.copyOf(inputs), Map.copyOf(specials), limits);
    }

    /** Sets a variable of the prompt's own frame, the row of a test say; a negative slot is of no effect. */
    public void set(int slot, @Nullable Json value) {
        interpreter.frame().set(slot, value);
    }

    /** The value of an expression. */
    public Evaluated value(Expr expr) {
        return guarded(() -> interpreter.top(expr, null));
    }

    /** The text of an expression, as {@code {{ }}} prints it: a {@link Json.Str}. */
    public Evaluated text(Expr expr) {
        return guarded(() -> {
            Json value = interpreter.top(expr, null);
            if (value == null) {
                throw new Stop(EvalErrors.missing(expr.span()));
            }
            return Json.of(Printer.text(value, interpreter.meter(), expr.span()));
        });
    }

    /** A list: a {@link Json.Arr}. */
    public Evaluated list(Expr expr) {
        return guarded(() -> {
            Json value = interpreter.top(expr, null);
            if (value == null) {
                throw new Stop(EvalErrors.missing(expr.span()));
            } else if (!(value instanceof Json.Arr)) {
                throw new Stop(EvalErrors.wrongKind(expr.span(), "a list", value));
            }
            return value;
        });
    }

    /** Whether a condition holds: a {@link Json.Bool}. */
    public Evaluated holds(Expr condition) {
        return explain(condition).result();
    }

    /** Whether a condition holds, and what its parts were. */
    public Explained explain(Expr condition) {
        Recorder recorder = new Recorder(condition);
        Evaluated result = guarded(() -> {
            Json value = interpreter.top(condition, recorder);
            return Json.of(Truth.of(value, condition.span()));
        });
        return new Explained(result, recorder.seen());
    }

    /** The value of an input: what was given, else its default, else nothing. */
    public Evaluated input(CheckedInput input) {
        return value(new Expr.Input(input.origin(), input));
    }

    /**
     * The parts of a message, from a list: strings become text parts, pictures stay what they are, everything else is
     * printed as text.
     */
    public Evaluated parts(Expr expr) {
        Evaluated list = list(expr);
        if (!(list.value() instanceof Json.Arr items)) {
            return list;
        }
        return guarded(() ->
                Json.array(items.items().stream().map(item -> part(item, expr)).toList()));
    }

    private Json part(Json item, Expr expr) {
        if (interpreter.pictures().has(item)) {
            return item;
        }
        return Json.object()
                .put("type", "text")
                .put("text", Printer.text(item, interpreter.meter(), expr.span()))
                .done();
    }

    private interface Step {
        @Nullable
        Json take();
    }

    private Evaluated guarded(Step step) {
        try {
            return new Evaluated(step.take(), null);
        } catch (Stop stop) {
            return new Evaluated(null, stop.diagnostic());
        }
    }
}
