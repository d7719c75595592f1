package dev.cuecard;

import dev.cuecard.bind.JavaType;
import dev.cuecard.bind.Spelled;
import dev.cuecard.bind.decode.Decoder;
import dev.cuecard.bind.encode.Encoder;
import dev.cuecard.bind.encode.InputFit;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A method that a prompt answers, compared with it: which argument is which input, and what its output becomes. */
final class AnsweredMethod {

    private final Prompt prompt;
    private final Method method;
    private final List<@Nullable String> inputs = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();
    private final boolean async;
    private final JavaType wanted;
    private final @Nullable Decoder decoder;

    /** The method is compared; what does not go together is among {@link #findings}. */
    AnsweredMethod(Prompt prompt, Method method) {
        this.prompt = prompt;
        this.method = method;
        parameters();
        JavaType whole = JavaType.of(method.getAnnotatedReturnType());
        async = whole.raw() == CompletableFuture.class;
        wanted = async ? whole.arg(0) : whole;
        decoder = decoder();
    }

    List<Diagnostic> findings() {
        return findings;
    }

    private void parameters() {
        Set<String> given = new HashSet<>();
        Parameter[] parameters = method.getParameters();
        if (isWhole(parameters)) {
            findings.addAll(InputFit.checkRecord(
                    JavaType.of(parameters[0].getAnnotatedType()),
                    prompt.schemas().inputType(),
                    prompt.place()));
            inputs.add(null);
            return;
        }
        for (int i = 0; i < parameters.length; i++) {
            Parameter parameter = parameters[i];
            String name = isOurs(parameter) ? null : name(parameter);
            inputs.add(name);
            if (name != null) {
                // What is only misspelt is not missing, too.
                String near = prompt.input(name) == null ? Nearest.of(name, names()) : null;
                given.add(near == null ? name : near);
                input(parameter, name);
            } else if (!isOurs(parameter)) {
                findings.add(InterfaceErrors.noName(method, i));
            }
        }
        if (allNamed(parameters)) {
            for (CheckedInput input : prompt.checked().inputs()) {
                if (input.required() && !given.contains(input.name())) {
                    findings.add(InterfaceErrors.notGiven(method, input));
                }
            }
        }
    }

    private List<String> names() {
        return prompt.checked().inputs().stream().map(CheckedInput::name).toList();
    }

    /** Whether no parameter lacks a name: else a missing input may well be the one without. */
    private static boolean allNamed(Parameter[] parameters) {
        return Arrays.stream(parameters).allMatch(one -> isOurs(one) || name(one) != null);
    }

    private void input(Parameter parameter, String name) {
        CheckedInput input = prompt.input(name);
        if (input == null) {
            findings.add(InterfaceErrors.noInput(method, name, prompt));
            return;
        }
        JavaType java = JavaType.of(parameter.getAnnotatedType());
        findings.addAll(InputFit.check(
                JavaType.isNullable(parameter) ? java.orNull() : java,
                InterfaceErrors.name(method) + "(" + name + ")",
                input.type(),
                input.required(),
                input.origin()));
    }

    /** Whether the one parameter is a record that holds all inputs, and not one of them. */
    private boolean isWhole(Parameter[] parameters) {
        return parameters.length == 1
                && parameters[0].getType().isRecord()
                && !isOurs(parameters[0])
                && !parameters[0].isAnnotationPresent(Spelled.class)
                && prompt.input(parameters[0].getName()) == null;
    }

    private static boolean isOurs(Parameter parameter) {
        return parameter.getType() == RunOptions.class || parameter.getType() == StreamListener.class;
    }

    private static @Nullable String name(Parameter parameter) {
        Spelled spelled = parameter.getAnnotation(Spelled.class);
        return spelled != null ? spelled.value() : parameter.isNamePresent() ? parameter.getName() : null;
    }

    private @Nullable Decoder decoder() {
        Class<?> raw = wanted.raw();
        if (raw == void.class || raw == Void.class) {
            findings.add(InterfaceErrors.noReturn(method, prompt));
            return null;
        } else if (raw == Result.class) {
            return null;
        }
        JavaType output = raw == Optional.class || raw == TypedResult.class ? wanted.arg(0) : wanted;
        Decoder.Made made = Decoder.of(
                output,
                InterfaceErrors.name(method),
                prompt.schemas().outputType(),
                prompt.checked().output().head());
        findings.addAll(made.findings());
        return made.decoder();
    }

    /** Answers a call. */
    @Nullable
    Object answer(@Nullable Object @Nullable [] arguments) throws InterruptedException {
        @Nullable Object[] all = arguments == null ? new Object[0] : arguments;
        Map<String, Object> values = new LinkedHashMap<>();
        RunOptions options = RunOptions.DEFAULT;
        StreamListener listener = null;
        for (int i = 0; i < all.length; i++) {
            String name = inputs.get(i);
            Object value = all[i];
            if (name != null) {
                // An argument that is null is an input that is not given, unless null is what it may be.
                if (value != null || takesNull(name)) {
                    values.put(name, value == null ? Json.nil() : value);
                }
            } else if (value instanceof RunOptions given) {
                options = given;
            } else if (value instanceof StreamListener given) {
                listener = given;
            } else if (value instanceof Record record) {
                values.putAll(whole(record));
            }
        }
        StreamListener hears = listener;
        return async
                ? prompt.async(options, known -> wanted(run(values, known, hears)))
                : wanted(run(values, options, hears));
    }

    private boolean takesNull(String name) {
        CheckedInput input = prompt.input(name);
        return input != null && input.required() && dev.cuecard.schema.Types.acceptsNull(input.type());
    }

    private Map<String, Json> whole(Record record) {
        Encoder.Encoded encoded = Encoder.of(
                record, record.getClass().getSimpleName(), prompt.schemas().inputType());
        if (encoded.json() instanceof Json.Obj object) {
            return object.members();
        }
        throw new PromptException(List.of(Objects.requireNonNull(encoded.mistake())));
    }

    private Result run(Map<String, ?> values, RunOptions options, @Nullable StreamListener listener)
            throws InterruptedException {
        return listener == null ? prompt.run(values, options) : prompt.stream(values, options, listener);
    }

    /** What the method returns of a result. */
    @SuppressWarnings("NullAway") // a future may hold null, where the output may be null
    private Object wanted(Result result) {
        if (decoder == null) {
            return result;
        }
        TypedResult<?> typed;
        if (result.isValid()) {
            Decoder.Decoded decoded = decoder.decode(result.output());
            typed = new TypedResult<>(result, decoded.value(), decoded.mistake());
        } else {
            typed = new TypedResult<>(result, null, null);
        }
        if (wanted.raw() == TypedResult.class) {
            return typed;
        }
        // A mistake in the inputs is one of the program, whatever it wants back.
        result.orThrow();
        return wanted.raw() == Optional.class && !result.isValid() ? Optional.empty() : optional(typed.value());
    }

    private @Nullable Object optional(@Nullable Object value) {
        return wanted.raw() == Optional.class ? Optional.ofNullable(value) : value;
    }
}
