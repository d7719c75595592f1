package dev.cuecard.chat;

import dev.cuecard.diagnostic.Diagnostic;
import java.time.Duration;

/** How a call ended. */
public sealed interface ChatOutcome {

    /** How long it took, waits between attempts included. */
    Duration latency();

    /** The further HTTP attempts after the first. */
    int retries();

    /** The model answered. */
    record Answered(ChatReply reply, Duration latency, int retries) implements ChatOutcome {}

    /**
     * There is no answer.
     *
     * @param diagnostic what happened, a P7xx
     */
    record Failed(Diagnostic diagnostic, Duration latency, int retries) implements ChatOutcome {}
}
