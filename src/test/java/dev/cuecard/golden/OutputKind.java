package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.output.Reading;
import dev.cuecard.render.Binding;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replies, and what they are understood to say or what is wrong with them. */
final class OutputKind implements Kind {

    @Override
    public String folder() {
        return "output";
    }

    @Override
    public String input() {
        return ".prompt";
    }

    @Override
    public List<String> companions() {
        return List.of(".inputs.json", ".reply.txt", ".reply.json");
    }

    @Override
    public List<String> outputs() {
        return List.of(".result.json", ".err");
    }

    @Override
    public Map<String, String> run(Case golden) throws IOException {
        Pipeline pipeline = new Pipeline();
        CheckedPrompt prompt = pipeline.check(
                golden.source(".prompt"), ProjectFiles.of(golden.file(".prompt"), golden.name() + ".prompt"));
        assertThat(pipeline.findings()).isEmpty();
        Binding binding = pipeline.bind(prompt, golden.has(".inputs.json") ? golden.source(".inputs.json") : null);
        String model = prompt.model() == null ? null : prompt.model().name();
        Reading reading = pipeline.read(prompt, binding, CannedReply.of(golden), model, true);
        Map<String, String> results = new LinkedHashMap<>();
        results.put(".result.json", JsonText.pretty(json(reading), 2) + "\n");
        if (!reading.findings().isEmpty()) {
            results.put(".err", DiagnosticRenderer.plain().render(reading.findings()));
        }
        return results;
    }

    private static Json json(Reading reading) {
        return Json.object()
                .put("outcome", reading.outcome().word())
                .put("output", reading.output())
                .put(
                        "errors",
                        Json.array(reading.errors().stream()
                                .map(error -> Json.object()
                                        .put("pointer", error.pointer())
                                        .put("message", error.message())
                                        .put("in_reply", place(error.inReply()))
                                        .put("in_prompt", place(error.inPrompt()))
                                        .done())
                                .toList()))
                .put(
                        "recoveries",
                        Json.array(reading.recoveries().stream()
                                .map(recovery -> Json.object()
                                        .put("kind", recovery.kind().word())
                                        .put("message", recovery.message())
                                        .put("at", place(recovery.at()))
                                        .done())
                                .toList()))
                .done();
    }

    private static @Nullable String place(@Nullable Span span) {
        return span == null ? null : span.line() + ":" + span.column();
    }
}
