package dev.cuecard.render.eval;

import static dev.cuecard.render.eval.Ir.AT;
import static dev.cuecard.render.eval.Ir.binary;
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
import static dev.cuecard.render.eval.Ir.minus;
import static dev.cuecard.render.eval.Ir.not;
import static dev.cuecard.render.eval.Ir.num;
import static dev.cuecard.render.eval.Ir.obj;
import static dev.cuecard.render.eval.Ir.pieces;
import static dev.cuecard.render.eval.Ir.print;
import static dev.cuecard.render.eval.Ir.slice;
import static dev.cuecard.render.eval.Ir.string;
import static dev.cuecard.render.eval.Ir.when;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions and texts evaluate to. */
class EvaluatorTest {

    private static final Expr MISSING = input("missing");

    private static void gives(Object expr, Object value) {
        Evaluated result = eval(expr);
        assertThat(result.mistake()).isNull();
        assertThat(result.value()).isEqualTo(value == null ? null : json(value));
    }

    private static void givesText(Expr expr, String text) {
        Evaluated result = new Evaluator(Map.of(), Map.of(), Limits.DEFAULT).text(expr);
        assertThat(result.mistake()).isNull();
        assertThat(result.value()).isEqualTo(Json.of(text));
    }

    private static void stops(Object expr, Code code) {
        Evaluated result = eval(expr);
        assertThat(result.value()).isNull();
        assertThat(result.mistake()).isNotNull();
        assertThat(result.mistake().code()).isEqualTo(code);
    }

    private static Expr op(Object left, String sign, Object right) {
        BinaryOperator operator = Arrays.stream(BinaryOperator.values())
                .filter(one -> one.sign().equals(sign))
                .findFirst()
                .orElseThrow();
        return binary(left, operator, right);
    }

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

    @ParameterizedTest
    @CsvSource({
        "30, 30",
        "30.0, 30",
        "2.50, 2.5",
        "1e3, 1000",
        "1.5E+2, 150",
        "0.0000001, 0.0000001",
        "1e-7, 0.0000001",
        "-0.0, 0",
        "1e30, 1000000000000000000000000000000",
        "100, 100",
    })
    void numbersPrintInTheirShortestFormWithoutExponent(String digits, String text) {
        givesText(expr(num(digits)), text);
        givesText(expr(List.of(num(digits))), "[" + text + "]");
    }

    @Test
    void otherValuesPrintAsJson() {
        givesText(expr(true), "true");
        givesText(expr(List.of("a", 1, false)), "[\"a\",1,false]");
        givesText(expr(obj("b", "\n\"", "a", null)), "{\"b\":\"\\n\\\"\",\"a\":null}");
        givesText(expr("as it is: {{ x }} \\ & <"), "as it is: {{ x }} \\ & <");
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
    void aValueOfSeveralLinesHangsUnderItsIndent() {
        givesText(block("a:\n  ", print("1\n2\n\n3\r\n\r\n4", "  "), "\n"), "a:\n  1\n  2\n\n  3\r\n\r\n  4");
        givesText(block("  ", print("1\n2", ""), "\n"), "  1\n2");
        givesText(block("  ", print("1\n", "  "), "\n"), "  1\n");
    }

    @Test
    void theFinalNewlineOfTheBlockGoesAndThatOfAValueStays() {
        givesText(block("a\n"), "a");
        givesText(block("a\n\n"), "a\n");
        givesText(block("a\n", expr("b\n")), "a\nb\n");
        givesText(block("a\n", expr("")), "a");
        givesText(block(expr("a\n"), "\n"), "a\n");
        givesText(block(expr("a\n")), "a\n");
        givesText(block("a\n", when(true, pieces("b\n"), List.of())), "a\nb");
        givesText(string("a\n"), "a\n");
    }

    @Test
    void valuesAreNeverLookedAtAgain() {
        givesText(string("a ", expr("{{ b }} {{ end }} \"\"\"")), "a {{ b }} {{ end }} \"\"\"");
        givesText(string(expr(string(expr("{{ x }}")))), "{{ x }}");
    }

    @Test
    void loopsTellWhereTheyAre() {
        Piece loop = each(
                List.of("a", "b"),
                pieces(
                        local(0),
                        local(1),
                        field(local(2), "index"),
                        field(local(2), "length"),
                        field(local(2), "first"),
                        field(local(2), "last"),
                        ";"),
                List.of());
        givesText(string(loop), "a012truefalse;b122falsetrue;");
        givesText(string(each(List.of(), pieces("x"), pieces("none"))), "none");
    }

    @Test
    void letsInTextSetAVariable() {
        givesText(string(new Piece.Let(AT, 3, expr("x")), local(3)), "x");
    }

    @Test
    void printingWhatIsMissingIsAMistake() {
        stops(string(MISSING), Code.P410);
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
