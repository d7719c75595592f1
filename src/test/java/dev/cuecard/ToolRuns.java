package dev.cuecard;

import dev.cuecard.data.Json;
import dev.cuecard.output.ToolUse;
import dev.cuecard.render.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A prompt with two tools, and a model that says and calls what a test has it say and call. */
abstract class ToolRuns {

    static final String TEXT = """
            prompt trip
            model "gpt-6-luna" { reasoning_effort = "none" }
            /// The weather of a town.
            tool weather(town: string(1..80), unit?: "C" | "F"): { celsius: number(-90..60), sky?: string }
            tool note(text: string)
            user "Do I need a coat in Oslo?"
            output text
            """;

    static final Json WARM = Json.object().put("celsius", 20).done();
    final ScriptedModel model = new ScriptedModel();
    final List<String> seen = new ArrayList<>();

    PromptEngineBuilder engine() {
        return PromptEngine.builder().client(model);
    }

    Result run(PromptEngineBuilder builder) throws InterruptedException {
        return run(builder, TEXT, RunOptions.DEFAULT);
    }

    static Result run(PromptEngineBuilder builder, String text, RunOptions options) throws InterruptedException {
        try (PromptEngine engine = builder.build()) {
            return engine.load("trip.prompt", text).run(Map.<String, Given>of(), options);
        }
    }

    PromptEngineBuilder withWeather() {
        return engine().tool("weather", arguments -> {
            seen.add(arguments.toString());
            return WARM;
        });
    }

    static List<ToolUse.Outcome> outcomes(Result result) {
        return result.envelope().toolCalls().stream().map(ToolUse::outcome).toList();
    }
}
