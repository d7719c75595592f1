package dev.cuecard.output;

import static dev.cuecard.render.eval.Ir.obj;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.CheckedOutput.Mode;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.output.ladder.Recovery;
import dev.cuecard.render.Prompts;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken out of a reply around its JSON or mended in it, and what never is. */
class RecoveryTest extends Replies {

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
}
