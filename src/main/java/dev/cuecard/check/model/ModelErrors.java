package dev.cuecard.check.model;

import static dev.cuecard.diagnostic.Diagnostic.error;
import static dev.cuecard.diagnostic.Diagnostic.warning;

import dev.cuecard.check.CheckedTool;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.TokenCount;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.syntax.Setting;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What does not go with the model of a prompt. */
final class ModelErrors {

    private ModelErrors() {}

    /** {@code known} is the day of the table that says it, or null where a configuration does; as below. */
    static Diagnostic retired(
            ModelFacts model, @Nullable Span named, LocalDate day, @Nullable LocalDate known, boolean isError) {
        String message = "the model " + Quoted.of(model.name()) + " has retired";
        if (named == null) {
            Diagnostic.Builder retired = warning(Code.P310, message).note("it answers no more since " + day);
            return source(retired, known).help(replacement(model)).done();
        }
        String label = "answers no more since " + day;
        Diagnostic.Builder retired =
                isError ? error(Code.P310, message, named, label) : warning(Code.P310, message, named, label);
        return source(retired, known).help(replacement(model)).done();
    }

    static Diagnostic retires(ModelFacts model, @Nullable Span named, LocalDate day, @Nullable LocalDate known) {
        String message = "the model " + Quoted.of(model.name()) + " retires on " + day;
        Diagnostic.Builder retires =
                named == null ? warning(Code.P319, message) : warning(Code.P319, message, named, "answers until then");
        return source(retires, known).help(replacement(model)).done();
    }

    private static Diagnostic.Builder source(Diagnostic.Builder builder, @Nullable LocalDate known) {
        return known == null
                ? builder
                : builder.note("as it was known on " + known + "; what is known later stands in `cuecard.json`");
    }

    /**
     * What is written in the messages is more than the model reads.
     *
     * @param largest the message with the most of it
     * @param named where the model is named
     */
    static Diagnostic overWindow(ModelFacts model, Span largest, Span named, TokenCount count, long most) {
        return error(
                        Code.P322,
                        "the text of the messages alone is over the context window of " + Quoted.of(model.name()),
                        largest,
                        "most of it stands here")
                .and(named, "reads at most " + most + " tokens")
                .note((count.exact() ? "it has " : "it has, by an estimate, ") + count.tokens()
                        + " tokens without any input")
                .done();
    }

    private static @Nullable String replacement(ModelFacts model) {
        return model.replacement() == null ? null : "use its replacement: `\"" + model.replacement() + "\"`";
    }

    /**
     * What the model does not take, where the prompt asks for it.
     *
     * @param at the setting, or its value, or what else asks for it
     * @param thinking the setting that has it think, where that is a part of the mistake
     * @param tool a tool that is sent, where that is
     */
    static Diagnostic notTaken(
            ModelFacts model, Demand demand, Span at, @Nullable Setting thinking, @Nullable CheckedTool tool) {
        Diagnostic.Builder refused = error(Code.P318, demand.message(model), at, demand.label());
        if (thinking != null) {
            refused.and(thinking.span(), "this has it think");
        }
        if (tool != null) {
            refused.and(tool.origin(), "a tool that is sent");
        }
        return demand.finished(refused);
    }
}
