package dev.cuecard.render.eval;

import static dev.cuecard.render.eval.Evaluations.MISSING;
import static dev.cuecard.render.eval.Evaluations.gives;
import static dev.cuecard.render.eval.Evaluations.givesText;
import static dev.cuecard.render.eval.Evaluations.op;
import static dev.cuecard.render.eval.Evaluations.stops;
import static dev.cuecard.render.eval.Ir.AT;
import static dev.cuecard.render.eval.Ir.eval;
import static dev.cuecard.render.eval.Ir.expr;
import static dev.cuecard.render.eval.Ir.minus;
import static dev.cuecard.render.eval.Ir.not;
import static dev.cuecard.render.eval.Ir.num;
import static dev.cuecard.render.eval.Ir.obj;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.Expression.BinaryOperator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators make of their operands. */
class OperatorsTest {

    @ParameterizedTest
    @CsvSource({
        "0.1, +, 0.2, 0.3",
        "1, -, 0.9, 0.1",
        "1.5, *, 4, 6",
        "1, /, 4, 0.25",
        "6, /, 3, 2",
        "1, /, 3, 0.3333333333333333333333333333333333",
        "2, /, 3, 0.6666666666666666666666666666666667",
        "7, %, 3, 1",
        "-7, %, 3, -1",
        "5.5, %, 2, 1.5",
        "123456789012345678901234567890, *, 10, 1234567890123456789012345678900",
        "1e20, +, 1, 100000000000000000001",
    })
    void decimalsAreExact(String left, String sign, String right, String result) {
        givesText(op(num(left), sign, num(right)), result);
    }

    @Test
    void aDivisorOfZeroIsAMistakeAtItsPlace() {
        Source source = new Source("a.prompt", "total / count");
        Expr zero = new Expr.Const(source.span(8, 13), Json.of(0));
        Evaluated result =
                eval(new Expr.Binary(source.span(0, 13), expr(1), BinaryOperator.DIVIDE, source.span(6, 7), zero));
        assertThat(result.mistake().code()).isEqualTo(Code.P413);
        assertThat(result.mistake().primary().span().text()).isEqualTo("count");
        stops(op(1, "%", num("0.0")), Code.P413);
    }

    @Test
    void numbersStayBounded() {
        stops(op(num("1e9999"), "*", op(num("1e9999"), "*", num("1e9999"))), Code.P418);
    }

    @Test
    void plusJoins() {
        gives(op("a", "+", "b"), "ab");
        gives(op("n = ", "+", num("2.50")), "n = 2.5");
        gives(op(List.of(1), "+", List.of(2)), List.of(1, 2));
        stops(op(1, "+", true), Code.P411);
    }

    @Test
    void equalityIsDeepAndComparesNumbersByValue() {
        gives(op(1, "==", num("1.0")), true);
        gives(op(List.of(num("1.0"), "a"), "==", List.of(1, "a")), true);
        gives(op(obj("a", 1, "b", 2), "==", obj("b", 2, "a", num("1.00"))), true);
        gives(op(obj("a", 1), "==", obj("a", 1, "b", 2)), false);
        gives(op("1", "==", 1), false);
        gives(op(List.of(1, 2), "!=", List.of(2, 1)), true);
        gives(op(MISSING, "==", null), true);
        gives(op(null, "!=", MISSING), false);
        gives(op(MISSING, "==", ""), false);
    }

    @Test
    void inLooksForItemsKeysAndParts() {
        gives(op(num("1.0"), "in", List.of(3, 1)), true);
        gives(op("b", "in", obj("a", 1)), false);
        gives(op("a", "in", obj("a", 1)), true);
        gives(op("ell", "in", "hello"), true);
        gives(op("x", "in", MISSING), false);
        gives(op(MISSING, "in", List.of(1)), false);
    }

    @Test
    void orderIsThatOfNumbersAndOfCodePoints() {
        gives(op(num("1.10"), "<", num("1.2")), true);
        gives(op("a", "<", "b"), true);
        gives(op("Z", "<", "a"), true);
        gives(op("\uFFEE", "<", "\uD83D\uDE00"), true);
        gives(op("\uD83D\uDE00", ">", "\uFFEE"), true);
        gives(op("a", "<", "ab"), true);
        gives(op(2, ">=", num("2.0")), true);
        stops(op(1, "<", "2"), Code.P411);
        stops(op(1, "<", MISSING), Code.P410);
    }

    @Test
    void conditionsTestForPresence() {
        for (Object absent : new Object[] {MISSING, expr(null), "", List.of(), Json.Obj.EMPTY, false}) {
            gives(not(absent), true);
            gives(op(absent, "or", false), false);
        }
        for (Object present : new Object[] {" ", List.of(0), obj("a", null), true}) {
            gives(not(present), false);
            gives(op(present, "and", true), true);
        }
        stops(not(0), Code.P411);
    }

    @Test
    void andOrAndConditionalsEvaluateNoMoreThanTheyNeed() {
        Expr broken = op(1, "/", 0);
        gives(op(false, "and", broken), false);
        gives(op(true, "or", broken), true);
        gives(new Expr.Conditional(AT, expr("a"), expr(true), broken), "a");
        gives(op("a", "??", broken), "a");
        gives(op(MISSING, "??", "b"), "b");
        gives(op(null, "??", "b"), "b");
        gives(op("", "??", "b"), "");
        gives(op(MISSING, "??", MISSING), null);
    }

    @Test
    void minusNegates() {
        gives(minus(num("2.5")), num("-2.5"));
    }
}
