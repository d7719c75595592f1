package dev.cuecard.check.call;

import dev.cuecard.check.CheckedFunction;
import dev.cuecard.check.Expr;
import dev.cuecard.check.value.Typed;
import dev.cuecard.check.value.ValueErrors;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Expression.Arg;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks calls of the host's functions and filters. */
final class HostCalls {

    private final Exprs exprs;

    HostCalls(Exprs exprs) {
        this.exprs = exprs;
    }

    Typed function(Expression.Call call, CheckedFunction function) {
        String what = "`" + call.callee().text() + "`";
        List<@Nullable Expr> args = arguments(call.callee().span(), what, call.args(), function.params());
        return args == null ? Typed.unknown(call.span()) : call(call.span(), function, args);
    }

    Typed filter(Expression.Filter filter, CheckedFunction function, Typed target) {
        String name = filter.name().text();
        CheckedFunction.Param first = function.params().get(0);
        if (!target.isUnknown() && !Types.assignable(target.type(), first.type())) {
            exprs.report(
                    ValueErrors.mismatch(filter.target().span(), target, first.type(), "what `" + name + "` filters"));
        }
        List<@Nullable Expr> further = arguments(
                filter.name().span(),
                "`" + name + "`",
                filter.args() == null ? List.of() : filter.args(),
                function.params().subList(1, function.params().size()));
        if (further == null || target.isUnknown()) {
            return Typed.unknown(filter.span());
        }
        List<@Nullable Expr> args = new ArrayList<>();
        args.add(target.expr());
        args.addAll(further);
        return call(filter.span(), function, args);
    }

    /** For each item of a list; null when it needs more than the item, and that has been said. */
    @Nullable
    Typed each(Span span, String what, CheckedFunction function, Typed item) {
        List<CheckedFunction.Param> params = function.params();
        List<String> missing = params.stream()
                .skip(1)
                .filter(param -> !param.optional())
                .map(CheckedFunction.Param::name)
                .toList();
        if (params.isEmpty()) {
            exprs.report(CallErrors.tooMany(span, what, 0));
            return null;
        } else if (!missing.isEmpty()) {
            exprs.report(CallErrors.tooFew(span, what, missing));
            return null;
        } else if (!item.isUnknown()
                && !Types.assignable(item.type(), params.get(0).type())) {
            exprs.report(ValueErrors.mismatch(
                    span,
                    item,
                    params.get(0).type(),
                    Functions.argument(params.get(0).name(), what)));
        }
        List<@Nullable Expr> args = new ArrayList<>(Collections.nCopies(params.size(), null));
        args.set(0, item.expr());
        return call(span, function, args);
    }

    private static Typed call(Span span, CheckedFunction function, List<@Nullable Expr> args) {
        return Typed.of(new Expr.HostCall(span, function, args), function.result());
    }

    /** Null when there are too many or too few, and that has been said. */
    private @Nullable List<@Nullable Expr> arguments(
            Span at, String what, List<Arg> given, List<CheckedFunction.Param> params) {
        List<@Nullable Arg> bound = Args.bind(
                exprs,
                at,
                what,
                given,
                params.stream()
                        .map(param -> new Args.Param(param.name(), !param.optional()))
                        .toList());
        if (bound == null) {
            given.forEach(arg -> exprs.check(arg.value()));
            return null;
        }
        List<@Nullable Expr> args = new ArrayList<>();
        for (int i = 0; i < bound.size(); i++) {
            Arg arg = bound.get(i);
            args.add(arg == null ? null : argument(arg, params.get(i), what).expr());
        }
        return args;
    }

    private Typed argument(Arg arg, CheckedFunction.Param param, String what) {
        String where = Functions.argument(param.name(), what);
        return param.optional()
                ? exprs.fittingOptional(arg.value(), param.type(), where)
                : exprs.fitting(arg.value(), param.type(), where);
    }
}
