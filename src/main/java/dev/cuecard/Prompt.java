package dev.cuecard;

import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.config.Configuration;
import dev.cuecard.chat.route.Destination;
import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.prompt.Retirement;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.ModelTable;
import dev.cuecard.data.Regex;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.output.ReplyReader;
import dev.cuecard.render.Binder;
import dev.cuecard.render.Binding;
import dev.cuecard.render.ContextWindow;
import dev.cuecard.render.Given;
import dev.cuecard.render.ModelDemands;
import dev.cuecard.render.Overrides;
import dev.cuecard.render.Rendered;
import dev.cuecard.render.Renderer;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.schema.validate.Violation;
import dev.cuecard.tool.CompiledTool;
import dev.cuecard.tool.StubReading;
import dev.cuecard.tool.ToolErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A prompt without mistakes, compiled once: its type is a schema that replies are validated against. Immutable and safe
 * for many threads; made by a {@link PromptEngine} and of use as long as that is open.
 */
public final class Prompt {

    private final PromptEngine engine;
    private final CheckedPrompt checked;
    private final CheckOptions known;
    private final Configuration configured;
    private final List<Diagnostic> warnings;
    private final Binder binder;
    private final Renderer renderer;
    private final ReplyReader reader;
    private final Map<String, CompiledTool> tools = new LinkedHashMap<>();

    Prompt(
            PromptEngine engine,
            CheckedPrompt checked,
            CheckOptions known,
            Configuration configured,
            List<Diagnostic> warnings) {
        this.engine = engine;
        this.checked = checked;
        this.known = known;
        this.configured = configured;
        this.warnings = List.copyOf(warnings);
        this.binder = new Binder(checked, engine.limits());
        this.renderer = new Renderer(checked, engine.limits());
        this.reader = new ReplyReader(checked, engine.limits());
        checked.tools().forEach(tool -> tools.put(tool.name(), new CompiledTool(tool)));
    }

    /** Its name. */
    public String name() {
        return checked.name();
    }

    /** What was found in its file that does not keep it from running. */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    /** What is kept out of its recordings, as the configuration says. */
    public List<Regex> redact() {
        return configured.redact();
    }

    /** What the checker made of its file: for tools that look inside. */
    public CheckedPrompt checked() {
        return checked;
    }

    /** The input of that name, or null. */
    public @Nullable CheckedInput input(String name) {
        return checked.input(name);
    }

    /** The names of its tests, in their order. */
    public List<String> tests() {
        return checked.tests().stream().map(test -> test.name()).toList();
    }

    /** Its schemas and the sketch of its output. */
    public PromptSchemas schemas() {
        return new PromptSchemas(checked);
    }

    /**
     * The inputs that a test gives, {@code history} among them; of a test with rows, those of the first row.
     *
     * @throws PromptException when one of them cannot be computed
     * @throws IllegalArgumentException when there is no such test
     */
    public Map<String, Given> inputsOf(String test) {
        return TestInputs.of(checked, test, engine.limits());
    }

    /**
     * The answers that a test gives for the code of tools, in their order; of a test with rows, for the first row.
     *
     * @throws PromptException when one of them cannot be computed, or does not fit the tool's type
     * @throws IllegalArgumentException when there is no such test
     */
    public Map<String, List<Json>> stubsOf(String test) {
        return TestInputs.stubs(this, test);
    }

    /** Answers for the code of tools, from a JSON object of results, or lists of them, by the names of the tools. */
    public StubReading readStubs(JsonDocument stubs) {
        return StubReading.read(stubs, name(), tools);
    }

    /** What keeps an answer for the code of a tool from its type, or null; {@code at} is where it is written. */
    public @Nullable Diagnostic unfitStub(String tool, Json answer, Span at) {
        CompiledTool compiled = tools.get(tool);
        List<Violation> violations = compiled == null ? List.of() : compiled.violations(answer);
        return compiled == null || violations.isEmpty()
                ? null
                : ToolErrors.stub(compiled.declared(), violations.get(0), at);
    }

    /**
     * Renders the request that a run would send. Sends nothing.
     *
     * @param inputs strings, numbers, booleans, lists, maps, optionals, {@code Json} and null, by the inputs' names
     */
    public Rendering render(Map<String, ?> inputs) {
        return render(Given.all(Values.inputs(inputs)), RunOptions.DEFAULT);
    }

