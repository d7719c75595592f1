package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import dev.cuecard.chat.budget.Budget;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Severity;
import dev.cuecard.output.Outcome;
import dev.cuecard.output.ToolUse;
import dev.cuecard.render.Given;
import dev.cuecard.tool.ToolException;
import dev.cuecard.tool.ToolRules;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Prompts whose model calls tools. */
class ToolLoopTest {

    private static final String TEXT = """
            prompt trip
            model "gpt-6-luna" { reasoning_effort = "none" }
            /// The weather of a town.
            tool weather(town: string(1..80), unit?: "C" | "F"): { celsius: number(-90..60), sky?: string }
            tool note(text: string)
            user "Do I need a coat in Oslo?"
            output text
            """;

    private static final Json WARM = Json.object().put("celsius", 20).done();

    private final ScriptedModel model = new ScriptedModel();
    private final List<String> seen = new ArrayList<>();

    private PromptEngineBuilder engine() {
        return PromptEngine.builder().client(model);
    }

    private Result run(PromptEngineBuilder builder) throws InterruptedException {
        return run(builder, TEXT, RunOptions.DEFAULT);
    }

    private static Result run(PromptEngineBuilder builder, String text, RunOptions options)
            throws InterruptedException {
        try (PromptEngine engine = builder.build()) {
            return engine.load("trip.prompt", text).run(Map.<String, Given>of(), options);
        }
    }

    private PromptEngineBuilder withWeather() {
        return engine().tool("weather", arguments -> {
            seen.add(arguments.toString());
            return WARM;
        });
    }

    private static List<ToolUse.Outcome> outcomes(Result result) {
        return result.envelope().toolCalls().stream().map(ToolUse::outcome).toList();
    }

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
    void invalidArgumentsAreToldToTheModelAndNeverReachTheHost() throws Exception {
        model.calls("weather {\"city\": \"Oslo\", \"unit\": \"K\"}", "weather {\"town\": ", "weather [1]", "wether {}")
                .says("Sorry.");
        Result result = run(withWeather());
        assertThat(result.isValid()).isTrue();
        assertThat(seen).isEmpty();
        assertThat(outcomes(result))
                .containsExactly(
                        ToolUse.Outcome.INVALID_ARGUMENTS,
                        ToolUse.Outcome.INVALID_ARGUMENTS,
                        ToolUse.Outcome.INVALID_ARGUMENTS,
                        ToolUse.Outcome.UNKNOWN_TOOL);
        assertThat(result.envelope().toolCalls())
                .extracting(ToolUse::error)
                .satisfiesExactly(
                        unfit -> assertThat(unfit).isEqualTo("""
                                        The arguments are not valid:
                                        - missing required field `town`
                                        - /city: unknown field `city`
                                        - /unit: expected `"C"` or `"F"`, got `"K"`\
                                        """),
                        cut -> assertThat(cut)
                                .isEqualTo("The arguments are not JSON (line 1, column 1): this `{` is never closed"),
                        list -> assertThat(list).contains("expected an object"),
                        unknown ->
                                assertThat(unknown).isEqualTo("There is no tool `wether`. The tools are `weather`."));
        assertThat(result.envelope().toolCalls().get(1).arguments()).isEqualTo(Json.of("{\"town\": "));
        assertThat(model.lastMessages().get(2)).contains("The arguments are not valid:");
    }

