package dev.cuecard.check.call;

import dev.cuecard.check.Builtin;
import dev.cuecard.check.CheckedFunction;
import dev.cuecard.check.Expr;
import dev.cuecard.check.builtin.FilterRule;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.value.Typed;
import dev.cuecard.check.value.ValueErrors;
import dev.cuecard.data.Regex;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Expression.Arg;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks filters. */
public final class Filters {

    private final Exprs exprs;

    /** Checks filters that stand among those expressions. */
    public Filters(Exprs exprs) {
        this.exprs = exprs;
    }

    /** Checks a filter, what it filters and its arguments. */
    public Typed filter(Expression.Filter filter) {
        FilterRule rule = FilterRule.of(filter.name().text());
        Typed target = exprs.present(filter.target());
        CheckedFunction ofHost =
                exprs.checking().host().filters().get(filter.name().text());
        if (rule == null && ofHost != null) {
            return new HostCalls(exprs).filter(filter, ofHost, target);
        } else if (rule == null) {
            if (!exprs.checking().host().lost().contains(filter.name().text())) {
                exprs.report(FilterErrors.unknownFilter(
                        filter.name(), exprs.scope(), exprs.checking().host()));
            }
            // A bare name may be that of a filter or template, as `map` takes it.
            arguments(filter).stream()
                    .filter(arg -> !(arg.value() instanceof Expression.Ref))
                    .forEach(arg -> exprs.check(arg.value()));
            return Typed.unknown(filter.span());
        } else if (rule.builtin() == Builtin.MAP && mapper(filter) != null) {
            return new Mapping(exprs).map(filter, target);
        }
        Type type = target.type();
        boolean takes = rule.canTake(type);
        if (!takes && !target.isUnknown()) {
            exprs.report(ValueErrors.expected(
                    filter.target().span(),
                    rule.phrase() + " before `| " + filter.name().text() + "`",
                    target));
        }
        List<@Nullable Typed> args = arguments(filter, rule);
        if (target.isUnknown() || !takes || args == null) {
            return new Typed(
                    Typed.unknown(filter.span()).expr(),
                    takes && !target.isUnknown() ? rule.result().apply(type) : Given.UNKNOWN,
                    false,
                    List.of());
        }
        return apply(filter, rule, target, args);
    }

    private static List<Arg> arguments(Expression.Filter filter) {
        return filter.args() == null ? List.of() : filter.args();
    }

    /** The argument of {@code map} that is a function or template, or null when it is a field. */
    static @Nullable Expression mapper(Expression.Filter filter) {
        List<Arg> args = arguments(filter);
        return args.size() == 1
                        && (args.get(0).value() instanceof Expression.Ref
                                || args.get(0).value() instanceof Expression.Field)
                ? args.get(0).value()
                : null;
    }

    private @Nullable List<@Nullable Typed> arguments(Expression.Filter filter, FilterRule rule) {
        String what = "`" + filter.name().text() + "`";
        List<Args.Param> params = rule.params().stream()
                .map(p -> new Args.Param(p.name(), p.required()))
                .toList();
        List<@Nullable Arg> bound = Args.bind(exprs, filter.name().span(), what, arguments(filter), params);
        if (bound == null) {
            return null;
        }
        List<@Nullable Typed> args = new ArrayList<>();
        for (int i = 0; i < bound.size(); i++) {
            Arg arg = bound.get(i);
            args.add(arg == null ? null : argument(arg, rule.params().get(i), what));
        }
        return args;
    }

    private Typed argument(Arg arg, FilterRule.Param param, String what) {
        Typed typed = exprs.fitting(arg.value(), param.type(), "the " + param.name() + " of " + what);
        if (param.literal() && typed.string() == null && Types.assignable(typed.type(), param.type())) {
            exprs.report(ValueErrors.notLiteral(arg.value().span(), "the " + param.name() + " of " + what));
            return Typed.unknown(arg.span());
        }
        return typed;
    }

