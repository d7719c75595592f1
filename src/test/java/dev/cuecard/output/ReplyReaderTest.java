package dev.cuecard.output;

import static dev.cuecard.render.eval.Ir.num;
import static dev.cuecard.render.eval.Ir.obj;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.chat.Usage;
import dev.cuecard.check.CheckedOutput.Mode;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.output.ladder.Recovery;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What replies are understood to say, and which are no replies. */
class ReplyReaderTest extends Replies {

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "\n  " + GOOD + "\r\n", "\uFEFF" + GOOD})
    void aReplyIsReadAsItIs(String content) {
        valid(read(json(), content), VALUE);
        valid(readAsItIs(json(), content), VALUE);
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
