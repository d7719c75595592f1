package dev.cuecard.render.eval;

import static dev.cuecard.render.eval.Ir.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.Builtin;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import dev.cuecard.check.Speaker;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.Expression.BinaryOperator;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever an expression is made of, and whatever the inputs hold, there is a value or a diagnostic. */
class EvaluatorPropertyTest {

    /** Small, so that a run is short; big enough that most expressions stay below. */
    private static final Limits LIMITS = new Limits(10_000, 100, 100_000, 1_000, 200_000, 200);

    private static final List<String> DIGITS =
            List.of("0", "1", "-1", "2.50", "0.1", "1e3", "-7", "1e9999", "1E-9999", "3000000000", "1e400");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "name",
            "a, b",
            "x\ny\r\n\n",
            "```",
            "\uD83D\uDE00é",
            "(",
            "^a+$",
            "a\nb",
            "<&>",
            "https://a");

    private static <T> T one(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Json value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> Json.nil();
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> Json.of(new BigDecimal(one(random, DIGITS)));
            case 3 -> Json.of(one(random, TEXTS));
            case 4 ->
                Json.array(IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(random, depth - 1))
                        .toList());
            default ->
                Json.object()
                        .put("name", value(random, depth - 1))
                        .put("a", value(random, depth - 1))
                        .done();
        };
    }

    private static Expr expr(Random random, int depth) {
        if (depth == 0) {
            return leaf(random);
        }
        Expr a = expr(random, depth - 1);
        Expr b = expr(random, depth - 1);
        Expr c = random.nextBoolean() ? leaf(random) : expr(random, depth - 1);
        boolean flag = random.nextBoolean();
        return switch (random.nextInt(14)) {
            case 0 -> leaf(random);
            case 1, 2 -> Ir.binary(a, one(random, List.of(BinaryOperator.values())), b);
            case 3 -> flag ? Ir.not(a) : Ir.minus(a);
            case 4 -> Ir.field(a, "name");
            case 5 -> Ir.index(a, b);
            case 6 -> Ir.slice(a, flag ? null : b, c);
            case 7, 8, 9 ->
                new Expr.Call(
                        AT, one(random, List.of(Builtin.values())), Arrays.asList(a, flag ? null : b, flag ? c : null));
            case 10 -> new Expr.ListOf(AT, List.of(new Expr.ListOf.Item(a, false), new Expr.ListOf.Item(b, flag)));
            case 11 -> new Expr.ObjectOf(AT, List.of(new Expr.ObjectOf.Member("name", a)));
            case 12 ->
                flag ? new Expr.MapCall(AT, a, 0, b) : new Expr.MessageOf(AT, new Speaker(Speaker.Role.USER, null), a);
            default -> flag ? new Expr.Conditional(AT, a, b, c) : text(a, b, c, random.nextBoolean());
        };
    }

    private static Expr leaf(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Ir.local(random.nextInt(4));
            case 1 -> Ir.input(one(random, List.of("in0", "in1", "missing")));
            default -> new Expr.Const(AT, value(random, 2));
        };
    }

    private static Expr text(Expr a, Expr b, Expr c, boolean block) {
        return new Expr.Text(
                AT,
                List.of(
                        new Piece.Literal("- "),
                        Ir.print(a, "  "),
                        Ir.when(b, Ir.pieces("yes\n", c), Ir.pieces("no\n")),
                        new Piece.Let(AT, 3, b),
                        Ir.each(c, Ir.pieces(Ir.local(0), Ir.local(3), "\n"), Ir.pieces("none"))),
                block);
    }

    @Property(tries = 3_000)
    void thereIsAValueOrADiagnostic(@ForAll long seed) {
        Random random = new Random(seed);
        Expr expr = expr(random, 1 + random.nextInt(4));
        Json in0 = value(random, 3);
        Json in1 = value(random, 3);
        Evaluator evaluator = new Evaluator(Map.of("in0", in0, "in1", in1), Map.of(), LIMITS);
        Evaluated value = evaluator.value(expr);
        assertThat(value.value() == null || value.mistake() == null).isTrue();
        Evaluated text = evaluator.text(expr);
        assertThat((text.value() == null) != (text.mistake() == null)).isTrue();
        assertThat(evaluator.explain(expr).result()).isNotNull();
        if (value.value() != null && value.mistake() == null) {
            // What it gives can be sent, and printed JSON is JSON.
            Evaluated json = evaluator.text(Ir.call(Builtin.JSON, value.value()));
            if (json.value() instanceof Json.Str printed) {
                assertThat(JsonText.parse(new Source("printed", printed.value())))
                        .isInstanceOfAny(JsonReading.Parsed.class, JsonReading.Malformed.class);
            }
        }
        // The same again: nothing of the first time is left.
        assertThat(new Evaluator(Map.of("in0", in0, "in1", in1), Map.of(), LIMITS).value(expr))
                .isEqualTo(value);
    }
}
