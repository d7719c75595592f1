package dev.cuecard.check.expr;

import dev.cuecard.check.Expr;
import dev.cuecard.check.builtin.FilterRule;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.scope.Binding;
import dev.cuecard.check.scope.Scope;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.value.Typed;
import dev.cuecard.check.value.ValueErrors;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import org.jspecify.annotations.Nullable;

/** A loop, over messages or in a text: its list, its slots and the scope of its body. */
public record Loop(Expr list, int item, int index, Scope scope) {

    /** The loop over a list, its names bound. */
    public static Loop over(Expression list, Name item, @Nullable Name index, ExprChecker exprs) {
        Typed typed = exprs.present(list);
        Type of = Given.UNKNOWN;
        if (!typed.isUnknown()) {
            if (Given.isOf(typed.type(), Kind.LIST)) {
                of = FilterRule.item(typed.type());
            } else {
                exprs.report(ValueErrors.expected(list.span(), "a list after `in`", typed));
            }
        }
        Scope scope = exprs.scope().inner();
        int slot = scope.frame().slot();
        scope.bind(item.text(), new Binding.Local(item.text(), item.span(), slot, of, false));
        int counter = -1;
        if (index != null) {
            counter = scope.frame().slot();
            Binding number = new Binding.Local(index.text(), index.span(), counter, Types.INTEGER, false);
            if (scope.bind(index.text(), number) != null) {
                exprs.report(NameErrors.twice(index, item.span()));
            }
        }
        return new Loop(typed.expr(), slot, counter, scope);
    }

    /** Binds the item in another scope, too. */
    public void shareWith(Scope other) {
        scope.names().forEach(other::bind);
    }
}
