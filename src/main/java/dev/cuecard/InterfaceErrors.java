package dev.cuecard;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import java.lang.reflect.Method;
import java.util.List;

/** Mistakes in interfaces that prompts are to answer, one method a mistake. */
final class InterfaceErrors {

    private InterfaceErrors() {}

    static Diagnostic noInterface(Class<?> type) {
        return Diagnostic.error(
                        Code.P797, Quoted.of(type.getSimpleName()) + " is no interface that a prompt can answer")
                .note("an interface that is not sealed, with at least one method without a body, can be answered")
                .done();
    }

    static Diagnostic noFile(Method method) {
        return Diagnostic.error(Code.P797, Quoted.of(name(method)) + " names no prompt")
                .help("name its file: @PromptFile(\"" + method.getName() + ".prompt\")")
                .done();
    }

    static Diagnostic noReturn(Method method, Prompt prompt) {
        return Diagnostic.error(
                        Code.P797,
                        Quoted.of(name(method)) + " returns nothing",
                        prompt.place(),
                        "this is what it could return")
                .note("returned can be the output, an `Optional` of it, a `TypedResult` of it, a `Result`, and a"
                        + " `CompletableFuture` of each")
                .done();
    }

    static Diagnostic noName(Method method, int index) {
        return Diagnostic.error(
                        Code.P797, "parameter " + (index + 1) + " of " + Quoted.of(name(method)) + " has no name")
                .note("the compiler keeps the names of parameters with `-parameters` alone")
                .help("compile with `-parameters`, or name it: @Spelled(\"input\")")
                .done();
    }

    static Diagnostic noInput(Method method, String parameter, Prompt prompt) {
        List<String> names =
                prompt.checked().inputs().stream().map(CheckedInput::name).toList();
        String near = Nearest.of(parameter, names);
        return Diagnostic.error(
                        Code.P797,
                        "the parameter " + Quoted.of(parameter) + " of " + Quoted.of(name(method))
                                + " is no input of the prompt",
                        prompt.place(),
                        "the prompt that answers it")
                .note(names.isEmpty() ? "it has no inputs" : "its inputs: " + Quoted.choices(parameter, names))
                .help(near == null ? null : "did you mean " + Quoted.of(near) + "?")
                .done();
    }

    static Diagnostic notGiven(Method method, CheckedInput input) {
        return Diagnostic.error(
                        Code.P797,
                        Quoted.of(name(method)) + " has no parameter for " + Quoted.of(input.name()),
                        input.origin(),
                        "this has to be given")
                .help("add the parameter, or give the input a default")
                .done();
    }

    /** What messages call a method. */
    static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
