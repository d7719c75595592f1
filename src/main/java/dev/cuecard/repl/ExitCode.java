package dev.cuecard.repl;

import dev.cuecard.output.Outcome;
import dev.cuecard.testing.Verdict;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a command or what is submitted to a session ends, for scripts. */
public enum ExitCode {
    /** All is well. */
    OK(0),
    /** A mistake in a prompt, its inputs or the configuration, or a failed test. */
    MISTAKE(1),
    /** Wrong use of the command, or nothing found to work on. */
    USAGE(2),
    /** No answer from the provider. */
    PROVIDER(3),
    /** The reply is not valid. */
    INVALID_REPLY(4),
    /** The budget is spent, or cannot be bounded. */
    BUDGET(5),
    /** A recording is missing, stale or damaged. */
    RECORDING(6),
    /** The runs are too few to tell. */
    INCONCLUSIVE(7),
    /** Interrupted. */
    INTERRUPTED(130);

    private static final List<ExitCode> GRAVEST_FIRST =
            List.of(INTERRUPTED, USAGE, BUDGET, PROVIDER, INVALID_REPLY, RECORDING, MISTAKE, INCONCLUSIVE, OK);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The process's exit status. */
    public int number() {
        return number;
    }

    /** How a run with that outcome ends; without one nothing was asked. */
    public static ExitCode of(@Nullable Outcome outcome) {
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

    /** How a test with that verdict ends. */
    public static ExitCode of(Verdict verdict) {
        return switch (verdict) {
            case PASSED, SKIPPED -> OK;
            case FAILED, BROKEN -> MISTAKE;
            case INCONCLUSIVE -> INCONCLUSIVE;
            case ERROR -> PROVIDER;
            case RECORDING -> RECORDING;
            case BUDGET -> BUDGET;
        };
    }

    /** Several in the order of their weight; {@link #OK} alone when nothing went wrong. */
    public static List<ExitCode> gravestFirst(Collection<ExitCode> codes) {
        List<ExitCode> wrong = GRAVEST_FIRST.stream()
                .filter(code -> code != OK && codes.contains(code))
                .toList();
        return wrong.isEmpty() ? List.of(OK) : wrong;
    }

    /** The one to end with when several things went wrong; {@link #OK} for none. */
    public static ExitCode gravest(Collection<ExitCode> codes) {
        return GRAVEST_FIRST.stream().filter(codes::contains).findFirst().orElse(OK);
    }
}
