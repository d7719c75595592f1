package dev.cuecard.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.Result;
import dev.cuecard.RunOptions;
import dev.cuecard.StreamListener;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.cli.Cli;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run makes of each fault that the simulator can rehearse. */
@Timeout(60)
class SimFaultTest {

    private static final String PROMPT = """
            prompt t
            model "gpt-6-luna"
            user "The weather in Paris today, as JSON please."
            output json { city: string celsius: integer } reask 0
            """;

    @ParameterizedTest
    @CsvSource({
        "truncate, truncated, P507",
        "fence, valid,",
        "prose, valid,",
        "wrong-type, schema_violation, P501",
        "missing-field, schema_violation, P501",
        "empty, empty, P508",
        "refusal, refused, P504",
        "content-filter, blocked, P505",
        "401, provider_error, P722",
        "429, provider_error, P728",
        "quota, provider_error, P729",
        "500, provider_error, P730",
        "503, provider_error, P730",
        "html, provider_error, P734",
        "empty-body, provider_error, P732",
        "error-in-reply, provider_error, P736",
        "cut-stream, provider_error, P733",
        "stall, provider_error, P716",
        "no-reply, provider_error, P715",
    })
    void wholeAndStreamed(String word, String outcome, String code) throws Exception {
        for (boolean streams : new boolean[] {false, true}) {
            Result result = run(new Injection(SimFault.of(word), 1), streams);
            assertThat(result.outcome().word()).as("streams: " + streams).isEqualTo(outcome);
            assertThat(
                            result.findings().isEmpty()
                                    ? null
                                    : result.findings().get(0).code().name())
                    .isEqualTo(code);
        }
    }

    @Test
    void everyFaultHasItsRowAndItsLineInTheHelp() throws Exception {
        String rows = Arrays.toString(SimFaultTest.class
                .getDeclaredMethod("wholeAndStreamed", String.class, String.class, String.class)
                .getAnnotation(CsvSource.class)
                .value());
        for (SimFault fault : SimFault.values()) {
            assertThat(rows).contains(fault.word() + ",");
        }
        String help = new Cli().run("sim", "--help").out();
        for (SimFault fault : SimFault.values()) {
            assertThat(help).contains("  " + fault.word() + " ").contains(fault.description());
        }
    }

    @Test
    void aShareOfTheRequestsByTheSeed() throws Exception {
        String first = outcomes(7);
        assertThat(outcomes(7)).isEqualTo(first);
        assertThat(outcomes(8)).isNotEqualTo(first);
        assertThat(first).contains("valid").contains("refused");
    }

    private String outcomes(long seed) throws Exception {
        StringBuilder outcomes = new StringBuilder();
        SimOptions options =
                SimOptions.defaults().withSeed(seed).withFaults(List.of(new Injection(SimFault.REFUSAL, 0.5)));
        try (SimServer server = SimServer.start(options);
                PromptEngine engine = engine(server)) {
            Prompt prompt = engine.load("t.prompt", PROMPT.replace("output json", "output json(strict)"));
            for (int i = 0; i < 20; i++) {
                outcomes.append(prompt.run(Map.of()).outcome().word()).append(' ');
            }
        }
        return outcomes.toString();
    }

    private static Result run(Injection injection, boolean streams) throws Exception {
        Prompt known;
        try (PromptEngine engine = PromptEngine.builder().build()) {
            known = engine.load("t.prompt", PROMPT);
        }
        SimOptions options = SimOptions.defaults()
                .withKnown(List.of(Known.of(known.checked())))
                .withFaults(List.of(injection));
        try (SimServer server = SimServer.start(options);
                PromptEngine engine = engine(server)) {
            Prompt prompt = engine.load("t.prompt", PROMPT);
            StreamListener nobody = text -> {};
            return streams
                    ? prompt.stream(Map.of(), RunOptions.DEFAULT, nobody)
                    : prompt.run(Map.of(), RunOptions.DEFAULT);
        }
    }

    private static PromptEngine engine(SimServer server) {
        return PromptEngine.builder()
                .baseUrl(server.baseUri().toString())
                .retries(0)
                .timeouts(Timeouts.DEFAULT
                        .with(Timeouts.Name.DATA, Duration.ofMillis(200))
                        .with(Timeouts.Name.BYTES, Duration.ofMillis(200)))
                .build();
    }
}
