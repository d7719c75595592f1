package dev.cuecard.render.eval;

import static dev.cuecard.render.eval.Ir.binary;
import static dev.cuecard.render.eval.Ir.eval;
import static dev.cuecard.render.eval.Ir.expr;
import static dev.cuecard.render.eval.Ir.input;
import static dev.cuecard.render.eval.Ir.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.syntax.Expression.BinaryOperator;
import java.util.Arrays;
import java.util.Map;

/** What is held of expressions: what they give, what text they give, which mistake stops them. */
final class Evaluations {

    static final Expr MISSING = input("missing");

    private Evaluations() {}

    static void gives(Object expr, Object value) {
        Evaluated result = eval(expr);
        assertThat(result.mistake()).isNull();
        assertThat(result.value()).isEqualTo(value == null ? null : json(value));
    }

    static void givesText(Expr expr, String text) {
        Evaluated result = new Evaluator(Map.of(), Map.of(), Limits.DEFAULT).text(expr);
        assertThat(result.mistake()).isNull();
        assertThat(result.value()).isEqualTo(Json.of(text));
    }

    static void stops(Object expr, Code code) {
        Evaluated result = eval(expr);
        assertThat(result.value()).isNull();
        assertThat(result.mistake()).isNotNull();
        assertThat(result.mistake().code()).isEqualTo(code);
    }

    static Expr op(Object left, String sign, Object right) {
        BinaryOperator operator = Arrays.stream(BinaryOperator.values())
                .filter(one -> one.sign().equals(sign))
                .findFirst()
                .orElseThrow();
        return binary(left, operator, right);
    }
}
