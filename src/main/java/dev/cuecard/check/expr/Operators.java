package dev.cuecard.check.expr;

import dev.cuecard.check.Expr;
import dev.cuecard.check.types.Given;
import dev.cuecard.check.value.Typed;
import dev.cuecard.check.value.ValueErrors;
import dev.cuecard.data.Json;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Expression.BinaryOperator;
import dev.cuecard.syntax.Expression.UnaryOperator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks operators. */
final class Operators {

    private final ExprChecker exprs;

    Operators(ExprChecker exprs) {
        this.exprs = exprs;
    }

    /** A comparison and its sides. */
    record Compared(Expr expr, Typed left, Typed right) {}

    Typed unary(Expression.Unary unary) {
        if (unary.operator() == UnaryOperator.NOT) {
            return Typed.of(exprs.condition(unary).expr(), Types.BOOLEAN);
        }
        Typed operand = exprs.present(unary.operand());
        if (operand.value() instanceof Json.Num number) {
            return Typed.constant(unary.span(), Json.of(number.value().negate()));
        }
        Expr expr = new Expr.Unary(unary.span(), unary.operator(), operand.expr());
        if (operand.isUnknown()) {
            return Typed.unknown(unary.span());
        } else if (!Given.isOf(operand.type(), Kind.NUMBER)) {
            exprs.report(ValueErrors.expected(unary.operand().span(), "a number after `-`", operand));
            return Typed.unknown(unary.span());
        }
        return Typed.of(expr, number(operand.type()));
    }

    Typed binary(Expression.Binary binary) {
        BinaryOperator operator = binary.operator();
        if (Conditions.isJunction(operator)) {
            return Typed.of(exprs.condition(binary).expr(), Types.BOOLEAN);
        } else if (Conditions.isEquality(operator)) {
            return Typed.of(compare(binary).expr(), Types.BOOLEAN);
        }
        return switch (operator) {
            case COALESCE -> coalesce(binary);
            case IN -> in(binary);
            case PLUS -> plus(binary);
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> order(binary);
            default -> arithmetic(binary);
        };
    }

    Compared compare(Expression.Binary binary) {
        Typed left = exprs.check(binary.left());
        Typed right = exprs.check(binary.right());
        if (!meet(left, right)) {
            exprs.report(ExprErrors.neverEqual(binary, left, right));
        }
        return new Compared(expr(binary, left, right), left, right);
    }

    private static boolean meet(Typed left, Typed right) {
        if (left.isUnknown() || right.isUnknown() || (left.lacks() && right.lacks())) {
            return true;
        }
        boolean pictures = Given.isPicture(left.present().type())
                || Given.isPicture(right.present().type());
        return (!pictures && Types.meet(left.type(), right.type())) || isNull(left, right) || isNull(right, left);
    }

    private static boolean isNull(Typed one, Typed other) {
        return one.value() instanceof Json.Null && other.lacks();
    }

    private static Expr expr(Expression.Binary binary, Typed left, Typed right) {
        return new Expr.Binary(binary.span(), left.expr(), binary.operator(), binary.sign(), right.expr());
    }

    private Typed coalesce(Expression.Binary binary) {
        Typed left = exprs.check(binary.left());
        Typed right = exprs.check(binary.right());
        Type type = ExprChecker.join(left.present().type(), right.type());
        if (left.value() instanceof Json.Null) {
            type = right.type();
        }
        return new Typed(expr(binary, left, right), type, right.missing(), List.of());
    }

