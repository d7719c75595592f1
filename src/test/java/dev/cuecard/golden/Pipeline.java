package dev.cuecard.golden;

import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.Checked;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.output.Reading;
import dev.cuecard.output.ReplyReader;
import dev.cuecard.render.Binder;
import dev.cuecard.render.Binding;
import dev.cuecard.render.Given;
import dev.cuecard.render.Overrides;
import dev.cuecard.render.Rendered;
import dev.cuecard.render.Renderer;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.sim.Simulator;
import dev.cuecard.sim.Wanted;
import dev.cuecard.syntax.parse.Parsed;
import dev.cuecard.syntax.parse.PromptParser;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All stages in their order, each only when the ones before it found no error; what they find is collected. */
final class Pipeline {

    private final List<Diagnostic> findings = new ArrayList<>();

    /** Who answers a request. */
    interface Answers {
        ChatOutcome to(ChatRequest request) throws Exception;
    }

    /** What was found so far, in the order in which it was found. */
    List<Diagnostic> findings() {
        return findings;
    }

    /** The same, as a user sees it. */
    String shown() {
        return DiagnosticRenderer.plain().render(findings);
    }

    /**
     * The prompt of a case, or null when it has a mistake or is a library. Its project is the folder of the goldens: of
     * what stands above, no file is read.
     */
    @Nullable
    CheckedPrompt check(Case golden) throws IOException {
        return check(golden.source(".prompt"), ProjectFiles.of(golden.file(".prompt"), golden.name() + ".prompt"));
    }

    /** The prompt, or null when it has a mistake or is a library. */
    @Nullable
    CheckedPrompt check(Source source, FileSource files) {
        Parsed parsed = PromptParser.parse(source);
        Checked checked = Checker.check(parsed, files, CheckOptions.DEFAULT.on(LocalDate.of(2026, 11, 24)));
        findings.addAll(checked.findings());
        return checked.prompt();
    }

    /**
     * The inputs.
     *
     * @param inputs a text that holds a JSON object, or null for none; in it, {@code {"repeat": "x", "times": 9}} is
     *     the text of so many x
     */
    Binding bind(CheckedPrompt prompt, @Nullable Source inputs) {
        Map<String, Given> given =
                inputs == null ? Map.of() : Given.members(((JsonReading.Parsed) JsonText.parse(inputs)).document());
        Map<String, Given> all = new LinkedHashMap<>(given);
        all.replaceAll((name, value) -> repeated(value));
        Binding binding = new Binder(prompt, Limits.DEFAULT).bind(all);
        findings.addAll(binding.findings());
        return binding;
    }

    private static Given repeated(Given given) {
        return given.value() instanceof Json.Obj object
                        && object.get("repeat") instanceof Json.Str text
                        && object.get("times") instanceof Json.Num times
                ? new Given(
                        Json.of(text.value().repeat(times.value().intValueExact())), given.document(), given.pointer())
                : given;
    }

    /** The request. */
    Rendered render(CheckedPrompt prompt, Binding binding) {
        if (binding.bound() == null) {
            return new Rendered(null, List.of(), List.of(), List.of());
        }
        Rendered rendered = new Renderer(prompt, Limits.DEFAULT).render(binding.bound(), Overrides.NONE);
        findings.addAll(rendered.findings());
        return rendered;
    }

    /** The reply, asked for, and what is wrong with it. */
    void ask(CheckedPrompt prompt, Binding binding, ChatRequest request, Answers answers) throws Exception {
        ChatOutcome outcome = answers.to(request);
        if (outcome instanceof ChatOutcome.Failed failed) {
            findings.add(failed.diagnostic());
        } else if (outcome instanceof ChatOutcome.Answered answered) {
            findings.addAll(answered.findings());
            read(prompt, binding, answered.reply(), request.model(), true);
        }
    }

    /** A reply, and what is wrong with it. */
    Reading read(CheckedPrompt prompt, Binding binding, ChatReply reply, @Nullable String model, boolean recover) {
        ReplyReader reader = new ReplyReader(prompt, Limits.DEFAULT);
        String name = "reply" + (model == null ? "" : " from " + model);
        Reading reading = reader.read(reply, name, Objects.requireNonNull(binding.bound()), recover);
        findings.addAll(reading.findings());
        return reading;
    }

    /** The simulator in process, which is told what the prompt wants. */
    static ChatOutcome simulate(CheckedPrompt prompt, Binding binding, ChatRequest request) {
        ReplyReader reader = new ReplyReader(prompt, Limits.DEFAULT);
        Wanted wanted = Wanted.of(
                prompt.output(),
                value -> binding.bound() != null
                        && reader.read(reply(JsonText.compact(value)), "reply", binding.bound(), false)
                                .isValid());
        return new Simulator(0, 0, wanted).complete(request);
    }

    /** A reply that is this text. */
    static ChatReply reply(String text) {
        return new ChatReply(null, text, null, List.of(), "stop", null, null, false);
    }

    /** A reply that is this value. */
    static ChatReply reply(Json value) {
        return reply(JsonText.compact(value));
    }
}
