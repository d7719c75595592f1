package dev.cuecard;

import dev.cuecard.bind.JavaType;
import dev.cuecard.bind.TypeRef;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.config.Configuration;
import dev.cuecard.chat.route.Destination;
import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.model.Retirement;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonText;
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
import dev.cuecard.schema.Types;
import dev.cuecard.schema.validate.Violation;
import dev.cuecard.tool.CompiledTool;
import dev.cuecard.tool.StubReading;
import dev.cuecard.tool.ToolErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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

    /** Its inputs, in their order. */
    public List<PromptInput> inputs() {
        return checked.inputs().stream().map(PromptInput::of).toList();
    }

    /** What it answers with. */
    public PromptOutput output() {
        CheckedOutput output = checked.output();
        return new PromptOutput(output.mode(), Types.show(schemas().outputType()), output.reask(), outputSchema());
    }

    /** The JSON Schema (draft 2020-12) of the inputs as one object, as text over several lines. */
    public String inputSchema() {
        return JsonText.pretty(schemas().input(), 2);
    }

    /** The JSON Schema (draft 2020-12) that outputs are validated against, as text over several lines. */
    public String outputSchema() {
        return JsonText.pretty(schemas().output(), 2);
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
     * Compares the output with a Java type, once: what does not go together is told now, not by the first reply.
     *
     * @param output a record, an enum, a sealed interface of records, {@code String}, {@code double} …
     * @throws PromptException with a diagnostic (P790 to P798) for each difference, which names both places
     */
    public <O> TypedPrompt<Map<String, ?>, O> bind(Class<O> output) {
        return TypedPrompt.of(this, null, JavaType.of(output));
    }

    /**
     * Compares the output with a Java type that has arguments, once.
     *
     * @param output such as {@code new TypeRef<List<Review>>() {}}
     * @throws PromptException as {@link #bind(Class)}
     */
    public <O> TypedPrompt<Map<String, ?>, O> bind(TypeRef<O> output) {
        return TypedPrompt.of(this, null, output.type());
    }

    /**
     * Compares inputs and output with Java types.
     *
     * @param inputs a record with a component for each input
     * @param output as {@link #bind(Class)}
     * @throws PromptException with a diagnostic for each difference
     */
    public <I extends Record, O> TypedPrompt<I, O> bind(Class<I> inputs, Class<O> output) {
        return TypedPrompt.of(this, JavaType.of(inputs), JavaType.of(output));
    }

    /**
     * Renders the request that a run would send. Sends nothing.
     *
     * @param inputs by the inputs' names: strings, numbers, booleans, enums, dates, records, lists, arrays, maps,
     *     optionals, {@code Json} and null; a picture also as a {@code Path} or bytes; an empty optional is not given
     */
    public Rendering render(Map<String, ?> inputs) {
        return render(inputs, RunOptions.DEFAULT);
    }

    /**
     * Renders the request that a run with options would send. Sends nothing.
     *
     * @param inputs as for {@link #render(Map)}; a {@link Given} among the values knows where it was written
     * @param options of which the model and the settings count here
     * @return the request; a mistake in the inputs is a finding of it, and nothing is thrown
     */
    public Rendering render(Map<String, ?> inputs, RunOptions options) {
        Values values = Values.of(checked, inputs);
        Binding binding =
                values.findings().isEmpty() ? binder.bind(values.given()) : new Binding(null, values.findings());
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
        return run(inputs, RunOptions.DEFAULT).orThrow();
    }

    /**
     * Asks the model as {@link #run(Map)} does, with options.
     *
     * @param inputs as for {@link #render(Map)}
     * @return the result; a mistake in the inputs is one, too
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
    public Result run(Map<String, ?> inputs, RunOptions options) throws InterruptedException {
        return new Run(engine, this, options).of(render(inputs, options));
    }

    /** Begins a conversation: runs that know what was said before. */
    public Conversation conversation() {
        return new Conversation(this, List.of());
    }

    /**
     * Goes on with a conversation that {@link Conversation#toJson} saved; the prompt may have changed since.
     *
     * @throws IllegalArgumentException when the text is no saved conversation, or one with a prompt of another name
     */
    public Conversation conversation(String saved) {
        return Conversation.restored(this, saved);
    }

    /**
     * Runs the prompt on another thread, with its own settings, as {@link #runAsync(Map, RunOptions)} does.
     *
     * @param inputs as for {@link #render(Map)}
     */
    public CompletableFuture<Result> runAsync(Map<String, ?> inputs) {
        return runAsync(inputs, RunOptions.DEFAULT);
    }

    /**
     * Runs the prompt on another thread: one of the engine's executor.
     *
     * <p>A future that is cancelled or completed by someone else (by {@code orTimeout}, say) ends the run within 200 ms,
     * as does the cancellation of the options; the latter gives a result with the outcome {@code cancelled}. A future
     * that depends on this one passes nothing back to it.
     *
     * @param inputs as for {@link #render(Map)}; not to be changed while it runs
     * @return the result; a mistake in the inputs is one, too
     */
    public CompletableFuture<Result> runAsync(Map<String, ?> inputs, RunOptions options) {
        return async(options, known -> run(inputs, known));
    }

    /**
     * Runs the prompt as {@link #runAsync(Map, RunOptions)} does, and tells of the reply as it arrives.
     *
     * @param listener hears of it on the thread that runs the prompt
     */
    public CompletableFuture<Result> streamAsync(Map<String, ?> inputs, RunOptions options, StreamListener listener) {
        return async(options, known -> stream(inputs, known, listener));
    }

    /**
     * An object of an interface whose one method, or each of them, this prompt answers. A {@link PromptFile} on it is not
     * looked at.
     *
     * @param type an interface
     * @throws PromptException with a diagnostic for each difference between a method and the prompt
     * @see PromptEngine#create(Class)
     */
    public <T> T as(Class<T> type) {
        return Answering.of(type, method -> this);
    }

    /** Where messages that speak of the whole prompt point: to the word that says what it answers, else to its start. */
    Span place() {
        Span output = checked.output().head();
        return output == null ? checked.source().span(0, 0) : output;
    }

    <R> CompletableFuture<R> async(RunOptions options, Later.Work<R> work) {
        return Later.start(engine.executor(), options, work);
    }

    /**
     * Runs the prompt and tells of the reply as it arrives.
     *
     * @param inputs as for {@link #render(Map)}
     * @throws PromptException when there is a mistake in the inputs, so that there is nothing to send
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
    public Result stream(Map<String, ?> inputs, StreamListener listener) throws InterruptedException {
        return stream(inputs, RunOptions.DEFAULT, listener).orThrow();
    }

    /**
     * Runs the prompt with options and tells of the reply as it arrives.
     *
     * @param inputs as for {@link #render(Map)}
     * @param listener hears of it on this thread
     * @return the result; a mistake in the inputs is one, too
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
    public Result stream(Map<String, ?> inputs, RunOptions options, StreamListener listener)
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
        return read(reply, "reply", inputs, RunOptions.DEFAULT).orThrow();
    }

    /**
     * Validates a reply that was obtained elsewhere, with options. No network.
     *
     * @param reply the text
     * @param name what messages call the reply
     * @param inputs as for {@link #render(Map)}
     * @return the result; a mistake in the inputs is one, too
     */
    public Result read(String reply, String name, Map<String, ?> inputs, RunOptions options) {
        return new Run(engine, this, options).ofReply(reply, name, render(inputs, options));
    }

    /**
     * Who answers what was rendered: the simulator where it is named, else the engine's provider.
     *
     * @param repeat which of several replies to the same request is wanted of the simulator, from 0
     */
    public ChatClient client(Rendering rendering, int repeat) {
        return new Run(engine, this, RunOptions.DEFAULT).client(rendering, repeat);
    }

    /**
     * Where the requests to a model would go; nothing is sent and no key is read.
     *
     * @param model the model's name, as prompts say it
     */
    public Destination destination(String model) {
        return engine.destination(this, model);
    }

    /**
     * Who answers what was rendered; the simulator calls tools before it does.
     *
     * @param repeat which of several replies to the same request is wanted of the simulator, from 0
     * @param answered the names of the tools to call, beside those that the engine has code for
     */
    public ChatClient client(Rendering rendering, int repeat, Set<String> answered) {
        return new Run(engine, this, RunOptions.DEFAULT).client(rendering, repeat, answered);
    }

    /**
     * Runs what was rendered, and tells of the reply as it arrives.
     *
     * @param rendering a rendering of this prompt; what it found is the result when it has no request
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
    public Result stream(Rendering rendering, RunOptions options, StreamListener listener) throws InterruptedException {
        return new Run(engine, this, options, listener).of(rendering);
    }

    /**
     * Runs what was rendered, and has someone else answer: a recording, say, or one who makes it.
     *
     * @param rendering a rendering of this prompt; what it found is the result when it has no request
     * @param client who answers, whatever the model is called
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
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
