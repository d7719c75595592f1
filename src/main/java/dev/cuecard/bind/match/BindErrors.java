package dev.cuecard.bind.match;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.schema.Type;
import dev.cuecard.schema.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mistakes in binding Java types to prompts, one method a mistake. Each names both places. */
public final class BindErrors {

    private BindErrors() {}

    private static Diagnostic.Builder error(Code code, String message, @Nullable Span at, String label) {
        return at == null ? Diagnostic.error(code, message) : Diagnostic.error(code, message, at, label);
    }

    private static @Nullable Span place(Slot slot, Type type) {
        return type.origin() == null ? slot.origin() : type.origin();
    }

    /** A Java type that holds no JSON. */
    public static Diagnostic unbindable(Slot slot, Type type) {
        return error(Code.P790, slot.named() + " is no type that holds JSON", place(slot, type), "what it should hold")
                .note(
                        "records, enums, sealed interfaces of records, lists, sets, arrays, maps, optionals, strings, numbers,"
                                + " booleans, dates and `Json` do")
                .help("make it " + Quoted.of(Suggestion.of(type)))
                .done();
    }

    /** A Java type that cannot hold what it is to be made of; {@code why} it cannot, or null. */
    public static Diagnostic otherType(Slot slot, Type type, @Nullable String why) {
        String subject = slot.named() + " cannot hold " + Quoted.of(Types.show(type));
        Diagnostic.Builder error = error(Code.P791, subject, place(slot, type), "declared here");
        if (why != null) {
            error.note(why);
        }
        return error.help("make it " + Quoted.of(Suggestion.of(type))).done();
    }

    /** A Java type whose values cannot be given to an input; {@code why} they cannot, or null. */
    public static Diagnostic otherInput(Slot slot, Type type, @Nullable String why) {
        String subject = slot.named() + " does not go into " + Quoted.of(Types.show(type));
        Diagnostic.Builder error = error(Code.P791, subject, place(slot, type), "declared here");
        if (why != null) {
            error.note(why);
        }
        return error.help("make it " + Quoted.of(Suggestion.of(type))).done();
    }

    /** A field of an input that a record does not give. */
    public static Diagnostic notGiven(String record, Type.Obj.Field field) {
        return error(
                        Code.P793,
                        Quoted.of(record) + " has no component for " + Quoted.of(field.name()),
                        field.origin(),
                        "this has to be given")
                .help("add `" + Suggestion.of(field) + "`, or give the input a default")
                .done();
    }

    /** What may be empty where the prompt needs a value. */
    public static Diagnostic mayBeGivenEmpty(Slot slot) {
        return error(
                        Code.P794,
                        slot.named() + " may be empty, but the prompt needs a value",
                        slot.origin(),
                        "this has to be given")
                .help("make it "
                        + Quoted.of(
                                slot.isOptional()
                                        ? slot.content().java().toString()
                                        : slot.java().toString()) + " without `"
                        + (slot.isOptional() ? "Optional" : "@Nullable") + "`, or give the input a default")
                .done();
    }

    /** A name of Java that stands for nothing of the prompt. */
    public static Diagnostic noField(String at, String name, @Nullable Span fields, List<String> known) {
        String near = Nearest.of(name, known);
        return error(
                        Code.P792,
                        Quoted.of(at) + " has no counterpart in the prompt",
                        fields,
                        "its fields are declared here")
                .note(known.isEmpty() ? "there are no fields" : "the fields: " + Quoted.choices(name, known))
                .help(
                        near == null
                                ? "remove it, or add " + Quoted.of(name) + " to the type"
                                : "did you mean " + Quoted.of(near) + "?")
                .done();
    }

    /** A field that a record has no component for. */
    public static Diagnostic leftOut(String record, Type.Obj.Field field) {
        return error(
                        Code.P793,
                        Quoted.of(record) + " has no component for " + Quoted.of(field.name()),
                        field.origin(),
                        "declared here")
                .help("add `" + Suggestion.of(field) + "`, or leave it out on purpose: `@Ignores("
                        + Json.of(field.name()) + ")`")
                .done();
    }

    /** A Java type that cannot hold that there is no value, {@code missing} or null. */
    public static Diagnostic mayBeEmpty(Slot slot, Type type, boolean missing) {
        String word = missing ? "missing" : "null";
        return error(
                        Code.P794,
                        slot.named() + " cannot hold that its value is " + word,
                        missing || type.origin() == null ? slot.origin() : type.origin(),
                        "this may be " + word)
                .help("make it " + Quoted.of("Optional<" + Suggestion.boxed(Types.withoutNull(type)) + ">")
                        + ", or annotate it with `@Nullable`")
                .done();
    }

    /** A literal that an enum has no constant for. */
    public static Diagnostic noConstant(Slot slot, Json literal, @Nullable Span at) {
        return error(
                        Code.P795,
                        Quoted.of(slot.java().toString()) + " has no constant for " + Quoted.of(literal.toString()),
                        at == null ? slot.origin() : at,
                        "one of the values")
                .help("add a constant, and where its name is another: `@Spelled(" + literal + ")`")
                .done();
    }

    /** An alternative that a sealed interface has no record for. */
    public static Diagnostic noRecord(Slot slot, Type branch, List<String> words) {
        String called = words.isEmpty() ? Types.show(branch) : words.get(0);
        return error(
                        Code.P795,
                        Quoted.of(slot.java().toString()) + " has no record for " + Quoted.of(called),
                        place(slot, branch),
                        "one of the alternatives")
                .help("permit a record of that name, or one that says so: `@Spelled("
                        + Json.of(words.isEmpty() ? "tag" : words.get(0)) + ")`")
                .done();
    }

    /** A value that a Java type cannot hold, though it is one of the type of the prompt. */
    public static Diagnostic unfit(Unfit unfit, Json value) {
        Slot slot = unfit.slot();
        return error(
                        Code.P796,
                        slot.named() + " cannot hold the value at " + Quoted.of(unfit.pointer()),
                        slot.origin(),
                        "the prompt allows it here")
                .note("the value: " + Quoted.of(JsonText.compact(value)))
                .note(unfit.holds())
                .done();
    }

    /** A type of a module that does not open its package. */
    public static Diagnostic closed(Class<?> type) {
        return Diagnostic.error(Code.P798, Quoted.of(type.getSimpleName()) + " is not open to Cuecard")
                .note("it stands in the package " + Quoted.of(type.getPackageName()) + " of the module "
                        + Quoted.of(String.valueOf(type.getModule().getName())))
                .help("say so in its `module-info.java`: `opens " + type.getPackageName() + " to dev.cuecard;`")
                .done();
    }

    /** A Java value that no JSON stands for. */
    public static Diagnostic noJson(String at, String what, @Nullable String why, @Nullable String help) {
        Diagnostic.Builder error = Diagnostic.error(Code.P799, Quoted.of(at) + " is given " + what);
        error.note(
                why != null
                        ? why
                        : "given can be strings, numbers, booleans, enums, dates, records, lists, arrays, maps, optionals, `Json`"
                                + " and null");
        return error.help(help).done();
    }
}
