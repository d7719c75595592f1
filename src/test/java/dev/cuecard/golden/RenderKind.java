package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatRequest;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.data.JsonText;
import dev.cuecard.render.Binding;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Prompts with inputs, and the requests that they make. */
final class RenderKind implements Kind {

    @Override
    public String folder() {
        return "render";
    }

    @Override
    public String input() {
        return ".prompt";
    }

    @Override
    public List<String> companions() {
        return List.of(".inputs.json");
    }

    @Override
    public List<String> outputs() {
        return List.of(".request.json");
    }

    @Override
    public Map<String, String> run(Case golden) throws IOException {
        Pipeline pipeline = new Pipeline();
        CheckedPrompt prompt = pipeline.check(
                golden.source(".prompt"), ProjectFiles.of(golden.file(".prompt"), golden.name() + ".prompt"));
        assertThat(pipeline.findings()).isEmpty();
        Binding binding = pipeline.bind(prompt, golden.has(".inputs.json") ? golden.source(".inputs.json") : null);
        ChatRequest request = pipeline.render(prompt, binding).request();
        assertThat(pipeline.findings()).isEmpty();
        return Map.of(".request.json", JsonText.pretty(request.toJson(), 2) + "\n");
    }
}
