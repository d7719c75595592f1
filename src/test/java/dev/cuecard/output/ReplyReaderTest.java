package dev.cuecard.output;

import static dev.cuecard.render.eval.Ir.num;
import static dev.cuecard.render.eval.Ir.obj;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.chat.Usage;
import dev.cuecard.check.CheckedOutput.Mode;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.Expr;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.output.ladder.Recovery;
import dev.cuecard.render.Bound;
import dev.cuecard.render.Prompts;
import dev.cuecard.render.eval.Ir;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import dev.cuecard.syntax.Expression.BinaryOperator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What replies are understood to say, and what is said of those that say something else. */
class ReplyReaderTest {

    private static final String TRIAGE = """
            prompt triage

            user "x"

            output json {
              category: "billing" | "bug"
              urgency:  number(1..5)
              summary: string
              quote?: string
            }

            ensure output.urgency < 5 : "nothing is that urgent"
            output strict
            output plain
            output text
            """;

    private static final Bound NOTHING = new Bound(Map.of(), new Json.Arr(List.of()));

    private static final String GOOD = "{\"category\": \"bug\", \"urgency\": 3, \"summary\": \"s\"}";

    private static final Json VALUE = obj("category", "bug", "urgency", 3, "summary", "s");

    private static Prompts triage() {
        return Prompts.of(TRIAGE).user("x");
    }

    private static Type.Obj type(Prompts prompts) {
        Type urgency = new Type.Num(
                false, BigDecimal.ONE, false, BigDecimal.valueOf(5), false, prompts.at("urgency:  ", "number(1..5)"));
        Type category = new Type.Literals(
                List.of(
                        new Type.Literals.Value(Json.of("billing"), null, null),
                        new Type.Literals.Value(Json.of("bug"), null, null)),
                prompts.at("\"billing\" | \"bug\""));
        return new Type.Obj(
                List.of(
                        new Type.Obj.Field("category", category, false, null, prompts.at("category")),
                        new Type.Obj.Field("urgency", urgency, false, null, prompts.at("{", "urgency")),
                        new Type.Obj.Field("summary", Types.STRING, false, null, prompts.at("summary")),
                        new Type.Obj.Field("quote", Types.STRING, true, null, prompts.at("quote"))),
                false,
                null);
    }

    private static CheckedPrompt json() {
        Prompts prompts = triage();
        return prompts.output(Mode.JSON, type(prompts)).done();
    }

    private static ChatReply reply(String content) {
        return new ChatReply("m", content, null, List.of(), "stop", null, null, false);
    }

    private static Reading read(CheckedPrompt prompt, String content) {
        return read(prompt, reply(content), true);
    }

    private static Reading readAsItIs(CheckedPrompt prompt, String content) {
        return read(prompt, reply(content), false);
    }

    private static Reading read(CheckedPrompt prompt, ChatReply reply, boolean recover) {
        return new ReplyReader(prompt, Limits.DEFAULT).read(reply, "reply from gpt-4o-mini", NOTHING, recover);
    }

