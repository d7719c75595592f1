package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.chat.Timeouts;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.output.Outcome;
import dev.cuecard.sim.SimFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs rehearse faults in process: no server, no key, and all that follows is as with one. */
@Timeout(60)
class SimulatorFaultsTest {

    private static final String PROMPT = """
            prompt triage

            model "sim"

            user "Reply in JSON: {{ shape() }}"

            output json {
              urgency: integer
              team: "billing" | "support"
            } reask 0
            """;

    private static PromptEngineBuilder builder() {
        return PromptEngine.builder()
                .retries(0)
                .timeouts(Timeouts.DEFAULT
                        .with(Timeouts.Name.BYTES, Duration.ofMillis(50))
                        .with(Timeouts.Name.FIRST, Duration.ofMillis(50))
                        .with(Timeouts.Name.DATA, Duration.ofMillis(50)));
    }

    private static Result run(PromptEngineBuilder builder, boolean streams) throws InterruptedException {
        try (PromptEngine engine = builder.build()) {
            Prompt prompt = engine.load("triage.prompt", PROMPT);
            return streams ? prompt.stream(Map.of(), text -> {}) : prompt.run(Map.of());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TRUNCATE, TRUNCATED, P507, P507",
        "FENCE, VALID, , ",
        "PROSE, VALID, , ",
        "WRONG_TYPE, SCHEMA_VIOLATION, P501, P501",
        "MISSING_FIELD, SCHEMA_VIOLATION, P501, P501",
        "EMPTY, EMPTY, P508, P508",
        "REFUSAL, REFUSED, P504, P504",
        "CONTENT_FILTER, BLOCKED, P505, P505",
        "KEY, PROVIDER_ERROR, P722, P722",
        "RATE_LIMIT, PROVIDER_ERROR, P728, P728",
        "QUOTA, PROVIDER_ERROR, P729, P729",
        "SERVER_ERROR, PROVIDER_ERROR, P730, P730",
        "OVERLOADED, PROVIDER_ERROR, P730, P730",
        "HTML, PROVIDER_ERROR, P734, P734",
        "EMPTY_BODY, PROVIDER_ERROR, P732, P732",
        "ERROR_IN_REPLY, PROVIDER_ERROR, P736, P736",
        "CUT_STREAM, PROVIDER_ERROR, P733, P733",
        "STALL, PROVIDER_ERROR, P716, P716",
        "NO_REPLY, PROVIDER_ERROR, P715, P715",
    })
    void eachFaultIsMetAsThatOfAServer(SimFault fault, Outcome outcome, Code whole, Code streamed)
            throws InterruptedException {
        for (boolean streams : new boolean[] {false, true}) {
            Result result = run(builder().simulatorFault(fault, 1), streams);
            assertThat(result.outcome()).as("%s", result.findings()).isEqualTo(outcome);
            Code code = streams ? streamed : whole;
            assertThat(result.findings())
                    .extracting(finding -> finding.code())
                    .isEqualTo(code == null ? List.of() : List.of(code));
            assertThat(result.envelope().provider()).isEqualTo("sim");
        }
    }

    @ParameterizedTest
    @EnumSource(SimFault.class)
    void everyFaultIsTold(SimFault fault) throws InterruptedException {
        Result result = run(builder().simulatorFault(fault, 1), false);
        boolean mended = fault == SimFault.FENCE || fault == SimFault.PROSE;
        assertThat(result.isValid()).isEqualTo(mended);
        assertThat(result.envelope().recoveries().isEmpty()).isEqualTo(!mended);
    }

    @Test
    void theSameSeedMeetsTheSameFaultsAgain() throws InterruptedException {
        List<String> outcomes = new ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            PromptEngineBuilder one = builder().simulatorSeed(seed).simulatorFault(SimFault.SERVER_ERROR, 0.5);
            PromptEngineBuilder other = builder().simulatorSeed(seed).simulatorFault(SimFault.SERVER_ERROR, 0.5);
            Result first = run(one, false);
            Result second = run(other, false);
            assertThat(first.outcome()).isEqualTo(second.outcome());
            assertThat(first.isValid() ? first.output() : null).isEqualTo(second.isValid() ? second.output() : null);
            outcomes.add(first.outcome().word());
        }
        assertThat(outcomes.stream().filter("valid"::equals).count()).isBetween(8L, 32L);
    }

    @Test
    void anotherAttemptMayGoWell() throws InterruptedException {
        long retried = 0;
        for (int seed = 0; seed < 12; seed++) {
            Result result = run(
                    PromptEngine.builder().retries(6).simulatorSeed(seed).simulatorFault(SimFault.NO_REPLY, 0.3),
                    false);
            assertThat(result.isValid()).as("%s", result.findings()).isTrue();
            assertThat(result.envelope().simulated()).isTrue();
            retried += result.envelope().attempts().get(0).retries();
        }
        assertThat(retried).isPositive();
    }

    @Test
    void aRateIsAShare() {
        assertThatThrownBy(() -> PromptEngine.builder().simulatorFault(SimFault.HTML, 1.1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
