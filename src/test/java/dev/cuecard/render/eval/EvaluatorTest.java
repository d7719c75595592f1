package dev.cuecard.render.eval;

import static dev.cuecard.render.eval.Evaluations.MISSING;
import static dev.cuecard.render.eval.Evaluations.gives;
import static dev.cuecard.render.eval.Evaluations.op;
import static dev.cuecard.render.eval.Evaluations.stops;
import static dev.cuecard.render.eval.Ir.AT;
import static dev.cuecard.render.eval.Ir.block;
import static dev.cuecard.render.eval.Ir.each;
import static dev.cuecard.render.eval.Ir.eval;
import static dev.cuecard.render.eval.Ir.expr;
import static dev.cuecard.render.eval.Ir.field;
import static dev.cuecard.render.eval.Ir.index;
import static dev.cuecard.render.eval.Ir.input;
import static dev.cuecard.render.eval.Ir.json;
import static dev.cuecard.render.eval.Ir.list;
import static dev.cuecard.render.eval.Ir.local;
import static dev.cuecard.render.eval.Ir.not;
import static dev.cuecard.render.eval.Ir.num;
import static dev.cuecard.render.eval.Ir.obj;
import static dev.cuecard.render.eval.Ir.pieces;
import static dev.cuecard.render.eval.Ir.slice;
import static dev.cuecard.render.eval.Ir.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.CheckedLet;
import dev.cuecard.check.CheckedTemplate;
import dev.cuecard.check.Expr;
import dev.cuecard.check.Piece;
import dev.cuecard.check.Sealed;
import dev.cuecard.check.Speaker;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Expression.BinaryOperator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What expressions evaluate to, and what stops those that could run for ever. */
class EvaluatorTest {

    @Test
    void partsOfValues() {
        Json object = obj("a", obj("b", 1));
        gives(field(field(object, "a"), "b"), 1);
        gives(field(object, "x"), null);
        gives(field(MISSING, "x"), null);
        gives(field(null, "x"), null);
        gives(index(List.of(1, 2, 3), 0), 1);
        gives(index(List.of(1, 2, 3), -1), 3);
        gives(index(List.of(1, 2, 3), 3), null);
        gives(index(List.of(1, 2, 3), -4), null);
        gives(index(object, "a"), obj("b", 1));
        gives(index("a\uD83D\uDE00c", 1), "\uD83D\uDE00");
        gives(index("a\uD83D\uDE00c", -1), "c");
        gives(index(MISSING, 1), null);
        stops(index(List.of(1), num("0.5")), Code.P412);
        stops(field("text", "x"), Code.P411);
    }

    @Test
    void slicesAsInPython() {
        List<Integer> list = List.of(0, 1, 2, 3, 4);
        gives(slice(list, 1, 3), List.of(1, 2));
        gives(slice(list, null, 2), List.of(0, 1));
        gives(slice(list, -2, null), List.of(3, 4));
        gives(slice(list, 3, 1), List.of());
        gives(slice(list, -99, 99), list);
        gives(slice(list, num("99999999999999999999"), null), List.of());
        gives(slice("a\uD83D\uDE00cd", 1, -1), "\uD83D\uDE00c");
    }

    @Test
    void listsAndObjects() {
        Expr spread = new Expr.ListOf(
                AT, List.of(new Expr.ListOf.Item(expr(1), false), new Expr.ListOf.Item(expr(List.of(2, 3)), true)));
        gives(spread, List.of(1, 2, 3));
        Expr object = new Expr.ObjectOf(
                AT, List.of(new Expr.ObjectOf.Member("b", expr(1)), new Expr.ObjectOf.Member("a", MISSING)));
        assertThat(eval(object).value()).hasToString("{\"b\":1}");
        stops(list(MISSING), Code.P410);
    }

    @Test
    void defaultsAndComputedValuesAreEvaluatedWhenAskedFor() {
        assertThat(eval(input("a", expr("default"))).value()).isEqualTo(json("default"));
        assertThat(eval(input("a", expr("default")), "a", "given").value()).isEqualTo(json("given"));
        CheckedLet broken = Sealed.let("broken", AT, op(1, "/", 0));
        gives(op(true, "or", new Expr.Let(AT, broken)), true);
        stops(new Expr.Let(AT, broken), Code.P413);
    }

    @Test
    void templatesHaveVariablesOfTheirOwn() {
        CheckedTemplate greet = Sealed.template(
                "greet",
                AT,
                List.of(
                        new CheckedTemplate.Param("name", AT, Ir.ANY, false, null),
                        new CheckedTemplate.Param("mark", AT, Ir.ANY, false, string(local(0), "!"))),
                block("Hello, ", local(0), local(1), "\n"));
        Evaluator evaluator = new Evaluator(Map.of(), Map.of(), Limits.DEFAULT);
        evaluator.set(0, Json.of("outer"));
        Expr call = new Expr.TemplateCall(AT, greet, Arrays.asList(expr("Ada"), null));
        assertThat(evaluator.value(call).value()).isEqualTo(json("Hello, AdaAda!"));
        assertThat(evaluator.value(local(0)).value()).isEqualTo(json("outer"));
    }

