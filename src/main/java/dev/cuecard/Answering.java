package dev.cuecard;

import dev.cuecard.bind.match.BindErrors;
import dev.cuecard.diagnostic.Diagnostic;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes an object of an interface whose methods prompts answer, once all of them are found to go together. */
final class Answering implements InvocationHandler {

    private final Class<?> type;
    private final Map<Method, AnsweredMethod> methods = new HashMap<>();

    private Answering(Class<?> type) {
        this.type = type;
    }

    /**
     * The object.
     *
     * @param prompts loads the prompt of a method; throws a {@link PromptException}
     */
    static <T> T of(Class<T> type, Function<Method, Prompt> prompts) {
        List<Diagnostic> findings = new ArrayList<>();
        Answering answering = new Answering(type);
        if (type.isInterface() && !type.isSealed()) {
            Arrays.stream(type.getMethods())
                    .filter(method -> Modifier.isAbstract(method.getModifiers()))
                    // The JDK gives them in no order.
                    .sorted(Comparator.comparing(Method::toString))
                    .forEach(method -> answering.add(method, prompts, findings));
        }
        if (Arrays.stream(type.getMethods()).anyMatch(method -> method.isDefault() && !method.trySetAccessible())) {
            findings.add(BindErrors.closed(type));
        }
        if (answering.methods.isEmpty() && findings.isEmpty()) {
            findings.add(InterfaceErrors.noInterface(type));
        }
        if (!findings.isEmpty()) {
            throw new PromptException(
                    findings.stream().distinct().sorted(Diagnostic.BY_PLACE).toList());
        }
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answering));
    }

    private void add(Method method, Function<Method, Prompt> prompts, List<Diagnostic> findings) {
        try {
            AnsweredMethod answered = new AnsweredMethod(prompts.apply(method), method);
            findings.addAll(answered.findings());
            methods.put(method, answered);
        } catch (PromptException e) {
            findings.addAll(e.findings());
        }
    }

    /** The file that a method names, or its interface for it; null when neither does. */
    static @Nullable String file(Class<?> type, Method method) {
        PromptFile own = method.getAnnotation(PromptFile.class);
        PromptFile all = own == null ? type.getAnnotation(PromptFile.class) : own;
        return all == null ? null : all.value();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        } else if (method.isDefault()) {
            return defaults(method).bindTo(proxy).invokeWithArguments(arguments == null ? new Object[0] : arguments);
        }
        AnsweredMethod answered = Objects.requireNonNull(methods.get(method));
        try {
            return answered.answer(arguments);
        } catch (InterruptedException e) {
            if (Arrays.asList(method.getExceptionTypes()).contains(InterruptedException.class)) {
                throw e;
            }
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("the thread was interrupted");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    /** The body of a default method, whose interface need not be public. */
    private MethodHandle defaults(Method method) throws IllegalAccessException {
        Class<?> declares = method.getDeclaringClass();
        // Of a module that opens its package one can look into it only when one reads it.
        Answering.class.getModule().addReads(declares.getModule());
        return MethodHandles.privateLookupIn(declares, MethodHandles.lookup()).unreflectSpecial(method, declares);
    }

    private Object ofObject(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> type.getSimpleName() + " answered by prompts";
        };
    }
}
