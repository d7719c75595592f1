package dev.cuecard.tool;

import java.time.Duration;

/**
 * How far a model may go with tools in one run.
 *
 * @param rounds how many replies that call tools are answered, at least 1
 * @param calls how many calls are answered in all of them, at least 1
 * @param time how long the code of one call may take
 * @param resultSize the most UTF-16 units of one result, as it is sent
 * @param onFailure what becomes of a run whose tool fails
 */
public record ToolRules(int rounds, int calls, Duration time, int resultSize, OnFailure onFailure) {

    /** 10 rounds, 50 calls, 30 seconds and 256 Ki units a call; the model is told of failures. */
    public static final ToolRules DEFAULT =
            new ToolRules(10, 50, Duration.ofSeconds(30), 256 << 10, OnFailure.TELL_MODEL);

    /** What becomes of a run whose tool throws, takes too long or gives what its type does not allow. */
    public enum OnFailure {
        /** The model is told that the tool failed, and may do without; the result of the run has a warning. */
        TELL_MODEL,
        /** The run ends with the outcome {@code tool_calls} and an error. */
        END_RUN
    }

    /** Checks the bounds. */
    public ToolRules {
        if (rounds < 1 || calls < 1 || resultSize < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(
                    "tools: " + rounds + " rounds, " + calls + " calls, " + time + ", " + resultSize + " units");
        }
    }

    /** The same with another number of rounds. */
    public ToolRules withRounds(int most) {
        return new ToolRules(most, calls, time, resultSize, onFailure);
    }

    /** The same with another number of calls. */
    public ToolRules withCalls(int most) {
        return new ToolRules(rounds, most, time, resultSize, onFailure);
    }

    /** The same with another time for a call. */
    public ToolRules withTime(Duration most) {
        return new ToolRules(rounds, calls, most, resultSize, onFailure);
    }

    /** The same with another size of a result. */
    public ToolRules withResultSize(int most) {
        return new ToolRules(rounds, calls, time, most, onFailure);
    }

    /** The same with another answer to failures. */
    public ToolRules withOnFailure(OnFailure what) {
        return new ToolRules(rounds, calls, time, resultSize, what);
    }
}
