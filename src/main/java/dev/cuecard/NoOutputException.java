package dev.cuecard;

import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An output is asked for that there is none of: the reply was not valid, or none came. Thrown by the methods that promise
 * an output; those that give a {@link Result} tell the same as a value.
 */
public final class NoOutputException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Result result;

    NoOutputException(Result result) {
        super("no output: "
                + (result.outcome() == null
                        ? "nothing was asked"
                        : result.outcome().word()) + "\n"
                + DiagnosticRenderer.plain().render(result.findings()));
        this.result = result;
    }

    /**
     * How the run ended.
     *
     * @throws NullPointerException after the exception was serialized, which keeps the message alone
     */
    public Result result() {
        return Objects.requireNonNull(result);
    }
}
