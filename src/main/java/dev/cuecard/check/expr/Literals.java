package dev.cuecard.check.expr;

import dev.cuecard.check.Expr;
import dev.cuecard.check.Speaker;
import dev.cuecard.check.names.NameErrors;
import dev.cuecard.check.names.Speakers;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.value.Typed;
import dev.cuecard.check.value.ValueErrors;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks lists, objects and turns as they are written. */
final class Literals {

    private final ExprChecker exprs;

    Literals(ExprChecker exprs) {
        this.exprs = exprs;
    }

    Typed list(Expression.ListOf list) {
        List<Typed> items = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        List<Expr.ListOf.Item> checked = new ArrayList<>();
        boolean spreads = false;
        for (Expression.ListOf.Item item : list.items()) {
            Typed typed = item.spread() ? exprs.present(item.value()) : item(item.value());
            Type type = item.spread() ? spread(item, typed) : typed.type();
            spreads |= item.spread();
            items.add(typed);
            types.add(type);
            checked.add(new Expr.ListOf.Item(typed.expr(), item.spread()));
        }
        Json value = spreads ? null : constant(items);
        Type type = listType(types, spreads);
        Expr expr =
                value == null ? new Expr.ListOf(list.span(), List.copyOf(checked)) : new Expr.Const(list.span(), value);
        return new Typed(expr, type, false, items);
    }

    private static Type listType(List<Type> items, boolean spreads) {
        if (items.isEmpty()) {
            return Types.EMPTY_LIST;
        }
        Type item = items.stream().anyMatch(Given::isUnknown) ? Given.UNKNOWN : Types.join(items);
        return spreads ? Types.listOf(item) : new Type.Array(item, items.size(), items.size(), null);
    }

    /** An item may be null, which is a value, but not missing. */
    private Typed item(Expression expression) {
        Typed typed = exprs.check(expression);
        if (typed.missing()) {
            exprs.report(ValueErrors.mayLack(expression, typed));
        }
        return typed;
    }

    private Type spread(Expression.ListOf.Item item, Typed typed) {
        Type of = typed.isUnknown() ? Given.UNKNOWN : Types.item(typed.type());
        if (of == null) {
            exprs.report(ValueErrors.expected(item.value().span(), "a list after `...`", typed));
            return Given.UNKNOWN;
        }
        return of;
    }

    private static @Nullable Json constant(List<Typed> items) {
        List<Json> values = new ArrayList<>();
        for (Typed item : items) {
            Json value = item.value();
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return Json.array(values);
    }

    Typed object(Expression.ObjectOf object) {
        Map<String, Span> seen = new HashMap<>();
        Map<String, Json> values = new LinkedHashMap<>();
        List<Typed> items = new ArrayList<>();
        List<Type.Obj.Field> fields = new ArrayList<>();
        List<Expr.ObjectOf.Member> members = new ArrayList<>();
        for (Expression.ObjectOf.Pair pair : object.pairs()) {
            Typed typed = exprs.check(pair.value());
            items.add(typed);
            String name = pair.key().text();
            Span first = seen.putIfAbsent(name, pair.key().span());
            if (first != null) {
                exprs.report(NameErrors.twice(pair.key(), first));
                continue;
            }
            fields.add(new Type.Obj.Field(name, typed.type(), typed.missing(), null, null));
            members.add(new Expr.ObjectOf.Member(name, typed.expr()));
            Json value = typed.value();
            if (value != null) {
                values.put(name, value);
            }
        }
        Type type = new Type.Obj(List.copyOf(fields), false, null);
        Expr expr = values.size() == object.pairs().size()
                ? new Expr.Const(object.span(), new Json.Obj(values))
                : new Expr.ObjectOf(object.span(), List.copyOf(members));
        return new Typed(expr, type, false, items);
    }

    Typed message(Expression.MessageOf message) {
        Speaker speaker =
                exprs.checking().speakers().of(message.role(), exprs.scope().lookup());
        Typed content = exprs.present(message.content());
        if (!Types.assignable(content.type(), Types.STRING) && !content.isUnknown()) {
            exprs.report(ValueErrors.expected(message.content().span(), "a text as the content of a turn", content));
        }
        if (speaker == null) {
            return Typed.unknown(message.span());
        } else if (!Speakers.isTurn(speaker)) {
            exprs.report(ExprErrors.noTurn(message.role()));
        }
        return Typed.of(new Expr.MessageOf(message.span(), speaker, content.expr()), Given.TURN);
    }
}
