package dev.cuecard;

import dev.cuecard.chat.Usage;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.ModelTable;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.output.Envelope;
import dev.cuecard.output.Outcome;
import dev.cuecard.output.ReplyError;
import dev.cuecard.output.ladder.Recovery;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The same with more findings. */
    Result with(List<Diagnostic> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Diagnostic> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Result(envelope, all);
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
     * @throws NoOutputException when the result is not valid; its message says what is wrong
     */
    public Json output() {
        Json output = envelope.output();
        if (!isValid() || output == null) {
            throw new NoOutputException(this);
        }
        return output;
    }

    /** The text of the last reply, as the model wrote it, whatever the verdict; empty when there was none. */
    public String text() {
        return envelope.reply() == null ? "" : envelope.reply();
    }

    /** What is wrong with the reply, each with a JSON Pointer into it and the place in the prompt that asks for more. */
    public List<ReplyError> errors() {
        return envelope.errors();
    }

    /** What was done to understand the reply, in the order in which it was done. */
    public List<Recovery> recoveries() {
        return envelope.recoveries();
    }

    /** One for each time that the model was asked, in their order. */
    public List<Envelope.Attempt> attempts() {
        return envelope.attempts();
    }

    /** The tokens of all attempts; empty when those of one are not known. */
    public Optional<Usage> usage() {
        return Optional.ofNullable(envelope.usage());
    }

    /** What all attempts cost, in US dollars; empty when it is not known. */
    public Optional<BigDecimal> costUsd() {
        return Optional.ofNullable(envelope.costUsd());
    }

    /** How long it took altogether, waits included. */
    public Duration latency() {
        return Duration.ofMillis(envelope.latencyMs());
    }

    /** The model that the server says has answered; empty when none did, or it does not say. */
    public Optional<String> model() {
        return Optional.ofNullable(envelope.model());
    }

    /** Whether the simulator answered. */
    public boolean isSimulated() {
        return envelope.simulated();
    }

    /** The envelope as JSON text over several lines: what {@code --format envelope} prints. */
    public String toJson() {
        return JsonText.pretty(envelope.toJson(), 2);
    }

    /** This result, unless there was a mistake in the inputs. */
    Result orThrow() {
        if (outcome() == null) {
            throw new PromptException(findings);
        }
        return this;
    }
}
