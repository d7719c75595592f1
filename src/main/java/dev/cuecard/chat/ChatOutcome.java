package dev.cuecard.chat;

import dev.cuecard.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a call ended. */
public sealed interface ChatOutcome {

    /** How long it took, waits between attempts included. */
    Duration latency();

    /** The further HTTP attempts after the first. */
    int retries();

    /**
     * The model answered.
     *
     * @param findings warnings about the answer, such as a simulator that could not satisfy an {@code ensure}
     */
    record Answered(ChatReply reply, List<Diagnostic> findings, Duration latency, int retries) implements ChatOutcome {

        /** Copies the findings. */
        public Answered {
            findings = List.copyOf(findings);
        }

        /** An answer with nothing to remark. */
        public Answered(ChatReply reply, Duration latency, int retries) {
            this(reply, List.of(), latency, retries);
        }
    }

    /**
     * There is no answer.
     *
     * @param diagnostic what happened, a P7xx
     * @param fault the same for programs
     * @param partial the text of the reply as far as it came, or null when none came
     */
    record Failed(
            Diagnostic diagnostic, Fault fault, @Nullable String partial, Duration latency, int retries)
            implements ChatOutcome {

        /** A failure before anything of a reply came. */
        public Failed(Diagnostic diagnostic, Fault fault, Duration latency, int retries) {
            this(diagnostic, fault, null, latency, retries);
        }

        /** What fails before anything is sent. */
        public static Failed unsent(Diagnostic diagnostic) {
            return unsent(diagnostic, Fault.Kind.NOT_SENT);
        }

        /** The same with what kind of fault it is. */
        public static Failed unsent(Diagnostic diagnostic, Fault.Kind kind) {
            return new Failed(diagnostic, Fault.of(kind), Duration.ZERO, 0);
        }
    }
}