    private static void valid(Reading reading, Object value, Recovery.Kind... recoveries) {
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.outcome()).isEqualTo(Outcome.VALID);
        assertThat(reading.output()).isEqualTo(Ir.json(value));
        assertThat(reading.recoveries()).extracting(Recovery::kind).containsExactly(recoveries);
    }

    private static void invalid(Reading reading, Outcome outcome, Code code) {
        assertThat(reading.outcome()).isEqualTo(outcome);
        assertThat(reading.errors()).isNotEmpty();
        assertThat(reading.findings()).extracting(Diagnostic::code).containsOnly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "\n  " + GOOD + "\r\n", "\uFEFF" + GOOD})
    void aReplyIsReadAsItIs(String content) {
        valid(read(json(), content), VALUE);
        valid(readAsItIs(json(), content), VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```json\n" + GOOD + "\n```",
                "```\n" + GOOD + "\n```\n",
                "Sure! ```json\n" + GOOD + "\n```",
                "Sure:\n\n````json\n" + GOOD + "\n````\nAnything else?",
                "```json " + GOOD + "```",
                "```json\n" + GOOD,
                "```js\nfoo()\n```\nor rather\n```\n" + GOOD + "\n```",
            })
    void jsonIsTakenOutOfACodeFence(String content) {
        Reading reading = read(json(), content);
        valid(reading, VALUE, Recovery.Kind.CODE_FENCE);
        assertThat(reading.recoveries().get(0).at().text()).isEqualTo(GOOD);
        invalid(readAsItIs(json(), content), Outcome.INVALID_JSON, Code.P502);
    }

    @Test
    void backQuotesInAStringEndNoFence() {
        String content = "```json\n{\"category\": \"bug\", \"urgency\": 3, \"summary\": \"```x```\"}\n```";
        Json value = obj("category", "bug", "urgency", 3, "summary", "```x```");
        valid(read(json(), content), value, Recovery.Kind.CODE_FENCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Here it is: " + GOOD,
                GOOD + "\nHope that helps.",
                "The set {x | x > 0} and [1, 2 and 3] first. " + GOOD,
                GOOD + " I repeat: " + GOOD,
            })
    void jsonIsTakenOutOfTheTextAroundIt(String content) {
        valid(read(json(), content), VALUE, Recovery.Kind.PROSE);
        invalid(readAsItIs(json(), content), Outcome.INVALID_JSON, Code.P502);
    }

    @ParameterizedTest
    @ValueSource(strings = {"As in [1] and {this}: " + GOOD + " (see [1]).", "{} " + GOOD})
    void ofSeveralValuesTheOneThatFitsIsTaken(String content) {
        Reading reading = read(json(), content);
        valid(reading, VALUE, Recovery.Kind.PROSE, Recovery.Kind.CHOSEN);
        assertThat(reading.recoveries().get(1).message()).isEqualTo("of 2 values the only one that matches its type");
    }

    @Test
    void nothingIsTakenOutOfWhatIsJsonAlready() {
        String content = "{\"text\": \"```json\\n" + GOOD.replace("\"", "\\\"") + "\\n```\", \"inner\": " + GOOD + "}";
        invalid(read(json(), content), Outcome.SCHEMA_VIOLATION, Code.P501);
    }

    @Test
    void nothingIsTakenOutOfABrokenObject() {
        invalid(read(json(), "{\"a\": 1, oops, \"b\": " + GOOD + "}"), Outcome.INVALID_JSON, Code.P502);
        invalid(read(json(), "So: {\"a\": " + GOOD + ", \"b\": "), Outcome.INVALID_JSON, Code.P502);
        invalid(read(json(), "```json\n{\"a\": " + GOOD + ", \"b\": \n```"), Outcome.INVALID_JSON, Code.P502);
    }

    @Test
    void betweenDifferentValuesNobodyChooses() {
        String other = GOOD.replace("3", "4");
        invalid(read(json(), "Either " + GOOD + " or " + other), Outcome.INVALID_JSON, Code.P509);
    }

    @Test
    void duplicateKeysAreAnError() {
        String content = "{\"category\": \"bug\", \"category\": \"billing\", \"urgency\": 3, \"summary\": \"s\"}";
        invalid(read(json(), content), Outcome.INVALID_JSON, Code.P502);
        invalid(read(json(), "Well: " + content), Outcome.INVALID_JSON, Code.P502);
    }

    @Test
    void jsonInAJsonStringIsTakenOut() {
        String content = Json.of(GOOD).toString();
        valid(read(json(), content), VALUE, Recovery.Kind.STRING);
        invalid(readAsItIs(json(), content), Outcome.SCHEMA_VIOLATION, Code.P501);
        Reading wrong = read(json(), Json.of(GOOD.replace("3", "9")).toString());
        invalid(wrong, Outcome.SCHEMA_VIOLATION, Code.P501);
        assertThat(wrong.errors().get(0).pointer()).isEqualTo("/urgency");
        assertThat(wrong.errors().get(0).inReply().text()).startsWith("\"{");
    }

    @Test
    void nullForAnOptionalFieldIsMissing() {
        String content = GOOD.replace("}", ", \"quote\": null}");
        Reading reading = read(json(), content);
        valid(reading, VALUE, Recovery.Kind.NULL_FIELD);
        assertThat(reading.recoveries().get(0).at().text()).isEqualTo("null");
        invalid(readAsItIs(json(), content), Outcome.SCHEMA_VIOLATION, Code.P501);
        Prompts prompts = triage();
        valid(readAsItIs(prompts.output(Mode.STRICT, type(prompts)).done(), content), VALUE);
    }

    @Test
    void aNullThatTheTypeHasStays() {
        Type inner = new Type.Obj(
                List.of(
                        new Type.Obj.Field("a", new Type.Nullish(Types.STRING, null), true, null, null),
                        new Type.Obj.Field("b", Types.STRING, true, null, null)),
                false,
                null);
        Type outer =
                new Type.Obj(List.of(new Type.Obj.Field("items", Types.listOf(inner), false, null, null)), false, null);
        Reading reading = read(triage().output(Mode.JSON, outer).done(), "{\"items\": [{\"a\": null, \"b\": null}]}");
        valid(reading, obj("items", List.of(obj("a", null))), Recovery.Kind.NULL_FIELD);
        assertThat(reading.recoveries().get(0).message()).isEqualTo("null at `/items/0/b` read as missing");
    }

    @Test
    void aValueThatIsNoObjectTravelsInOne() {
        CheckedPrompt prompt =
                triage().wrapped(Mode.JSON, Types.listOf(Types.STRING)).done();
        valid(read(prompt, "{\"value\": [\"a\"]}"), List.of("a"));
        valid(readAsItIs(prompt, "{\"value\": [\"a\"]}"), List.of("a"));
        valid(read(prompt, "[\"a\"]"), List.of("a"), Recovery.Kind.BARE_VALUE);
        valid(read(prompt, "Here: [\"a\"]"), List.of("a"), Recovery.Kind.PROSE, Recovery.Kind.BARE_VALUE);
        invalid(readAsItIs(prompt, "[\"a\"]"), Outcome.SCHEMA_VIOLATION, Code.P501);
        Reading wrapped = read(prompt, "{\"value\": [1]}");
        invalid(wrapped, Outcome.SCHEMA_VIOLATION, Code.P501);
        assertThat(wrapped.errors().get(0).pointer()).isEqualTo("/value/0");
        assertThat(read(prompt, "[1]").errors().get(0).pointer()).isEqualTo("/0");
    }

    @Test
    void withoutATypeAnyObjectWillDo() {
        CheckedPrompt prompt = triage().output(Mode.JSON, null).done();
        valid(read(prompt, "{\"a\": [1]}"), obj("a", List.of(1)));
        invalid(read(prompt, "[1]"), Outcome.SCHEMA_VIOLATION, Code.P501);
    }

    @Test
    void numbersKeepTheirDigits() {
        Type type = new Type.Obj(List.of(new Type.Obj.Field("n", Types.NUMBER, false, null, null)), false, null);
        CheckedPrompt prompt = triage().output(Mode.JSON, type).done();
        assertThat(read(prompt, "{\"n\": 1.10000000000000000000000000001}").output())
                .isEqualTo(obj("n", num("1.10000000000000000000000000001")));
        invalid(read(prompt, "{\"n\": 1e99999}"), Outcome.INVALID_JSON, Code.P502);
    }

    @Test
    void aViolationIsShownInTheReplyAndInThePrompt() {
        Reading reading = read(json(), """
                {
                  "category": "bug",
                  "urgency": "high",
                  "summary": "s"
                }
                """);
        assertThat(DiagnosticRenderer.plain().render(reading.findings().get(0))).isEqualTo("""
                error[P501]: the reply does not match its type at `/urgency`
                 --> reply from gpt-4o-mini:3:14
                  |
                3 |   "urgency": "high",
                  |              ^^^^^^ expected a number from 1 to 5, got a string
                  |
                 ::: test.prompt:7:13
                  |
                7 |   urgency:  number(1..5)
                  |             ------------ required by this declaration
                  |
                  = note: the other 2 fields are valid
                """);
    }

    @Test
    void aMissingFieldIsShownAtTheBraceThatOpensItsObject() {
        Reading reading = read(json(), "{\"category\": \"bug\", \"summary\": \"s\"}");
        invalid(reading, Outcome.SCHEMA_VIOLATION, Code.P501);
        assertThat(reading.errors()).hasSize(1);
        assertThat(reading.errors().get(0).pointer()).isEmpty();
        assertThat(reading.errors().get(0).message()).contains("urgency");
        assertThat(reading.findings().get(0).primary().span().text()).isEqualTo("{");
    }

    @Test
    void anUnknownFieldIsShownAtItsName() {
        Reading reading = read(json(), GOOD.replace("}", ", \"extra\": 1}"));
        invalid(reading, Outcome.SCHEMA_VIOLATION, Code.P501);
        assertThat(reading.findings().get(0).primary().span().text()).isEqualTo("\"extra\"");
    }

    @Test
    void ofManyViolationsTheFirstFewAreShownAndAllAreListed() {
        CheckedPrompt prompt =
                triage().wrapped(Mode.JSON, Types.listOf(Types.STRING)).done();
        Reading reading = read(prompt, "{\"value\": [1, 2, 3, 4, 5, 6, 7]}");
        assertThat(reading.errors()).hasSize(7);
        assertThat(reading.findings()).hasSize(5);
        assertThat(reading.findings().get(4).notes()).containsExactly("2 more places do not match");
    }

    @Test
    void deepRepliesAreReadOrRefusedButNeverTooDeepForUs() {
        Type.Declared tree = new Type.Declared("Tree", null, null);
        tree.means(new Type.Obj(
                List.of(new Type.Obj.Field(
                        "next", new Type.Nullish(new Type.Named(tree, null), null), false, null, null)),
                false,
                null));
        CheckedPrompt prompt =
                triage().output(Mode.JSON, new Type.Named(tree, null)).done();
        assertThat(read(prompt, "{\"next\": ".repeat(900) + "null" + "}".repeat(900))
                        .outcome())
                .isEqualTo(Outcome.VALID);
        invalid(read(prompt, "[".repeat(100_000)), Outcome.INVALID_JSON, Code.P502);
        invalid(read(prompt, "x" + "[".repeat(100_000)), Outcome.INVALID_JSON, Code.P502);
        invalid(read(prompt, "x" + "{\"a\":[".repeat(100_000)), Outcome.INVALID_JSON, Code.P502);
        invalid(read(prompt, "```".repeat(100_000)), Outcome.INVALID_JSON, Code.P502);
    }

    @Test
    void whatIsNoJsonIsShownWhereItBreaks() {
        Reading reading = read(json(), "{\n  \"category\": \"bug\"\n  \"urgency\": 3\n}");
        assertThat(reading.outcome()).isEqualTo(Outcome.INVALID_JSON);
        assertThat(reading.findings().get(0).primary().span().line()).isEqualTo(3);
        // With its comma it would lack a field, which one wants to know at once.
        assertThat(reading.findings()).extracting(Diagnostic::code).containsExactly(Code.P502, Code.P501);
        assertThat(reading.errors()).hasSize(2);
        assertThat(reading.recoveries()).isEmpty();
        Reading prose = read(json(), "I cannot tell.");
        assertThat(prose.findings().get(0).primary().span().column()).isEqualTo(1);
    }

    @Test
    void aBrokenConditionTellsTheValuesOfItsParts() {
        Prompts prompts = triage();
        Expr output = new Expr.Special(prompts.at("ensure ", "output"), "output");
        Expr urgency = new Expr.Field(prompts.at("ensure ", "output.urgency"), output, "urgency");
        Expr condition = new Expr.Binary(
                prompts.at("ensure ", "output.urgency < 5"),
                urgency,
                BinaryOperator.LESS,
                prompts.at("ensure output.urgency ", "<"),
                new Expr.Const(Ir.AT, Json.of(5)));
        CheckedPrompt prompt = prompts.output(Mode.JSON, type(prompts))
                .ensure(condition, Ir.expr("nothing is that urgent"))
                .done();
        valid(read(prompt, GOOD), VALUE);
        Reading reading = read(prompt, GOOD.replace("3", "5"));
        invalid(reading, Outcome.ENSURE_FAILED, Code.P503);
        assertThat(reading.output()).isNotNull();
        assertThat(reading.errors().get(0).message()).isEqualTo("nothing is that urgent");
        assertThat(DiagnosticRenderer.plain().render(reading.findings().get(0))).isEqualTo("""
                error[P503]: the reply breaks a condition: nothing is that urgent
                  --> test.prompt:12:8
                   |
                12 | ensure output.urgency < 5 : "nothing is that urgent"
                   |        ^^^^^^^^^^^^^^^^^^ false for this reply
                   |
                   = note: `output.urgency` is `5`
                """);
    }

    @Test
    void textIsAnyTextOrOfAType() {
        valid(read(triage().output(Mode.TEXT, null).done(), " as it is\n"), " as it is\n");
        CheckedPrompt integer = triage().output(Mode.TEXT, Types.INTEGER).done();
        valid(read(integer, " 42\n"), 42);
        invalid(read(integer, "forty-two"), Outcome.SCHEMA_VIOLATION, Code.P501);
        invalid(read(integer, "4.5"), Outcome.SCHEMA_VIOLATION, Code.P501);
        valid(read(triage().output(Mode.TEXT, Types.NUMBER).done(), "-2.50"), num("-2.50"));
        valid(read(triage().output(Mode.TEXT, Types.BOOLEAN).done(), "true\n"), true);
        valid(read(triage().output(Mode.TEXT, Types.STRING).done(), " 42 "), "42");
        Type literals = new Type.Literals(
                List.of(
                        new Type.Literals.Value(Json.of("spam"), null, null),
                        new Type.Literals.Value(Json.of(1), null, null)),
                null);
        CheckedPrompt literal = triage().output(Mode.TEXT, literals).done();
        valid(read(literal, "spam\n"), "spam");
        valid(read(literal, "1"), 1);
        Reading wrong = read(literal, "  ham \n");
        invalid(wrong, Outcome.SCHEMA_VIOLATION, Code.P501);
        assertThat(wrong.findings().get(0).primary().span().text()).isEqualTo("ham");
    }

    @Test
    void aReplyThatWasCutIsNotRead() {
        ChatReply cut = new ChatReply("m", GOOD, null, List.of(), "length", new Usage(1, 0, 300), null, false);
        invalid(read(json(), cut, true), Outcome.TRUNCATED, Code.P507);
    }

    @Test
    void aRefusalIsNoReply() {
        ChatReply refusal = new ChatReply("m", null, "No.", List.of(), "stop", null, null, false);
        invalid(read(json(), refusal, true), Outcome.REFUSED, Code.P504);
    }

    @Test
    void whatAFilterHoldsBackIsNoReply() {
        ChatReply blocked = new ChatReply("m", "{", null, List.of(), "content_filter", null, null, false);
        invalid(read(json(), blocked, true), Outcome.BLOCKED, Code.P505);
    }

    @Test
    void callsOfToolsAreNoReply() {
        List<ToolCall> calls = List.of(new ToolCall("1", "weather", "{}"));
        ChatReply reply = new ChatReply("m", null, null, calls, "tool_calls", null, null, false);
        invalid(read(json(), reply, true), Outcome.TOOL_CALLS, Code.P506);
    }

    @Test
    void anEmptyReplyIsEmpty() {
        for (String blank : new String[] {null, "", " \n"}) {
            invalid(read(json(), reply(blank), true), Outcome.EMPTY, Code.P508);
        }
    }

    @Test
    void onlyWhatTheModelCanMendIsAskedAgain() {
        assertThat(List.of(Outcome.values()).stream().filter(Outcome::isAskedAgain))
                .containsExactly(Outcome.INVALID_JSON, Outcome.SCHEMA_VIOLATION, Outcome.ENSURE_FAILED, Outcome.EMPTY);
    }
}
