package dev.cuecard.tool;

import dev.cuecard.chat.Seconds;
import dev.cuecard.check.CheckedTool;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonDocument;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.host.HostCall;
import dev.cuecard.schema.validate.Violation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mistakes of tools and of those who call them, one method a mistake. */
public final class ToolErrors {

    private ToolErrors() {}

    /** Code for a tool that the prompt does not have; {@code at} is where it is named, or null. */
    public static Diagnostic unknown(String name, String prompt, List<String> known, @Nullable Span at) {
        String message = "the prompt " + Quoted.of(prompt) + " has no tool " + Quoted.of(name);
        String near = Nearest.of(name, known);
        Diagnostic.Builder error = at == null
                ? Diagnostic.error(Code.P770, message)
                : Diagnostic.error(Code.P770, message, at, "not a tool of this prompt");
        return error.note(known.isEmpty() ? "it has no tools" : "its tools: " + Quoted.choices(name, known))
                .help(near == null ? null : "did you mean " + Quoted.of(near) + "?")
                .done();
    }

    /** An answer that stands for a tool's code; {@code at} is where it is written. */
    public static Diagnostic stub(CheckedTool tool, Violation violation, Span at) {
        Diagnostic.Builder error = Diagnostic.error(
                Code.P774,
                "the stub of the tool " + Quoted.of(tool.name()) + " does not match its type"
                        + (violation.pointer().isEmpty() ? "" : " at " + Quoted.of(violation.pointer())),
                at,
                violation.expected());
        return violation.asked() == null
                ? error.done()
                : error.and(violation.asked(), required(violation)).done();
    }

    static Diagnostic stubsNoObject(JsonDocument document) {
        return Diagnostic.error(
                        Code.P431,
                        "the stubs are not one object",
                        document.span(),
                        "a " + document.value().kind())
                .help("write the results by the names of the tools: {\"weather\": {\"celsius\": 20}}")
                .done();
    }

    static Diagnostic tooManyRounds(int most, List<String> names) {
        return Diagnostic.error(
                        Code.P771,
                        "the model still calls tools after " + most + " " + (most == 1 ? "round" : "rounds") + " of it")
                .note("its last reply calls " + Quoted.and(names) + ", which nobody has answered")
                .done();
    }

    static Diagnostic tooManyCalls(int most, int before, int more) {
        return Diagnostic.error(
                        Code.P771,
                        "the model makes more than " + most + " " + (most == 1 ? "call" : "calls") + " of tools")
                .note(before + " were answered; its last reply makes " + more + " more, which nobody has answered")
                .done();
    }

    static Diagnostic threw(CheckedTool tool, Throwable thrown, boolean ends) {
        return begin(ends, Code.P772, "the tool " + Quoted.of(tool.name()) + " failed", tool.origin(), "declared here")
                .note("its code threw " + HostCall.shown(thrown))
                .note(ends ? "a tool that fails ends the run here" : "the model was told only that it failed")
                .done();
    }

    static Diagnostic late(CheckedTool tool, Duration bound, boolean ends) {
        return begin(
                        ends,
                        Code.P773,
                        "the tool " + Quoted.of(tool.name()) + " took longer than " + Seconds.of(bound),
                        tool.origin(),
                        "declared here")
                .note("its code was interrupted, and its result is not waited for")
                .note(ends ? "a tool that fails ends the run here" : "the model was told that it took too long")
                .done();
    }

    static Diagnostic nonsense(CheckedTool tool, String gave, boolean ends) {
        return begin(
                        ends,
                        Code.P774,
                        "the result of the tool " + Quoted.of(tool.name()) + " cannot be used",
                        tool.origin(),
                        "declared here")
                .note("its code gave " + gave)
                .note(ends ? "a tool that fails ends the run here" : "the model was told only that it failed")
                .done();
    }

    static Diagnostic unfit(CheckedTool tool, Json value, Violation violation, boolean ends) {
        Span asked = violation.asked();
        return begin(
                        ends,
                        Code.P774,
                        "the result of the tool " + Quoted.of(tool.name()) + " does not match its type"
                                + (violation.pointer().isEmpty() ? "" : " at " + Quoted.of(violation.pointer())),
                        asked == null ? tool.origin() : asked,
                        asked == null ? "declared here" : required(violation))
                .note(violation.expected())
                .note("the result: " + Quoted.of(JsonText.compact(value)))
                .note(ends ? "a tool that fails ends the run here" : "the model was told only that it failed")
                .done();
    }

    /** There is code for some tools, but not for those that the model calls. */
    static Diagnostic unmanned(Collection<String> names) {
        return Diagnostic.error(Code.P506, "the model calls " + Quoted.and(names) + ", and there is nothing to answer")
                .note("other tools of the prompt have code; none of the calls of this reply was answered")
                .done();
    }

    private static String required(Violation violation) {
        return violation.kind() == Violation.Kind.UNKNOWN
                ? "its fields are declared here"
                : "required by this declaration";
    }

    private static Diagnostic.Builder begin(boolean ends, Code code, String message, Span at, String label) {
        return ends ? Diagnostic.error(code, message, at, label) : Diagnostic.warning(code, message, at, label);
    }
}