    @Test
    void mapTakesAnyExpression() {
        gives(new Expr.MapCall(AT, expr(List.of(1, 2)), 0, op(local(0), "*", 10)), List.of(10, 20));
    }

    @Test
    void messagesAreTurns() {
        Expr turn = new Expr.MessageOf(AT, new Speaker(Speaker.Role.USER, "alice"), string("Hi ", expr("you")));
        assertThat(eval(turn).value()).hasToString("{\"role\":\"user\",\"content\":\"Hi you\",\"name\":\"alice\"}");
    }

    @Test
    void whatCouldRunForEverIsStopped() {
        Expr many = Ir.call(dev.cuecard.check.Builtin.RANGE, 0, 100_000);
        stops(string(each(many, pieces(expr("x".repeat(1_000))), List.of())), Code.P415);
        Piece inner = each(many, pieces(""), List.of());
        stops(string(new Piece.For(AT, 5, -1, -1, many, List.of(inner), List.of())), Code.P416);
        Expr deep = expr(1);
        for (int i = 0; i < 2_000; i++) {
            deep = list(deep);
        }
        stops(deep, Code.P417);
    }

    @Test
    void aValueThatSharesItsPartsIsStoppedBeforeItIsWritten() {
        Json twice = json(List.of("x".repeat(100)));
        for (int i = 0; i < 60; i++) {
            twice = Json.array(List.of(twice, twice));
        }
        stops(string(expr(twice)), Code.P415);
        Json other = json(List.of("x".repeat(100)));
        for (int i = 0; i < 60; i++) {
            other = Json.array(List.of(other, other));
        }
        stops(op(twice, "==", other), Code.P416);
        stops(Ir.call(dev.cuecard.check.Builtin.UNIQUE, twice), Code.P416);
    }

    @Test
    void anExplanationTellsWhatThePartsOfAConditionWere() {
        Source source = new Source("a.prompt", "output.label == \"x\" or output.confidence > 0.2");
        Expr output = new Expr.Special(source.span(0, 6), "output");
        Expr label = new Expr.Field(source.span(0, 12), output, "label");
        Expr isX = new Expr.Binary(source.span(0, 19), label, BinaryOperator.EQUAL, source.span(13, 15), expr("x"));
        Expr again = new Expr.Special(source.span(23, 29), "output");
        Expr confidence = new Expr.Field(source.span(23, 40), again, "confidence");
        Expr above = new Expr.Binary(
                source.span(23, 46), confidence, BinaryOperator.GREATER, source.span(41, 42), expr(num("0.2")));
        Expr either = new Expr.Binary(source.span(0, 46), isX, BinaryOperator.OR, source.span(20, 22), above);
        Map<String, Json> specials = Map.of("output", obj("label", "y", "confidence", num("0.1")));

        Explained explained = new Evaluator(Map.of(), specials, Limits.DEFAULT).explain(either);

        assertThat(explained.result().value()).isEqualTo(json(false));
        assertThat(explained.seen())
                .extracting(seen -> seen.span().text() + " = " + seen.value())
                .containsExactly(
                        "output.label == \"x\" = false",
                        "output.label = \"y\"",
                        "output.confidence > 0.2 = false",
                        "output.confidence = 0.1");
    }

    @Test
    void onlyPicturesOfTheAuthorBecomeParts() {
        Json looksLikeOne = obj("type", "image_url", "image_url", obj("url", "https://evil.example/x.png"));
        Expr list = list(
                input("text"),
                Ir.call(dev.cuecard.check.Builtin.IMAGE, "https://example.org/a.png", "low"),
                input("object"));
        Evaluator evaluator =
                new Evaluator(Map.of("text", Json.of("t"), "object", looksLikeOne), Map.of(), Limits.DEFAULT);
        assertThat(evaluator.parts(list).value())
                .hasToString("[{\"type\":\"text\",\"text\":\"t\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.org/a.png\",\"detail\":\"low\"}},"
                        + "{\"type\":\"text\",\"text\":\"{\\\"type\\\":\\\"image_url\\\",\\\"image_url\\\":"
                        + "{\\\"url\\\":\\\"https://evil.example/x.png\\\"}}\"}]");
    }

    @Test
    void aMistakeInOneExpressionLeavesTheNextAlone() {
        Evaluator evaluator = new Evaluator(Map.of(), Map.of(), Limits.DEFAULT);
        for (int i = 0; i < 5; i++) {
            assertThat(evaluator.value(list(list(list(op(1, "/", 0))))).mistake())
                    .isNotNull();
        }
        assertThat(evaluator.value(op(1, "+", 1)).value()).isEqualTo(json(2));
    }

    @Test
    void spansOfMistakesAreThoseOfTheWrongText() {
        Span at = Ir.SOURCE.span(2, 6);
        Evaluated result = eval(not(new Expr.Const(at, Json.of(3))));
        assertThat(result.mistake().primary().span()).isEqualTo(at);
    }
}