    @Test
    void aToolThatThrowsIsToldToTheModelWithoutItsSecrets() throws Exception {
        model.calls("weather {\"town\": \"Oslo\"}").says("I do not know.");
        Result result = run(engine().tool("weather", arguments -> {
            throw new IllegalStateException("jdbc:secret");
        }));
        assertThat(result.isValid()).isTrue();
        assertThat(model.lastMessages().get(2)).contains("The tool failed.").doesNotContain("secret");
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.P772);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.notes()).contains("its code threw `IllegalStateException: jdbc:secret`");
        });
        assertThat(outcomes(result)).containsExactly(ToolUse.Outcome.FAILED);
    }

    @Test
    void aHostCanSayWhyInWordsForTheModel() throws Exception {
        model.calls("weather {\"town\": \"Olso\"}").says("Which town?");
        Result result = run(engine().toolRules(ToolRules.DEFAULT.withOnFailure(ToolRules.OnFailure.END_RUN))
                .tool("weather", arguments -> {
                    throw new ToolException("there is no town Olso; did you mean Oslo?");
                }));
        assertThat(result.isValid()).isTrue();
        assertThat(result.findings()).isEmpty();
        assertThat(model.lastMessages().get(2)).contains("there is no town Olso; did you mean Oslo?");
    }

    @Test
    void aToolThatFailsEndsTheRunWhereTheHostChoosesSo() throws Exception {
        model.calls("weather {\"town\": \"Oslo\"}", "weather {\"town\": \"Rome\"}")
                .says("never said");
        Result result = run(engine().toolRules(ToolRules.DEFAULT.withOnFailure(ToolRules.OnFailure.END_RUN))
                .tool("weather", arguments -> {
                    throw new AssertionError("broken");
                }));
        assertThat(result.outcome()).isEqualTo(Outcome.TOOL_CALLS);
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.P772);
            assertThat(finding.isError()).isTrue();
        });
        assertThat(outcomes(result)).containsExactly(ToolUse.Outcome.FAILED, ToolUse.Outcome.UNANSWERED);
        assertThat(model.requests()).hasSize(1);
    }

    @Test
    void resultsAreHeldToTheDeclaredType() throws Exception {
        model.calls("weather {\"town\": \"Oslo\"}").says("I do not know.");
        Result result = run(engine().tool(
                        "weather",
                        arguments -> Json.object().put("celsius", 200).done()));
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.P774);
            assertThat(finding.message())
                    .isEqualTo("the result of the tool `weather` does not match its type at `/celsius`");
            assertThat(finding.notes()).contains("expected a number from -90 to 60, got `200`");
        });
        assertThat(outcomes(result)).containsExactly(ToolUse.Outcome.INVALID_RESULT);
        assertThat(model.lastMessages().get(2)).contains("The tool failed.").doesNotContain("200");
    }

    @Test
    @Timeout(20)
    void aToolThatHangsIsInterruptedAndLeavesNothingBehind() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        model.calls("weather {\"town\": \"Oslo\"}").says("I do not know.");
        Result result = run(engine().toolRules(ToolRules.DEFAULT.withTime(Duration.ofMillis(50)))
                .tool("weather", arguments -> {
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.HOURS) ? WARM : Json.nil();
                    } finally {
                        interrupted.countDown();
                    }
                }));
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(outcomes(result)).containsExactly(ToolUse.Outcome.TIMED_OUT);
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.P773);
            assertThat(finding.message()).isEqualTo("the tool `weather` took longer than 0.05 s");
        });
        assertThat(model.lastMessages().get(2)).contains("The tool took too long.");
    }

    @Test
    @Timeout(20)
    void interruptingTheRunInterruptsTheTool() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        model.calls("weather {\"town\": \"Oslo\"}").says("never said");
        Thread running = new Thread(() -> {
            try {
                run(engine().tool("weather", arguments -> {
                    started.countDown();
                    try {
                        return new CountDownLatch(1).await(1, TimeUnit.HOURS) ? WARM : Json.nil();
                    } finally {
                        interrupted.countDown();
                    }
                }));
            } catch (InterruptedException e) {
                seen.add("interrupted");
            }
        });
        running.start();
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        running.interrupt();
        running.join();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).containsExactly("interrupted");
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

    @Test
    void whoListensHearsOfTheTools() throws Exception {
        model.replies("Let me see.", "tool_calls", "weather {\"town\": \"Oslo\"}")
                .says("No.");
        StreamListener listener = new StreamListener() {
            @Override
            public void text(String more) {
                seen.add(more);
            }

            @Override
            public void called(List<ToolUse> uses) {
                uses.forEach(use -> seen.add(use.name() + " " + use.result()));
            }
        };
        try (PromptEngine engine = engine().tool("weather", arguments -> WARM).build()) {
            engine.load("trip.prompt", TEXT).stream(Map.<String, Given>of(), RunOptions.DEFAULT, listener);
        }
        assertThat(seen).containsExactly("Let me see.", "weather {\"celsius\":20}", "No.");
    }

    /** Two calls in one streamed reply, whose fragments arrive by turns; then the answer. */
    @Test
    void callsThatAreStreamedInFragmentsAreAnswered() throws Exception {
        String first = chunk(
                        "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":["
                                + "{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"\"}}]}")
                + chunk("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"town\\\":\"}}]}")
                + chunk("{\"tool_calls\":[{\"index\":1,\"id\":\"b\",\"type\":\"function\",\"function\":"
                        + "{\"name\":\"weather\",\"arguments\":\"{\\\"town\\\":\\\"Ro\"}}]}")
                + chunk("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"Oslo\\\"}\"}},"
                        + "{\"index\":1,\"function\":{\"arguments\":\"me\\\"}\"}}]}")
                + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\ndata: [DONE]\n\n";
        String second = chunk("{\"content\":\"In \"}") + chunk("{\"content\":\"Oslo.\"}")
                + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
        Queue<String> replies = new ArrayDeque<>(List.of(first, second));
        List<String> bodies = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] reply = replies.remove().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        try (PromptEngine engine = PromptEngine.builder()
                .apiKey("k")
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/v1")
                .tool("weather", arguments -> {
                    seen.add(arguments.toString());
                    return WARM;
                })
                .build()) {
            List<String> texts = new ArrayList<>();
            Result result = engine.load("trip.prompt", TEXT).stream(Map.of(), texts::add);
            assertThat(result.output()).isEqualTo(Json.of("In Oslo."));
            assertThat(texts).containsExactly("In ", "Oslo.");
        } finally {
            server.stop(0);
        }
        assertThat(seen).containsExactly("{\"town\":\"Oslo\"}", "{\"town\":\"Rome\"}");
        assertThat(bodies.get(1)).contains("\"tool_call_id\":\"a\"", "\"tool_call_id\":\"b\"", "\"stream\":true");
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

    private static String chunk(String delta) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":null}]}\n\n";
    }
}
