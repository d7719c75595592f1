package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Severity;
import dev.cuecard.output.Outcome;
import dev.cuecard.output.ToolUse;
import dev.cuecard.tool.ToolException;
import dev.cuecard.tool.ToolRules;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of tools that come to nothing: what the model learns of it, what the host, and what becomes of the run. */
class ToolFailureTest extends ToolRuns {

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
}
