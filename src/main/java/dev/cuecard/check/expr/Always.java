package dev.cuecard.check.expr;

import dev.cuecard.check.lint.LintErrors;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.scope.Binding;
import dev.cuecard.check.value.Typed;
import dev.cuecard.data.Json;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;

/** Looks for conditions whose answer does not depend on anything. */
final class Always {

    private Always() {}

    static void look(Expression condition, Typed typed, ExprChecker exprs) {
        Json value = typed.value();
        if (value != null) {
            exprs.report(LintErrors.always(condition.span(), holds(value), "known before the run"));
        } else if (!typed.lacks()
                && isNeverEmpty(typed.type())
                && (!(condition instanceof Expression.Ref) || isInput(condition, exprs))) {
            exprs.report(LintErrors.always(condition.span(), true, "always there, and never empty"));
        }
    }

    /** What a let or a loop holds may be a constant on purpose; what an input holds is somebody's choice. */
    private static boolean isInput(Expression condition, ExprChecker exprs) {
        return condition instanceof Expression.Ref ref
                && exprs.scope().find(ref.name().text()) instanceof Binding.Global global
                && global.entry() instanceof Entry.OfInput;
    }

    private static boolean holds(Json value) {
        if (value instanceof Json.Bool truth) {
            return truth.value();
        } else if (value instanceof Json.Str text) {
            return !text.value().isEmpty();
        } else if (value instanceof Json.Arr list) {
            return !list.items().isEmpty();
        }
        return value instanceof Json.Obj object && !object.members().isEmpty();
    }

    private static boolean isNeverEmpty(Type type) {
        Type open = Types.unfold(type);
        if (open instanceof Type.Literals literals) {
            return literals.values().stream()
                    .allMatch(v ->
                            v.value() instanceof Json.Str text && !text.value().isEmpty());
        } else if (open instanceof Type.Text text) {
            return text.min() != null && text.min() > 0;
        } else if (open instanceof Type.Array list) {
            return list.min() != null && list.min() > 0;
        } else if (open instanceof Type.Obj object) {
            return object.fields().stream().anyMatch(f -> !f.optional());
        } else if (open instanceof Type.Union union) {
            return union.members().stream().allMatch(m -> isNeverEmpty(m.type()));
        }
        return open instanceof Type.Format || open instanceof Type.Image;
    }
}
