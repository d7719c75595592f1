package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.data.Json;
import dev.cuecard.event.RunEvent;
import dev.cuecard.event.RunListener;
import dev.cuecard.output.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients of providers, facts about models, sources of imports, and listeners that a host adds. */
class ExtensionsTest {

    private static final String HELLO = "prompt hello\nmodel \"%s\"\nuser \"Hello!\"\noutput text";

    @Test
    void aClientAnswersForTheModelsOfItsProvider() throws Exception {
        ScriptedModel own = new ScriptedModel().says("own");
        ScriptedModel others = new ScriptedModel().says("others");
        try (PromptEngine engine =
                PromptEngine.builder().client(others).client("own", own).build()) {
            Result ofOwn = engine.load("a.prompt", HELLO.formatted("own/small")).run(Map.of());
            assertThat(ofOwn.output()).isEqualTo(Json.of("own"));
            assertThat(ofOwn.envelope().provider()).isEqualTo("own");
            assertThat(ofOwn.envelope().requestedModel()).isEqualTo("own/small");
            assertThat(own.requests().get(0).model()).isEqualTo("small");
            assertThat(engine.load("a.prompt", HELLO.formatted("small"))
                            .run(Map.of())
                            .output())
                    .isEqualTo(Json.of("others"));
        }
        assertThatThrownBy(() -> PromptEngine.builder().client("a/b", own))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void factsAboutAModelPriceItsRuns() throws Exception {
        ScriptedModel model = new ScriptedModel().says("Hello.");
        Json.Obj facts = Json.object()
                .put("context_window", 8192)
                .put("input_usd", 1)
                .put("output_usd", 2)
                .done();
        try (PromptEngine engine =
                PromptEngine.builder().client(model).model("small", facts).build()) {
            Result result = engine.load("a.prompt", HELLO.formatted("small")).run(Map.of());
            assertThat(result.envelope().costUsd()).isEqualByComparingTo("0.00012");
        }
        assertThatThrownBy(() -> PromptEngine.builder()
                        .model("small", Json.object().put("input_usd", -1).done()))
                .isInstanceOf(PromptException.class)
                .hasMessageContaining("P742");
        assertThatThrownBy(() -> PromptEngine.builder()
                        .model("small", Json.object().put("price", 1).done()))
                .hasMessageContaining("P741");
    }

    @Test
    void textsImportFromWhereTheHostSays() {
        MemoryFiles files = new MemoryFiles(Map.of("prompts/shared/a.prompt", "let a = \"Hello!\""));
        String text = "prompt hello\nimport { a } from \"shared/a.prompt\"\nuser a";
        try (PromptEngine engine = PromptEngine.builder().files(files).build()) {
            assertThat(engine.check("prompts/hello.prompt", text).findings()).isEmpty();
        }
        try (PromptEngine engine = PromptEngine.builder().build()) {
            assertThat(engine.check("prompts/hello.prompt", text).findings()).hasSize(1);
        }
    }

    /** Keeps what it hears. */
    private record Ears(List<RunEvent> heard, boolean wantsContent) implements RunListener {

        @Override
        public void heard(RunEvent event) {
            heard.add(event);
        }
    }

    private static List<RunEvent> events(boolean content) throws InterruptedException {
        ScriptedModel model =
                new ScriptedModel().calls("weather {\"town\": \"Oslo\"}").says("Take the blue coat.");
        Ears ears = new Ears(new ArrayList<>(), content);
        String text = """
                prompt trip
                model "gpt-6-luna" { reasoning_effort = "none" temperature = 0.2 max_completion_tokens = 300 }
                tool weather(town: string): number
                user "The secret question"
                output text
                """;
        try (PromptEngine engine = PromptEngine.builder()
                .client(model)
                .listener(ears)
                .tool("weather", arguments -> Json.of(-4))
                .build()) {
            assertThat(engine.load("trip.prompt", text).run(Map.of()).outcome()).isEqualTo(Outcome.VALID);
        }
        return ears.heard();
    }

    @Test
    void aListenerHearsOfRunsInTheWordsOfOpenTelemetry() throws Exception {
        List<RunEvent> heard = events(false);
        assertThat(heard)
                .extracting(RunEvent::kind)
                .containsExactly(
                        RunEvent.Kind.CHAT_BEGINS,
                        RunEvent.Kind.CHAT_ENDS,
                        RunEvent.Kind.TOOL_ENDS,
                        RunEvent.Kind.CHAT_BEGINS,
                        RunEvent.Kind.CHAT_ENDS,
                        RunEvent.Kind.RUN_ENDS);
        assertThat(heard).extracting(RunEvent::run).containsOnly(heard.get(0).run());
        assertThat(heard.get(0).attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "gen_ai.operation.name", "chat",
                        "gen_ai.request.model", "gpt-6-luna",
                        "gen_ai.output.type", "text",
                        "gen_ai.request.temperature", 0.2,
                        "gen_ai.request.max_tokens", 300L,
                        "cuecard.prompt", "trip"));
        assertThat(heard.get(1).attributes())
                .containsEntry("gen_ai.response.model", "gpt-6-luna")
                .containsEntry("gen_ai.response.finish_reasons", List.of("tool_calls"))
                .containsEntry("gen_ai.usage.input_tokens", 100L)
                .containsEntry("gen_ai.usage.output_tokens", 10L)
                .containsEntry("cuecard.tool_calls", List.of("weather"));
        assertThat(heard.get(2).attributes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "gen_ai.operation.name", "execute_tool",
                        "gen_ai.tool.name", "weather",
                        "gen_ai.tool.call.id", "call_1_1",
                        "cuecard.prompt", "trip"));
        assertThat(heard.get(5).attributes()).containsEntry("cuecard.outcome", "valid");
    }

    @Test
    void whatIsSaidIsToldOnlyToWhoAsksForIt() throws Exception {
        assertThat(events(false).toString()).doesNotContain("secret", "Oslo", "coat", "-4");
        assertThat(events(true).toString()).contains("The secret question", "Oslo", "blue coat", "-4");
    }

    @Test
    void aRunWithoutAnAnswerIsHeardOfByItsCode() throws Exception {
        Ears ears = new Ears(new ArrayList<>(), false);
        try (PromptEngine engine =
                PromptEngine.builder().client(request -> null).listener(ears).build()) {
            Result result = engine.load("a.prompt", HELLO.formatted("small")).run(Map.of());
            assertThat(result.outcome()).isEqualTo(Outcome.PROVIDER_ERROR);
        }
        assertThat(ears.heard().get(1).attributes()).containsEntry("error.type", "P787");
        assertThat(ears.heard().get(2).attributes()).containsEntry("cuecard.outcome", "provider_error");
    }
}
