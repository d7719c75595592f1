package dev.cuecard.check.call;

import dev.cuecard.check.Builtin;
import dev.cuecard.check.CheckedFunction;
import dev.cuecard.check.CheckedTemplate;
import dev.cuecard.check.Expr;
import dev.cuecard.check.builtin.FilterRule;
import dev.cuecard.check.names.Entry;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.value.Typed;
import dev.cuecard.check.value.ValueErrors;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Name;
import dev.cuecard.syntax.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks {@code xs | map(f)}: a template, {@code image}, or a filter that needs no argument, for each item. */
final class Mapping {

    private final Exprs exprs;

    Mapping(Exprs exprs) {
        this.exprs = exprs;
    }

    Typed map(Expression.Filter filter, Typed target) {
        Expression mapper = Objects.requireNonNull(Filters.mapper(filter));
        Span span = filter.span();
        Type item = Given.UNKNOWN;
        if (!target.isUnknown()) {
            if (Given.isOf(target.type(), Kind.LIST)) {
                item = FilterRule.item(target.type());
            } else {
                exprs.report(ValueErrors.expected(filter.target().span(), "a list before `| map`", target));
            }
        }
        int slot = exprs.scope().frame().slot();
        Typed one = exprs.checking().note(Typed.of(new Expr.Local(mapper.span(), "", slot), item));
        Typed body = apply(mapper, one);
        if (body == null) {
            return Typed.unknown(span);
        }
        exprs.checking().note(body);
        return Typed.of(new Expr.MapCall(span, target.expr(), slot, body.expr()), Types.listOf(body.type()));
    }

    private @Nullable Typed apply(Expression mapper, Typed item) {
        Path path = path(mapper);
        if (path == null) {
            exprs.report(ValueErrors.expected(
                    mapper.span(), "a field's name, a function or a template", exprs.check(mapper)));
            return null;
        }
        String name = path.name().text();
        Entry entry = path.file() == null
                ? exprs.scope().lookup().find(name)
                : exprs.scope().lookup().ofFile(path);
        if (entry instanceof Entry.OfTemplate template) {
            return template(template, mapper.span(), path, item);
        } else if (entry != null || path.file() != null) {
            if (entry != null) {
                exprs.scope().lookup().as(entry, path, Entry.OfTemplate.class, "a template");
            }
            return null;
        } else if (name.equals(Builtin.IMAGE.word())) {
            return new Functions(exprs).image(mapper.span(), item, null);
        }
        CheckedFunction ofHost = host(name);
        return ofHost == null
                ? filter(path.name(), item)
                : new HostCalls(exprs).each(mapper.span(), name(path), ofHost, item);
    }

    private @Nullable CheckedFunction host(String name) {
        CheckedFunction function = exprs.checking().host().functions().get(name);
        return function == null ? exprs.checking().host().filters().get(name) : function;
    }

    private static @Nullable Path path(Expression mapper) {
        if (mapper instanceof Expression.Ref ref) {
            return new Path(ref.span(), null, ref.name());
        } else if (mapper instanceof Expression.Field field && field.target() instanceof Expression.Ref file) {
            return new Path(field.span(), file.name(), field.name());
        }
        return null;
    }

    private @Nullable Typed template(Entry.OfTemplate entry, Span span, Path path, Typed item) {
        CheckedTemplate template = exprs.checking().meanings().template(entry, span);
        if (template == null) {
            return null;
        }
        List<CheckedTemplate.Param> params = template.params();
        String what = name(path);
        if (params.isEmpty()) {
            exprs.report(CallErrors.tooMany(span, what, 0));
            return null;
        }
        List<String> further = params.stream()
                .skip(1)
                .filter(p -> p.value() == null && !p.optional())
                .map(CheckedTemplate.Param::name)
                .toList();
        if (!further.isEmpty()) {
            exprs.report(CallErrors.tooFew(span, what, further));
            return null;
        }
        CheckedTemplate.Param first = params.get(0);
        if (!item.isUnknown() && !Types.assignable(item.type(), first.type())) {
            exprs.report(ValueErrors.mismatch(span, item, first.type(), Functions.argument(first.name(), what)));
        }
        List<@Nullable Expr> args = new ArrayList<>(Collections.nCopies(params.size(), null));
        args.set(0, item.expr());
        return Typed.of(new Expr.TemplateCall(span, template, args), Types.STRING);
    }

    private static String name(Path path) {
        return "`" + path.text() + "`";
    }

    private @Nullable Typed filter(Name name, Typed item) {
        FilterRule rule = FilterRule.of(name.text());
        if (rule == null
                || rule.builtin() == Builtin.FIRST
                || rule.builtin() == Builtin.LAST
                || rule.params().stream().anyMatch(FilterRule.Param::required)) {
            if (!exprs.checking().host().lost().contains(name.text())) {
                exprs.checking()
                        .findings()
                        .addUnknown(
                                CallErrors.unknownFunction(
                                        name, exprs.scope(), exprs.checking().host()),
                                name.text());
            }
            return null;
        } else if (!item.isUnknown() && !rule.canTake(item.type())) {
            exprs.report(ValueErrors.expected(name.span(), rule.phrase() + " for `" + name.text() + "`", item));
            return null;
        }
        List<@Nullable Expr> args = new ArrayList<>(List.of(item.expr()));
        rule.params().forEach(param -> args.add(null));
        Type type = item.isUnknown() ? Given.UNKNOWN : rule.result().apply(item.type());
        return Typed.of(new Expr.Call(name.span(), rule.builtin(), args), type);
    }
}
