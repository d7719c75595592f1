package dev.cuecard.repl;

import dev.cuecard.output.Outcome;
import org.jspecify.annotations.Nullable;

/** The numbers that a {@link Reaction} ends with; those of all commands of Cuecard. */
public final class Exit {

    /** All is well. */
    public static final int OK = 0;
    /** A mistake in a prompt or its inputs, or a failed test. */
    public static final int MISTAKE = 1;
    /** Wrong use of a command. */
    public static final int USAGE = 2;
    /** No answer from the provider. */
    public static final int PROVIDER = 3;
    /** The reply is not valid. */
    public static final int INVALID_REPLY = 4;
    /** The budget is spent. */
    public static final int BUDGET = 5;
    /** A recording is missing, stale or damaged. */
    public static final int RECORDING = 6;
    /** The runs are too few to tell. */
    public static final int INCONCLUSIVE = 7;
    /** Interrupted. */
    public static final int INTERRUPTED = 130;

    private Exit() {}

    /** How a run with that outcome ends; null when nothing was asked. */
    public static int of(@Nullable Outcome outcome) {
        if (outcome == null) {
            return MISTAKE;
        }
        return switch (outcome) {
            case VALID -> OK;
            case PROVIDER_ERROR -> PROVIDER;
            case CANCELLED -> INTERRUPTED;
            case OVER_BUDGET -> BUDGET;
            default -> INVALID_REPLY;
        };
    }
}
