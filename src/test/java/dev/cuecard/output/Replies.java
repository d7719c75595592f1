package dev.cuecard.output;

import static dev.cuecard.render.eval.Ir.obj;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatReply;
import dev.cuecard.check.CheckedOutput.Mode;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.output.ladder.Recovery;
import dev.cuecard.render.Bound;
import dev.cuecard.render.Prompts;
import dev.cuecard.render.eval.Ir;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Reads replies to one prompt, and tells whether they are understood. */
abstract class Replies {

    static final String TRIAGE = """
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

    static final Bound NOTHING = new Bound(Map.of(), new Json.Arr(List.of()));
    static final String GOOD = "{\"category\": \"bug\", \"urgency\": 3, \"summary\": \"s\"}";
    static final Json VALUE = obj("category", "bug", "urgency", 3, "summary", "s");

    static Prompts triage() {
        return Prompts.of(TRIAGE).user("x");
    }

    static Type.Obj type(Prompts prompts) {
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

    static CheckedPrompt json() {
        Prompts prompts = triage();
        return prompts.output(Mode.JSON, type(prompts)).done();
    }

    static ChatReply reply(String content) {
        return new ChatReply("m", content, null, List.of(), "stop", null, null, false);
    }

    static Reading read(CheckedPrompt prompt, String content) {
        return read(prompt, reply(content), true);
    }

    static Reading readAsItIs(CheckedPrompt prompt, String content) {
        return read(prompt, reply(content), false);
    }

    static Reading read(CheckedPrompt prompt, ChatReply reply, boolean recover) {
        return new ReplyReader(prompt, Limits.DEFAULT).read(reply, "reply from gpt-4o-mini", NOTHING, recover);
    }

    static void valid(Reading reading, Object value, Recovery.Kind... recoveries) {
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.outcome()).isEqualTo(Outcome.VALID);
        assertThat(reading.output()).isEqualTo(Ir.json(value));
        assertThat(reading.recoveries()).extracting(Recovery::kind).containsExactly(recoveries);
    }

    static void invalid(Reading reading, Outcome outcome, Code code) {
        assertThat(reading.outcome()).isEqualTo(outcome);
        assertThat(reading.errors()).isNotEmpty();
        assertThat(reading.findings()).extracting(Diagnostic::code).containsOnly(code);
    }
}
