package dev.cuecard;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.output.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended, with its output as a Java value. Immutable, if that value is.
 *
 * @param <O> the type of the output
 */
public final class TypedResult<O> {

    private final Result result;
    private final @Nullable O value;
    private final @Nullable Diagnostic unfit;

    /** @param unfit why a valid output has no Java value, such as an integer beyond {@code int} */
    TypedResult(Result result, @Nullable O value, @Nullable Diagnostic unfit) {
        this.result = result;
        this.value = value;
        this.unfit = unfit;
    }

    /** All that led here, as without a Java type. */
    public Result result() {
        return result;
    }

    /** The verdict on the reply; null when there was a mistake in the inputs, so that nothing was asked. */
    public @Nullable Outcome outcome() {
        return result.outcome();
    }

    /** Whether there is a value. */
    public boolean isValid() {
        return result.isValid() && unfit == null;
    }

    /**
     * The output.
     *
     * @throws NoOutputException when the outcome is another than valid; its message says what is wrong
     * @throws PromptException when the output is valid and the Java type cannot hold it (P796)
     */
    @SuppressWarnings("NullAway") // a value of O, which the decoder made
    public O value() {
        result.output();
        if (unfit != null) {
            throw new PromptException(findings());
        }
        return value;
    }

    /** The output, if there is one. */
    public Optional<O> toOptional() {
        return isValid() ? Optional.ofNullable(value) : Optional.empty();
    }

    /** Mistakes and warnings, for people. */
    public List<Diagnostic> findings() {
        List<Diagnostic> findings = new ArrayList<>(result.findings());
        if (unfit != null) {
            findings.add(unfit);
        }
        return findings;
    }

    @Override
    public String toString() {
        return isValid() ? String.valueOf(value) : findings().toString();
    }
}
