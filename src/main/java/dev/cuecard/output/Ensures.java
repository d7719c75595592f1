package dev.cuecard.output;

import dev.cuecard.check.CheckedEnsure;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.render.Binder;
import dev.cuecard.render.Bound;
import dev.cuecard.render.eval.Evaluated;
import dev.cuecard.render.eval.Evaluator;
import dev.cuecard.render.eval.Explained;
import dev.cuecard.render.eval.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds one output to the conditions of its prompt. */
final class Ensures {

    private final List<ReplyError> errors = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    private Ensures() {}

    static Ensures judge(List<CheckedEnsure> ensures, Bound bound, Json output, Limits limits) {
        Ensures judged = new Ensures();
        for (CheckedEnsure ensure : ensures) {
            // Each has variables of its own.
            judged.judge(
                    ensure,
                    new Evaluator(bound.inputs(), Map.of("output", output, Binder.HISTORY, bound.history()), limits));
        }
        return judged;
    }

    List<ReplyError> errors() {
        return errors;
    }

    List<Diagnostic> findings() {
        return findings;
    }

    private void judge(CheckedEnsure ensure, Evaluator evaluator) {
        Explained explained = evaluator.explain(ensure.condition());
        Evaluated result = explained.result();
        if (result.mistake() != null) {
            findings.add(result.mistake());
            errors.add(new ReplyError(
                    "", result.mistake().message(), null, ensure.condition().span()));
        } else if (Json.of(false).equals(result.value())) {
            String message = message(ensure, evaluator);
            findings.add(ReplyErrors.broken(ensure, message, explained.seen()));
            String told = message == null ? "`" + ensure.condition().span().text() + "` does not hold" : message;
            errors.add(new ReplyError("", told, null, ensure.condition().span()));
        }
    }

    private static @Nullable String message(CheckedEnsure ensure, Evaluator evaluator) {
        Expr message = ensure.message();
        return message != null && evaluator.text(message).value() instanceof Json.Str text ? text.value() : null;
    }
}