    /** Renders the request that a run would send, of values that know where they were written. */
    public Rendering render(Map<String, Given> inputs, RunOptions options) {
        Binding binding = binder.bind(inputs);
        if (binding.bound() == null) {
            return new Rendering(null, null, List.of(), List.of(), binding.findings());
        }
        Overrides overrides = new Overrides(options.model(), options.settings());
        Rendered rendered = renderer.render(binding.bound(), overrides);
        List<Diagnostic> findings = new ArrayList<>(binding.findings());
        findings.addAll(rendered.findings());
        ChatRequest request = rendered.request();
        Diagnostic retirement = options.model() == null ? null : Retirement.of(options.model(), known);
        Diagnostic over = request == null ? null : ContextWindow.over(request, facts(request));
        if (retirement != null) {
            findings.add(retirement);
        }
        if (over != null) {
            findings.add(over);
        }
        if (request != null) {
            findings.addAll(ModelDemands.refused(request, facts(request)));
        }
        return new Rendering(
                binding.bound(),
                Diagnostic.stops(findings) ? null : request,
                rendered.omitted(),
                rendered.rewritten(),
                findings);
    }

    private @Nullable ModelFacts facts(ChatRequest request) {
        return request.model() == null ? null : models().find(request.model());
    }

    /**
     * Asks the model and validates its reply; asks again, as often as the prompt says, when that is not valid. A fault
     * of the provider and an invalid reply are outcomes, not exceptions.
     *
     * @param inputs as for {@link #render(Map)}
     * @throws PromptException when there is a mistake in the inputs, so that there is nothing to send
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
    public Result run(Map<String, ?> inputs) throws InterruptedException {
        return run(Given.all(Values.inputs(inputs)), RunOptions.DEFAULT).orThrow();
    }

    /** The same with options and of values that know where they were written; a mistake in them is a result, too. */
    public Result run(Map<String, Given> inputs, RunOptions options) throws InterruptedException {
        return new Run(engine, this, options).of(render(inputs, options));
    }

    /**
     * Runs the prompt and tells of the reply as it arrives.
     *
     * @param inputs as for {@link #render(Map)}
     * @throws PromptException when there is a mistake in the inputs, so that there is nothing to send
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
    public Result stream(Map<String, ?> inputs, StreamListener listener) throws InterruptedException {
        return stream(Given.all(Values.inputs(inputs)), RunOptions.DEFAULT, listener)
                .orThrow();
    }

    /** The same with options and of values that know where they were written; a mistake in them is a result, too. */
    public Result stream(Map<String, Given> inputs, RunOptions options, StreamListener listener)
            throws InterruptedException {
        return new Run(engine, this, options, listener).of(render(inputs, options));
    }

    /**
     * Validates a reply that was obtained elsewhere. No network.
     *
     * @param reply the text
     * @param inputs as for {@link #render(Map)}; the conditions on the output may speak of them
     * @throws PromptException when there is a mistake in the inputs
     */
    public Result read(String reply, Map<String, ?> inputs) {
        return read(reply, "reply", Given.all(Values.inputs(inputs)), RunOptions.DEFAULT)
                .orThrow();
    }

    /** The same with options and with the name that messages give the reply. */
    public Result read(String reply, String name, Map<String, Given> inputs, RunOptions options) {
        return new Run(engine, this, options).ofReply(reply, name, render(inputs, options));
    }

    /** Who answers what was rendered: the simulator where it is named, else the engine's provider. */
    public ChatClient client(Rendering rendering, int repeat) {
        return new Run(engine, this, RunOptions.DEFAULT).client(rendering, repeat);
    }

    /** Where the requests to a model would go; nothing is sent and no key is read. */
    public Destination destination(String model) {
        return engine.destination(this, model);
    }

    /** The same; the simulator calls those tools before it answers, and those that the engine has code for. */
    public ChatClient client(Rendering rendering, int repeat, Set<String> answered) {
        return new Run(engine, this, RunOptions.DEFAULT).client(rendering, repeat, answered);
    }

    /** Runs what was rendered, and has someone else answer: a recording, say, or one who makes it. */
    public Result run(Rendering rendering, RunOptions options, ChatClient client) throws InterruptedException {
        return new Run(engine, this, options).of(rendering, client);
    }

    /** Validates a whole reply to what was rendered, with its finish reason or refusal. No network. */
    public Result read(ChatReply reply, String name, Rendering rendering, RunOptions options) {
        return new Run(engine, this, options).ofReply(reply, name, rendering);
    }

    /** How much one rendering may take. */
    public Limits limits() {
        return engine.limits();
    }

    /** What is known of models. */
    public ModelTable models() {
        return known.models();
    }

    /** Its tools, by their names. */
    Map<String, CompiledTool> tools() {
        return tools;
    }

    /** What the files of its project and of the user configure. */
    Configuration configured() {
        return configured;
    }

    ReplyReader reader() {
        return reader;
    }
}
