package dev.cuecard;

import dev.cuecard.bind.JavaType;
import dev.cuecard.bind.decode.Decoder;
import dev.cuecard.bind.encode.Encoder;
import dev.cuecard.bind.encode.InputFit;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * A prompt whose inputs and output are Java types, which were compared with its own when it was bound. Immutable and safe
 * for many threads.
 *
 * <pre>{@code
 * enum Label { POSITIVE, NEGATIVE, NEUTRAL }
 * record Review(Label label, double confidence, List<String> reasons, Optional<String> quote) {}
 *
 * Review review = engine.load(Path.of("prompts/sentiment.prompt"))
 *         .bind(Review.class)
 *         .call(Map.of("review", "Best purchase of the year!"));
 * }</pre>
 *
 * @param <I> the inputs: a record with a component for each, or a map by their names
 * @param <O> the output
 */
public final class TypedPrompt<I, O> {

    private final Prompt prompt;
    private final Decoder decoder;

    private TypedPrompt(Prompt prompt, Decoder decoder) {
        this.prompt = prompt;
        this.decoder = decoder;
    }

    /** Binds; with inputs that are a record, or of null, a map. */
    static <I, O> TypedPrompt<I, O> of(
            Prompt prompt, @org.jspecify.annotations.Nullable JavaType inputs, JavaType output) {
        PromptSchemas schemas = prompt.schemas();
        List<Diagnostic> findings = new ArrayList<>();
        if (inputs != null) {
            findings.addAll(InputFit.checkRecord(
                    inputs, schemas.inputType(), prompt.checked().source().span(0, 0)));
        }
        Decoder.Made made = Decoder.of(
                output, "", schemas.outputType(), prompt.checked().output().head());
        findings.addAll(made.findings());
        if (!findings.isEmpty()) {
            findings.sort(Diagnostic.BY_PLACE);
            throw new PromptException(findings);
        }
        return new TypedPrompt<>(prompt, Objects.requireNonNull(made.decoder()));
    }

    /** The prompt without the types. */
    public Prompt prompt() {
        return prompt;
    }

    /**
     * Runs the prompt and gives its output.
     *
     * @throws PromptException when there is a mistake in the inputs, or the output does not go into its type (P796)
     * @throws NoOutputException when the outcome is another than valid; {@link #run} tells it as a value
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
    public O call(I inputs) throws InterruptedException {
        return run(inputs).value();
    }

    /**
     * Runs the prompt.
     *
     * @throws PromptException when there is a mistake in the inputs, so that there is nothing to send
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
    public TypedResult<O> run(I inputs) throws InterruptedException {
        return typed(prompt.run(map(inputs)));
    }

    /**
     * Runs the prompt with options.
     *
     * @return the result; a mistake in the inputs is one, too, unless they cannot be written as JSON
     * @throws PromptException when the inputs cannot be written as JSON
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
    public TypedResult<O> run(I inputs, RunOptions options) throws InterruptedException {
        return typed(prompt.run(map(inputs), options));
    }

    /**
     * Runs the prompt with options and tells of the reply as it arrives.
     *
     * @param listener hears of it on this thread
     * @return the result; a mistake in the inputs is one, too, unless they cannot be written as JSON
     * @throws PromptException when the inputs cannot be written as JSON
     * @throws InterruptedException when the thread is interrupted; nothing is left behind then
     */
    public TypedResult<O> stream(I inputs, RunOptions options, StreamListener listener) throws InterruptedException {
        return typed(prompt.stream(map(inputs), options, listener));
    }

    /** Runs the prompt on another thread; see {@link Prompt#runAsync(Map, RunOptions)}. */
    public CompletableFuture<TypedResult<O>> runAsync(I inputs, RunOptions options) {
        return prompt.async(options, known -> run(inputs, known));
    }

    /** Renders the request that a run would send. Sends nothing. */
    public Rendering render(I inputs) {
        return prompt.render(map(inputs));
    }

    /**
     * Validates a reply that was obtained elsewhere. No network.
     *
     * @throws PromptException when there is a mistake in the inputs
     */
    public TypedResult<O> read(String reply, I inputs) {
        return typed(prompt.read(reply, map(inputs)));
    }

    /** A result with its output as a Java value. */
    @SuppressWarnings("unchecked") // the decoder was made for O
    TypedResult<O> typed(Result result) {
        if (!result.isValid()) {
            return new TypedResult<>(result, null, null);
        }
        Decoder.Decoded decoded = decoder.decode(result.output());
        return new TypedResult<>(result, (O) decoded.value(), decoded.mistake());
    }

    private Map<String, ?> map(I inputs) {
        if (inputs instanceof Map<?, ?> map) {
            Map<String, Object> named = new LinkedHashMap<>();
            map.forEach((name, value) -> named.put((String) name, value));
            return named;
        }
        Encoder.Encoded encoded = Encoder.of(
                inputs, inputs.getClass().getSimpleName(), prompt.schemas().inputType());
        if (encoded.json() instanceof Json.Obj object) {
            return object.members();
        }
        throw new PromptException(List.of(Objects.requireNonNull(encoded.mistake())));
    }
}
