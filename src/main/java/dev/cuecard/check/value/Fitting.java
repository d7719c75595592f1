package dev.cuecard.check.value;

import dev.cuecard.check.Expr;
import dev.cuecard.check.Findings;
import dev.cuecard.check.types.Given;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether a value fits the type that is wanted of it; in lists and objects as they are written, which part does not. */
public final class Fitting {

    private final Findings findings;
    private final boolean later;

    /** Holds values against types; {@code later} when they are held against them again once they are known. */
    public Fitting(Findings findings, boolean later) {
        this.findings = findings;
        this.later = later;
    }

    /** Says which part of a value does not fit, if one does not; {@code where} says where the value goes. */
    public void check(Expression expression, Typed typed, Type wanted, boolean optional, String where) {
        if (typed.isUnknown() || Given.isUnknown(wanted)) {
            return;
        } else if (typed.missing() && !optional) {
            findings.add(ValueErrors.mayLack(expression, typed));
            return;
        } else if (fits(typed.type(), wanted) || (later && typed.value() == null && mayFit(typed, wanted))) {
            return;
        } else if (typed.isNullable() && fits(typed.present().type(), wanted)) {
            findings.add(ValueErrors.mayLack(expression, typed));
            return;
        }
        int before = findings.size();
        Type open = Types.unfold(wanted);
        if (open instanceof Type.Nullish nullish) {
            open = Types.unfold(nullish.type());
        }
        if (expression instanceof Expression.ListOf list && open instanceof Type.Array array) {
            list(list, typed, array, where);
        } else if (expression instanceof Expression.ObjectOf object && open instanceof Type.Obj type) {
            object(object, typed, type, where);
        } else if (expression instanceof Expression.ObjectOf object && open instanceof Type.MapOf map) {
            each(object, typed, pair -> map.value(), where);
        }
        if (findings.size() == before) {
            findings.add(ValueErrors.mismatch(expression.span(), typed, wanted, where));
        }
    }

    private static boolean mayFit(Typed typed, Type wanted) {
        return !(typed.expr() instanceof Expr.ListOf)
                && !(typed.expr() instanceof Expr.ObjectOf)
                && !Given.isPart(typed.type())
                && Types.meet(typed.type(), wanted);
    }

    /** A picture is given as its address, which is text as far as the prompt sees it. */
    private static boolean fits(Type type, Type wanted) {
        return !(Given.isPart(type) && !Given.isPart(wanted) && !Types.acceptsAnything(wanted))
                && Types.assignable(type, wanted);
    }

    private void list(Expression.ListOf list, Typed typed, Type.Array wanted, String where) {
        for (int i = 0; i < list.items().size(); i++) {
            Expression.ListOf.Item item = list.items().get(i);
            if (!item.spread()) {
                check(item.value(), typed.items().get(i), wanted.item(), false, "an item of " + where);
            }
        }
    }

    private void object(Expression.ObjectOf object, Typed typed, Type.Obj wanted, String where) {
        Map<String, Type.Obj.Field> fields =
                wanted.fields().stream().collect(Collectors.toMap(Type.Obj.Field::name, Function.identity()));
        Set<String> misspelt = new HashSet<>();
        for (int i = 0; i < object.pairs().size(); i++) {
            Expression.ObjectOf.Pair pair = object.pairs().get(i);
            Type.Obj.Field field = fields.remove(pair.key().text());
            if (field != null) {
                String name = "`" + field.name() + "` of " + where;
                check(pair.value(), typed.items().get(i), field.type(), field.optional(), name);
            } else if (!wanted.open() && wanted.field(pair.key().text()) == null) {
                String path = where.replace("`", "") + "." + pair.key().text();
                findings.addUnknown(ValueErrors.noSuchField(pair.key(), wanted, where), path);
                String meant = Nearest.of(pair.key().text(), Types.fieldNames(wanted));
                if (meant != null) {
                    misspelt.add(meant);
                }
            }
        }
        // What is only misspelt has been said where it stands.
        List<Type.Obj.Field> missing = wanted.fields().stream()
                .filter(f -> fields.containsKey(f.name()) && !misspelt.contains(f.name()) && !f.optional())
                .toList();
        if (!missing.isEmpty()) {
            findings.add(ValueErrors.missingFields(object.span(), missing, where));
        }
    }

    private void each(
            Expression.ObjectOf object, Typed typed, Function<Expression.ObjectOf.Pair, Type> wanted, String where) {
        for (int i = 0; i < object.pairs().size(); i++) {
            Expression.ObjectOf.Pair pair = object.pairs().get(i);
            String name = "`" + pair.key().text() + "` of " + where;
            check(pair.value(), typed.items().get(i), wanted.apply(pair), false, name);
        }
    }
}