    private Typed apply(Expression.Filter filter, FilterRule rule, Typed target, List<@Nullable Typed> args) {
        List<@Nullable Expr> values = new ArrayList<>(List.of(target.expr()));
        args.forEach(arg -> values.add(arg == null ? null : arg.expr()));
        Expr expr = new Expr.Call(filter.span(), rule.builtin(), values);
        Type type = target.type();
        boolean missing = rule.builtin() == Builtin.FIRST || rule.builtin() == Builtin.LAST;
        Type result = switch (rule.builtin()) {
            case MAP -> Types.listOf(field(type, args.get(0)));
            case ROUND -> args.get(0) == null || Types.isInteger(type) ? Types.INTEGER : Types.NUMBER;
            default -> rule.result().apply(type);
        };
        look(filter, rule, type, args);
        return new Typed(expr, result, missing, List.of());
    }

    /** What the types of the arguments alone do not tell. */
    private void look(Expression.Filter filter, FilterRule rule, Type type, List<@Nullable Typed> args) {
        switch (rule.builtin()) {
            case SORT -> sortable(filter, type, args.get(0));
            case WHERE -> where(filter, type, args);
            case MATCHES -> pattern(args.get(0));
            case JOIN, BULLETS, NUMBERED -> printable(filter, type);
            default -> {
                // The result follows from the type.
            }
        }
    }

    /** The type of a field that all items have. */
    private Type field(Type list, @Nullable Typed name) {
        Type item = FilterRule.item(list);
        String field = name == null ? null : name.string();
        if (name == null || field == null || Given.isUnknown(item) || isEmpty(list)) {
            return Given.UNKNOWN;
        }
        Types.Member member = Types.member(item, field);
        if (member == null) {
            exprs.report(FilterErrors.itemsLack(name.span(), field, item));
            return Given.UNKNOWN;
        } else if (member.optional() && !Types.acceptsAnything(item)) {
            exprs.report(FilterErrors.itemsMayLack(name.span(), field, item));
        }
        return member.type();
    }

    private static boolean isEmpty(Type list) {
        return list instanceof Type.Array array && array.max() != null && array.max() == 0;
    }

    private void sortable(Expression.Filter filter, Type list, @Nullable Typed name) {
        Type by = name == null ? FilterRule.item(list) : field(list, name);
        if (!Given.isUnknown(by) && !isEmpty(list) && !Given.isOf(by, Kind.NUMBER) && !Given.isOf(by, Kind.STRING)) {
            exprs.report(FilterErrors.notSortable(filter, by));
        }
    }

    private void where(Expression.Filter filter, Type list, List<@Nullable Typed> args) {
        Typed name = args.get(0);
        Typed value = args.get(1);
        String field = name == null ? null : name.string();
        Type item = FilterRule.item(list);
        if (name == null || field == null || value == null || Given.isUnknown(item) || isEmpty(list)) {
            return;
        }
        Types.Member member = Types.member(item, field);
        if (member == null) {
            exprs.report(FilterErrors.itemsLack(name.span(), field, item));
        } else if (!value.isUnknown() && !Types.meet(member.type(), value.type())) {
            exprs.report(FilterErrors.neverWhere(filter, value, field, member.type()));
        }
    }

    private void pattern(@Nullable Typed pattern) {
        String text = pattern == null ? null : pattern.string();
        if (pattern == null || text == null) {
            return;
        }
        try {
            Regex.of(text);
        } catch (Regex.Broken e) {
            exprs.report(FilterErrors.badPattern(pattern.span(), String.valueOf(e.getMessage())));
        }
    }

    private void printable(Expression.Filter filter, Type list) {
        Type item = FilterRule.item(list);
        if (!Types.acceptsAnything(item) && (Given.isPicture(item) || Types.acceptsNull(item))) {
            exprs.report(FilterErrors.itemsNotPrintable(filter, item));
        }
    }

    /** A call of a built-in; arguments that are left out are null. */
    static Expr call(Span span, Builtin builtin, @Nullable Expr... args) {
        return new Expr.Call(span, builtin, Arrays.asList(args));
    }
}
