package dev.cuecard.render.call;

import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.render.value.Comparison;
import dev.cuecard.render.value.EvalErrors;
import dev.cuecard.render.value.Numbers;
import dev.cuecard.render.value.Printer;
import dev.cuecard.render.value.Stop;
import dev.cuecard.syntax.Expression.BinaryOperator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operators of two operands. */
public final class Operators {

    private Operators() {}

    /** What an operator gives, or null when that is missing. */
    public static @Nullable Json binary(Expr.Binary expr, Values values) {
        return switch (expr.operator()) {
            case AND -> Json.of(values.holds(expr.left()) && values.holds(expr.right()));
            case OR -> Json.of(values.holds(expr.left()) || values.holds(expr.right()));
            case COALESCE -> coalesce(expr, values);
            case EQUAL -> Json.of(same(expr, values));
            case NOT_EQUAL -> Json.of(!same(expr, values));
            case IN -> Json.of(in(expr, values));
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> Json.of(ordered(expr, values));
            case PLUS -> plus(expr, values);
            case MINUS, TIMES, DIVIDE, REMAINDER -> arithmetic(expr, values);
        };
    }

    private static @Nullable Json coalesce(Expr.Binary expr, Values values) {
        Json left = values.value(expr.left());
        return left == null || left instanceof Json.Null ? values.value(expr.right()) : left;
    }

    private static boolean same(Expr.Binary expr, Values values) {
        Json left = values.value(expr.left());
        return new Comparison(values.meter(), expr.span()).same(left, values.value(expr.right()));
    }

    /** Item of a list, key of an object, part of a string. Nothing is in what is missing, and the missing in nothing. */
    private static boolean in(Expr.Binary expr, Values values) {
        Json item = values.value(expr.left());
        Json whole = values.value(expr.right());
        if (item == null || whole == null || whole instanceof Json.Null) {
            return false;
        } else if (whole instanceof Json.Arr list) {
            Comparison comparison = new Comparison(values.meter(), expr.span());
            return list.items().stream().anyMatch(other -> comparison.same(item, other));
        } else if (whole instanceof Json.Obj object) {
            return object.members().containsKey(string(item, expr.left().span()));
        } else if (whole instanceof Json.Str text) {
            values.meter().spend(text.value().length() >> 6, expr.span());
            return text.value().contains(string(item, expr.left().span()));
        }
        throw new Stop(EvalErrors.wrongKind(expr.right().span(), "a list, an object or a string", whole));
    }

    private static String string(Json value, Span at) {
        if (value instanceof Json.Str text) {
            return text.value();
        }
        throw new Stop(EvalErrors.wrongKind(at, "a string", value));
    }

    private static boolean ordered(Expr.Binary expr, Values values) {
        Json left = values.present(expr.left());
        Json right = values.present(expr.right());
        int order = new Comparison(values.meter(), expr.right().span()).order(left, right);
        BinaryOperator operator = expr.operator();
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    /** Adds numbers; joins texts, or a text and what is printed beside it, and lists. */
    private static Json plus(Expr.Binary expr, Values values) {
        Json left = values.present(expr.left());
        Json right = values.present(expr.right());
        if (left instanceof Json.Num a && right instanceof Json.Num b) {
            return Numbers.of(a.value().add(b.value()), expr.span());
        } else if (left instanceof Json.Arr a && right instanceof Json.Arr b) {
            values.meter().spend(a.items().size() + b.items().size(), expr.span());
            List<Json> items = new ArrayList<>(a.items());
            items.addAll(b.items());
            return Json.array(items);
        } else if (left instanceof Json.Str || right instanceof Json.Str) {
            String a = Printer.text(left, values.meter(), expr.left().span());
            String b = Printer.text(right, values.meter(), expr.right().span());
            values.meter().text((long) a.length() + b.length(), expr.span());
            return Json.of(a + b);
        }
        throw new Stop(
                left instanceof Json.Num || left instanceof Json.Arr
                        ? EvalErrors.wrongKind(expr.right().span(), "a " + left.kind(), right)
                        : EvalErrors.wrongKind(expr.left().span(), "a number, a string or a list", left));
    }

    private static Json arithmetic(Expr.Binary expr, Values values) {
        BigDecimal left = values.number(expr.left());
        BigDecimal right = values.number(expr.right());
        values.meter().spend(((long) left.precision() + right.precision()) >> 6, expr.span());
        return switch (expr.operator()) {
            case MINUS -> Numbers.of(left.subtract(right), expr.span());
            case TIMES -> Numbers.of(left.multiply(right), expr.span());
            case DIVIDE -> Numbers.divide(left, right, expr.right().span());
            default -> Numbers.remainder(left, right, expr.right().span());
        };
    }
}
