package dev.cuecard.render;

import dev.cuecard.check.CheckedInput;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.validate.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Mistakes in what a prompt is given, one method a mistake. */
final class InputErrors {

    private InputErrors() {}

    /** Of the missing ones, at least one; the other names are those of inputs that were given or have a default. */
    static Diagnostic missing(List<CheckedInput> missing, Collection<String> given, List<String> defaulted) {
        List<String> names = missing.stream().map(CheckedInput::name).toList();
        String message = "missing " + names.size() + " required " + (names.size() == 1 ? "input" : "inputs") + ": "
                + Quoted.and(names);
        Diagnostic.Builder error =
                Diagnostic.error(Code.P401, message, missing.get(0).origin(), "declared here without a default");
        missing.stream().skip(1).forEach(input -> error.and(input.origin(), "and here"));
        String left = defaulted.isEmpty()
                ? ""
                : "; left to " + (defaulted.size() == 1 ? "its default: " : "their defaults: ")
                        + Quoted.list(defaulted);
        return error.note("given: " + (given.isEmpty() ? "nothing" : Quoted.list(given)) + left)
                .help("pass " + (names.size() == 1 ? "it" : "them") + " with `"
                        + names.stream().map(name -> "--var " + name + "=...").collect(Collectors.joining(" "))
                        + "`")
                .done();
    }

    static Diagnostic unknown(String name, @Nullable Span at, List<String> known) {
        String message = "unknown input " + Quoted.of(name);
        Diagnostic.Builder error = at == null
                ? Diagnostic.error(Code.P402, message)
                : Diagnostic.error(Code.P402, message, at, "not an input of this prompt");
        String near = Nearest.of(name, known);
        return error.note(
                        known.isEmpty()
                                ? "this prompt has no inputs"
                                : "the inputs of this prompt: " + Quoted.choices(name, known))
                .help(near == null ? null : "did you mean " + Quoted.of(near) + "?")
                .done();
    }

    /** A given value that does not fit; {@code more} further places of the same input do not either. */
    static Diagnostic unfit(
            String name, Given given, Json value, @Nullable Span declared, Violation violation, int more) {
        String message = Quoted.of(name) + " does not fit its type"
                + (violation.pointer().isEmpty() ? "" : " at " + Quoted.of(violation.pointer()));
        Span asked = violation.asked() == null ? declared : violation.asked();
        Span place = given.place(violation);
        Diagnostic.Builder error;
        if (place != null) {
            error = Diagnostic.error(Code.P403, message, place, violation.expected());
            if (asked != null) {
                error.and(asked, declaration(violation));
            }
        } else {
            error = asked == null
                    ? Diagnostic.error(Code.P403, message)
                    : Diagnostic.error(Code.P403, message, asked, declaration(violation));
            error.note(violation.expected());
            error.note("the value: " + Quoted.of(JsonText.compact(value)));
        }
        return more(error, more).done();
    }

    /** A computed default that does not fit. */
    static Diagnostic unfitDefault(CheckedInput input, Span at, Json value, Violation violation) {
        return Diagnostic.error(
                        Code.P403,
                        "the default of " + Quoted.of(input.name()) + " does not fit its type"
                                + (violation.pointer().isEmpty() ? "" : " at " + Quoted.of(violation.pointer())),
                        at,
                        violation.expected())
                .and(violation.asked() == null ? input.origin() : violation.asked(), "required by this declaration")
                .note("with these inputs it is " + Quoted.of(JsonText.compact(value)))
                .done();
    }

    private static String declaration(Violation violation) {
        return violation.kind() == Violation.Kind.UNKNOWN
                ? "its fields are declared here"
                : "required by this declaration";
    }

    private static Diagnostic.Builder more(Diagnostic.Builder error, int more) {
        return more == 0 ? error : error.note(more + " more " + (more == 1 ? "place does" : "places do") + " not fit");
    }

    static Diagnostic halfCharacter(String name, String unit, @Nullable Span place, @Nullable Span declared) {
        String message = "a text of " + Quoted.of(name) + " holds half a character: `" + unit + "`";
        if (place != null) {
            return Diagnostic.error(Code.P404, message, place, "not well-formed Unicode")
                    .done();
        }
        return declared == null
                ? Diagnostic.error(Code.P404, message).done()
                : Diagnostic.error(Code.P404, message, declared, "declared here")
                        .done();
    }

    static Diagnostic tooLarge(String name, String what, @Nullable Span place, @Nullable Span declared) {
        String message = Quoted.of(name) + " is too large: " + what;
        if (place != null) {
            return Diagnostic.error(Code.P405, message, place, "given here").done();
        }
        return declared == null
                ? Diagnostic.error(Code.P405, message).done()
                : Diagnostic.error(Code.P405, message, declared, "declared here")
                        .done();
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
