package dev.cuecard;

import dev.cuecard.data.Json;
import dev.cuecard.data.ModelTable;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.output.Envelope;
import dev.cuecard.output.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended, and all that led there.
 *
 * @param envelope everything, as programs read it
 * @param findings what is wrong, and warnings, for people
 */
public record Result(Envelope envelope, List<Diagnostic> findings) {

    /** Copies the findings. */
    public Result {
        findings = List.copyOf(findings);
    }

    /** The result of wanting to run a file that has mistakes. */
    public static Result ofMistakes(List<Diagnostic> findings) {
        ResultMaker maker = new ResultMaker(null, ModelTable.builtIn());
        findings.forEach(maker::note);
        return maker.made();
    }

    /** The verdict; null when there was a mistake in the inputs, so that nothing was asked. */
    public @Nullable Outcome outcome() {
        return envelope.outcome();
    }

    /** Whether there is an output that fits its type and satisfies every condition. */
    public boolean isValid() {
        return outcome() == Outcome.VALID;
    }

    /**
     * The output: of the declared type, or the text.
     *
     * @throws IllegalStateException when the result is not valid; its message says what is wrong
     */
    public Json output() {
        Json output = envelope.output();
        if (!isValid() || output == null) {
            throw new IllegalStateException("no output: "
                    + (outcome() == null ? "nothing was asked" : outcome().word()) + "\n"
                    + new PromptException(findings).getMessage());
        }
        return output;
    }

    /** This result, unless there was a mistake in the inputs. */
    Result orThrow() {
        if (outcome() == null) {
            throw new PromptException(findings);
        }
        return this;
    }
}