    private Typed in(Expression.Binary binary) {
        Typed left = exprs.check(binary.left());
        Typed right = exprs.check(binary.right());
        Type sought = left.present().type();
        Type within = right.present().type();
        if (!left.isUnknown() && !right.isUnknown() && !Types.acceptsAnything(within)) {
            if (Types.isOnly(within, Kind.LIST)) {
                Type item = Types.item(within);
                if (item != null
                        && !Given.isUnknown(item)
                        && !isEmpty(within)
                        && !meet(left, Typed.of(right.expr(), item))) {
                    exprs.report(ExprErrors.neverIn(binary, left, item));
                }
            } else if (!Set.of(Kind.STRING, Kind.OBJECT).containsAll(Kind.of(within)) || Given.isPicture(within)) {
                exprs.report(ValueErrors.expected(
                        binary.right().span(), "a list, an object or a string after `in`", right.present()));
            } else if (!Given.isOf(sought, Kind.STRING)) {
                exprs.report(ValueErrors.expected(binary.left().span(), "a string before `in`", left.present()));
            }
        }
        return Typed.of(expr(binary, left, right), Types.BOOLEAN);
    }

    private static boolean isEmpty(Type list) {
        return list instanceof Type.Array array && array.max() != null && array.max() == 0;
    }

    private Typed plus(Expression.Binary binary) {
        Typed left = exprs.present(binary.left());
        Typed right = exprs.present(binary.right());
        Type type = sum(left, right);
        if (type == null) {
            exprs.report(ExprErrors.operands(binary, left, right, "two numbers, two strings or two lists"));
            return Typed.unknown(binary.span());
        }
        return Typed.of(expr(binary, left, right), type);
    }

    private static @Nullable Type sum(Typed left, Typed right) {
        if (left.isUnknown() || right.isUnknown()) {
            return Given.UNKNOWN;
        } else if (Types.acceptsAnything(left.type()) && Types.acceptsAnything(right.type())) {
            return Types.ANY;
        } else if (isBoth(left, right, Kind.NUMBER)) {
            return bothIntegers(left, right) ? Types.INTEGER : Types.NUMBER;
        } else if (isBoth(left, right, Kind.STRING)) {
            return Types.STRING;
        } else if (isBoth(left, right, Kind.LIST)) {
            Type a = Types.item(left.type());
            Type b = Types.item(right.type());
            return a == null || b == null ? Types.ANY : Types.listOf(itemOfBoth(left, a, right, b));
        }
        return null;
    }

    private static Type itemOfBoth(Typed left, Type a, Typed right, Type b) {
        if (isEmpty(left.type())) {
            return b;
        }
        return isEmpty(right.type()) ? a : ExprChecker.join(a, b);
    }

    private Typed arithmetic(Expression.Binary binary) {
        Typed left = exprs.present(binary.left());
        Typed right = exprs.present(binary.right());
        if (left.isUnknown() || right.isUnknown()) {
            return Typed.unknown(binary.span());
        } else if (!isBoth(left, right, Kind.NUMBER)) {
            exprs.report(ExprErrors.operands(binary, left, right, "two numbers"));
            return Typed.unknown(binary.span());
        } else if (binary.operator() != BinaryOperator.TIMES
                && binary.operator() != BinaryOperator.MINUS
                && right.value() instanceof Json.Num number
                && number.value().signum() == 0) {
            exprs.report(ExprErrors.zero(binary));
        }
        boolean integer = binary.operator() != BinaryOperator.DIVIDE && bothIntegers(left, right);
        return Typed.of(expr(binary, left, right), integer ? Types.INTEGER : Types.NUMBER);
    }

    private Typed order(Expression.Binary binary) {
        Typed left = exprs.present(binary.left());
        Typed right = exprs.present(binary.right());
        if (!left.isUnknown()
                && !right.isUnknown()
                && !isBoth(left, right, Kind.NUMBER)
                && !isBoth(left, right, Kind.STRING)) {
            exprs.report(ExprErrors.operands(binary, left, right, "two numbers or two strings"));
        }
        return Typed.of(expr(binary, left, right), Types.BOOLEAN);
    }

    private static boolean isBoth(Typed left, Typed right, Kind kind) {
        return Given.isOf(left.type(), kind) && Given.isOf(right.type(), kind);
    }

    private static boolean bothIntegers(Typed left, Typed right) {
        return Types.isInteger(left.type()) && Types.isInteger(right.type());
    }

    private static Type number(Type type) {
        return Types.isInteger(type) ? Types.INTEGER : Types.NUMBER;
    }
}
