package dev.cuecard;

import dev.cuecard.chat.provider.Secret;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.output.Envelope;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * What a host that wants to know can see of the work of an engine, at DEBUG: of {@code dev.cuecard.load} each file that is
 * checked, of {@code dev.cuecard.run} how each run ended. Nothing of what is said, no input, no key.
 */
final class RunLog {

    private static final Logger LOAD = System.getLogger("dev.cuecard.load");
    private static final Logger RUN = System.getLogger("dev.cuecard.run");

    private RunLog() {}

    static void checked(String name, List<Diagnostic> findings) {
        if (LOAD.isLoggable(Level.DEBUG)) {
            long errors = findings.stream().filter(Diagnostic::isError).count();
            LOAD.log(
                    Level.DEBUG,
                    line("checked " + name + ": " + errors + " errors, " + (findings.size() - errors) + " warnings"));
        }
    }

    static void ended(Envelope envelope) {
        if (RUN.isLoggable(Level.DEBUG)) {
            String outcome = envelope.outcome() == null
                    ? "nothing asked"
                    : envelope.outcome().word();
            String cost = envelope.costUsd() == null
                    ? "unknown"
                    : "$" + envelope.costUsd().toPlainString();
            RUN.log(
                    Level.DEBUG,
                    line(envelope.prompt() + " asked " + envelope.requestedModel() + ": " + outcome + ", asks "
                            + envelope.attempts().size() + ", cost " + cost + ", " + envelope.latencyMs() + " ms"));
        }
    }

    /** One line, whatever a name holds. */
    private static String line(String text) {
        return Secret.maskLikely(text).replaceAll("\\p{Cntrl}", "?");
    }
}
