package dev.cuecard.check.define;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.check.names.Entry;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;

/** The mistakes of inputs, lets, templates and tools. */
final class DefinitionErrors {

    private DefinitionErrors() {}

    static Diagnostic circle(Entry entry, Span use, List<Entry> chain) {
        Diagnostic.Builder circle = error(
                        Code.P227, Quoted.of(entry.name().text()) + " depends on itself", use, "leads back to it")
                .and(entry.name().span(), "declared here");
        return (chain.size() > 1 ? circle.note("the circle: " + path(chain)) : circle).done();
    }

    static Diagnostic recursive(Entry entry, Span use, List<Entry> chain) {
        Diagnostic.Builder circle = error(
                        Code.P228,
                        "the template " + Quoted.of(entry.name().text()) + " calls itself",
                        use,
                        "leads back to it")
                .and(entry.name().span(), "declared here");
        return (chain.size() > 1 ? circle.note("the circle: " + path(chain)) : circle).done();
    }

    private static String path(List<Entry> chain) {
        List<String> names = new ArrayList<>();
        chain.forEach(entry -> names.add(Quoted.of(entry.name().text())));
        names.add(names.get(0));
        return String.join(" → ", names);
    }

    static Diagnostic needsInput(Entry entry, Span use) {
        return error(
                        Code.P108,
                        Quoted.of(entry.name().text()) + " needs an input of the prompt that declares it",
                        use,
                        "cannot be used here")
                .and(entry.name().span(), "declared here")
                .note("the inputs of an imported prompt stay behind")
                .done();
    }

    static Diagnostic tooDeep(Entry entry, Span use, int most) {
        return error(Code.P230, "too many names need each other, one after the other", use, "one more than may do so")
                .and(entry.name().span(), "declared here")
                .note("a chain of names has at most " + most)
                .done();
    }

    static Diagnostic noType(String name, Span at) {
        return error(Code.P229, "the type of " + Quoted.of(name) + " is not said", at, "neither a type nor a default")
                .help("write it after the name: `" + name + ": string`")
                .done();
    }

    static Diagnostic vague(String name, Span value) {
        return error(
                        Code.P229,
                        "the type of " + Quoted.of(name) + " cannot be told from its default",
                        value,
                        "says too little")
                .help("write the type, too: `" + name + ": string[] = []`")
                .done();
    }

    static Diagnostic toolDefault(Span value, String tool) {
        return error(Code.P231, "a parameter of a tool has no default", value, "nobody takes this value")
                .note("the model gives the arguments of " + Quoted.of(tool))
                .help("mark the parameter as optional, with `?` after its name")
                .done();
    }

    static Diagnostic toolName(Span at, String name) {
        return error(Code.P231, "the API does not take the tool name " + Quoted.of(name), at, "not a name for a tool")
                .note("a tool's name has at most 64 ASCII letters, digits and `_`")
                .done();
    }

    static Diagnostic unknownMode(Span at, String mode, String of, String only) {
        return error(Code.P308, "unknown mode " + Quoted.of(mode), at, "not a mode of " + Quoted.of(of))
                .note(only)
                .done();
    }
}
