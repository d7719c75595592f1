package dev.cuecard.check.expr;

import dev.cuecard.check.Expr;
import dev.cuecard.check.scope.Condition;
import dev.cuecard.check.scope.Facts;
import dev.cuecard.check.scope.Place;
import dev.cuecard.check.value.Typed;
import dev.cuecard.data.Json;
import dev.cuecard.schema.Kind;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression;
import dev.cuecard.syntax.Expression.BinaryOperator;
import dev.cuecard.syntax.Expression.UnaryOperator;
import java.util.HashSet;
import java.util.Set;

/** Checks conditions: truth values, and values that are tested for presence. */
final class Conditions {

    private final ExprChecker exprs;

    Conditions(ExprChecker exprs) {
        this.exprs = exprs;
    }

    Condition check(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            if (isJunction(binary.operator())) {
                return junction(binary);
            } else if (isEquality(binary.operator())) {
                return equality(binary);
            }
        } else if (expression instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT) {
            Condition inner = check(unary.operand());
            Expr expr = new Expr.Unary(unary.span(), UnaryOperator.NOT, inner.expr());
            return new Condition(bool(expr), inner.facts().not());
        }
        Typed typed = exprs.check(expression);
        if (!Types.acceptsAnything(typed.type()) && Kind.of(typed.type()).contains(Kind.NUMBER)) {
            exprs.report(ExprErrors.numberAsCondition(expression, typed));
        } else if (exprs.checking().lints() && !typed.isUnknown()) {
            Always.look(expression, typed, exprs);
        }
        Place place = exprs.place(expression);
        return new Condition(typed.expr(), place == null ? Facts.NONE : Facts.ifTrue(place.withPrefixes()));
    }

    static boolean isJunction(BinaryOperator operator) {
        return operator == BinaryOperator.AND || operator == BinaryOperator.OR;
    }

    static boolean isEquality(BinaryOperator operator) {
        return operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
    }

    private Expr bool(Expr expr) {
        return exprs.checking().note(Typed.of(expr, Types.BOOLEAN)).expr();
    }

    private Condition junction(Expression.Binary binary) {
        boolean and = binary.operator() == BinaryOperator.AND;
        Condition left = check(binary.left());
        Facts known = left.facts();
        ExprChecker further = exprs.knowing(and ? known.whenTrue() : known.whenFalse());
        Condition right = new Conditions(further).check(binary.right());
        Expr expr = new Expr.Binary(binary.span(), left.expr(), binary.operator(), binary.sign(), right.expr());
        return new Condition(bool(expr), and ? known.and(right.facts()) : known.or(right.facts()));
    }

    /** {@code x != null} tells as much as {@code x} does, and so does {@code x == "a"}. */
    private Condition equality(Expression.Binary binary) {
        Operators.Compared compared = new Operators(exprs).compare(binary);
        Set<Place> whenSame = new HashSet<>();
        Set<Place> whenNot = new HashSet<>();
        tell(binary.left(), compared.right(), whenSame, whenNot);
        tell(binary.right(), compared.left(), whenSame, whenNot);
        Facts facts = new Facts(whenSame, whenNot);
        boolean same = binary.operator() == BinaryOperator.EQUAL;
        return new Condition(bool(compared.expr()), same ? facts : facts.not());
    }

    private void tell(Expression side, Typed other, Set<Place> whenSame, Set<Place> whenNot) {
        Place place = exprs.place(side);
        if (place == null) {
            return;
        } else if (other.value() instanceof Json.Null) {
            whenNot.addAll(place.withPrefixes());
        } else if (!other.lacks() && !Types.acceptsAnything(other.type())) {
            whenSame.addAll(place.withPrefixes());
        }
    }
}
