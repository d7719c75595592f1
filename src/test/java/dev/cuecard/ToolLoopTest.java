package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cuecard.chat.budget.Budget;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.output.Outcome;
import dev.cuecard.output.ToolUse;
import dev.cuecard.tool.ToolRules;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Prompts whose model calls tools: the conversation goes on until it says something, within bounds. */
class ToolLoopTest extends ToolRuns {

    @Test
    void aToolAnswersAndTheConversationGoesOn() throws Exception {
        model.replies("Let me see.", "tool_calls", "weather {\"town\": \"Oslo\"}")
                .says("No.");
        Result result = run(withWeather());
        assertThat(result.output()).isEqualTo(Json.of("No."));
        assertThat(seen).containsExactly("{\"town\":\"Oslo\"}");
        assertThat(model.requests()).hasSize(2);
        assertThat(model.lastMessages())
                .containsExactly(
                        "{\"role\":\"user\",\"content\":\"Do I need a coat in Oslo?\"}",
                        "{\"role\":\"assistant\",\"content\":\"Let me see.\",\"tool_calls\":[{\"id\":\"call_1_1\","
                                + "\"type\":\"function\",\"function\":{\"name\":\"weather\","
                                + "\"arguments\":\"{\\\"town\\\": \\\"Oslo\\\"}\"}}]}",
                        "{\"role\":\"tool\",\"content\":\"{\\\"celsius\\\":20}\",\"tool_call_id\":\"call_1_1\"}");
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void everyCallIsListedAndTheTokensOfAllAsksAreCounted() throws Exception {
        model.calls("weather {\"town\": \"Oslo\"}", "weather {\"town\": \"Rome\"}")
                .calls("weather {\"town\": \"Bern\", \"unit\": null}")
                .says("No.");
        Result result = run(withWeather());
        assertThat(result.envelope().toolCalls())
                .extracting(ToolUse::ask, ToolUse::id, use -> use.arguments().toString(), ToolUse::result)
                .containsExactly(
                        tuple(1, "call_1_1", "{\"town\":\"Oslo\"}", WARM),
                        tuple(1, "call_1_2", "{\"town\":\"Rome\"}", WARM),
                        // Null stands for what may be missing.
                        tuple(2, "call_2_1", "{\"town\":\"Bern\"}", WARM));
        assertThat(result.envelope().attempts())
                .extracting(one -> one.outcome())
                .containsExactly(Outcome.TOOL_CALLS, Outcome.TOOL_CALLS, Outcome.VALID);
        assertThat(result.envelope().usage()).isNotNull();
        assertThat(result.envelope().usage().promptTokens()).isEqualTo(300);
        BigDecimal cost = result.envelope().costUsd();
        assertThat(cost).isNotNull();
        assertThat(cost.signum()).isPositive();
    }

    @Test
    void aModelThatCallsForEverIsStopped() throws Exception {
        model.calls("weather {\"town\": \"Oslo\"}");
        Result rounds = run(withWeather().toolRules(ToolRules.DEFAULT.withRounds(3)));
        assertThat(rounds.outcome()).isEqualTo(Outcome.TOOL_CALLS);
        assertThat(seen).hasSize(3);
        assertThat(outcomes(rounds)).endsWith(ToolUse.Outcome.UNANSWERED).hasSize(4);
        assertThat(rounds.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.P771);
            assertThat(finding.message()).isEqualTo("the model still calls tools after 3 rounds of it");
        });
        seen.clear();
        Result calls = run(withWeather().toolRules(ToolRules.DEFAULT.withCalls(2)));
        assertThat(seen).hasSize(2);
        assertThat(calls.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).isEqualTo("the model makes more than 2 calls of tools"));
    }

    @Test
    void withoutCodeNobodyAnswers() throws Exception {
        model.calls("weather {\"town\": \"Oslo\"}", "note {\"text\": \"x\"}").says("never said");
        Result none = run(engine());
        assertThat(none.outcome()).isEqualTo(Outcome.TOOL_CALLS);
        assertThat(none.findings()).extracting(finding -> finding.code()).containsExactly(Code.P506);
        assertThat(outcomes(none)).containsOnly(ToolUse.Outcome.UNANSWERED).hasSize(2);
        ScriptedModel another = new ScriptedModel().calls("weather {\"town\": \"Oslo\"}", "note {\"text\": \"x\"}");
        Result some = run(withWeather().client(another));
        assertThat(some.outcome()).isEqualTo(Outcome.TOOL_CALLS);
        assertThat(some.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("the model calls `note`, and there is nothing to answer"));
        assertThat(seen).as("a reply is answered whole or not at all").isEmpty();
    }

    @Test
    void reAskingGoesOnAfterTheTools() throws Exception {
        String text = TEXT.replace("output text", "output text \"yes\" | \"no\" reask 1");
        model.calls("weather {\"town\": \"Oslo\"}")
                .says("perhaps")
                .calls("weather {\"town\": \"Oslo\"}")
                .says("no");
        Result result = run(withWeather(), text, RunOptions.DEFAULT);
        assertThat(result.output()).isEqualTo(Json.of("no"));
        assertThat(result.envelope().attempts())
                .extracting(one -> one.outcome().word())
                .containsExactly("tool_calls", "schema_violation", "tool_calls", "valid");
        assertThat(model.lastMessages()).hasSize(7);
        assertThat(model.lastMessages().get(4)).contains("That reply is not valid");
        assertThat(result.envelope().toolCalls()).extracting(ToolUse::ask).containsExactly(1, 3);
    }

    @Test
    void aReplyThatIsCutCallsNothing() throws Exception {
        model.replies(null, "length", "weather {\"town\": \"Oslo\"}");
        Result result = run(withWeather());
        assertThat(result.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(seen).isEmpty();
    }

    @Test
    void aRunHasToolsOfItsOwn() throws Exception {
        model.calls("weather {\"town\": \"Oslo\"}").says("Yes.");
        Json cold = Json.object().put("celsius", -4).done();
        Result result = run(withWeather(), TEXT, RunOptions.DEFAULT.withTool("weather", arguments -> cold));
        assertThat(seen).isEmpty();
        assertThat(result.envelope().toolCalls().get(0).result()).isEqualTo(cold);
    }

    @Test
    void codeForAToolThatIsNotThereIsAMistake() throws Exception {
        Result result = run(engine(), TEXT, RunOptions.DEFAULT.withTool("wether", arguments -> WARM));
        assertThat(result.outcome()).isNull();
        assertThat(model.requests()).isEmpty();
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.P770);
            assertThat(finding.help()).isEqualTo("did you mean `weather`?");
        });
        assertThatThrownBy(() -> withWeather().tool("weather", arguments -> WARM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the tool `weather` has code already");
    }

    /** Each ask of the loop is reserved: with just enough for the first, the one after the tool is not made. */
    @Test
    void everyAskOfTheLoopIsReservedInTheBudget() throws Exception {
        Json.Obj prices = Json.object()
                .put("input_usd", 1000)
                .put("output_usd", 1000)
                .put("max_output_tokens", 20)
                .done();
        String text = TEXT.replace("\"gpt-6-luna\" { reasoning_effort = \"none\" }", "\"small\"");
        Result result = null;
        ScriptedModel asked = model;
        for (int cents = 1; asked.requests().isEmpty(); cents++) {
            asked = new ScriptedModel().calls("weather {\"town\": \"Oslo\"}").says("No.");
            Budget budget = Budget.ofUsd(BigDecimal.valueOf(cents, 2));
            result = run(
                    withWeather().client(asked).model("small", prices), text, RunOptions.DEFAULT.withBudget(budget));
        }
        assertThat(result).isNotNull();
        assertThat(result.outcome()).isEqualTo(Outcome.OVER_BUDGET);
        assertThat(asked.requests()).hasSize(1);
        assertThat(seen).hasSize(1);
        assertThat(outcomes(result)).containsExactly(ToolUse.Outcome.ANSWERED);
        assertThat(result.envelope().usage()).isNotNull();
    }
}
