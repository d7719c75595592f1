package dev.cuecard.chat.guard;

import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.Seconds;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.host.HostCall;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can go wrong with a client of the host's own, one method a mistake. */
final class OwnClientErrors {

    /** As much as is read of a reply over HTTP. */
    private static final int LONGEST = 10 << 20;

    private OwnClientErrors() {}

    static Diagnostic threw(Throwable thrown) {
        return Diagnostic.error(Code.P785, "the host's client failed")
                .note("its code threw " + HostCall.shown(thrown))
                .note("what goes wrong on the way to a model is `ChatOutcome.Failed`, not an exception")
                .done();
    }

    static Diagnostic late(Duration bound) {
        return Diagnostic.error(Code.P786, "the host's client took longer than " + Seconds.of(bound))
                .note("its code was interrupted, and its answer is not waited for")
                .done();
    }

    static Diagnostic unusable(String gave) {
        return Diagnostic.error(Code.P787, "what the host's client gives cannot be used")
                .note("its code gave " + gave)
                .done();
    }

    /** What is wrong with an outcome, in words that follow "gave", or null: the host may build it of anything. */
    @SuppressWarnings("NullAway") // What it takes for impossible is what is looked for.
    static @Nullable String nonsense(@Nullable ChatOutcome outcome) {
        if (outcome == null) {
            return "no outcome (Java's null)";
        } else if (outcome.latency() == null) {
            return "an outcome without a latency";
        } else if (outcome instanceof ChatOutcome.Failed failed) {
            return failed.diagnostic() == null || failed.fault() == null ? "a failure without a reason" : null;
        }
        ChatReply reply = ((ChatOutcome.Answered) outcome).reply();
        if (reply == null) {
            return "an answer without a reply";
        } else if (length(reply.content()) > LONGEST || length(reply.refusal()) > LONGEST) {
            return "a reply of over 10 MiB";
        }
        for (ToolCall call : reply.toolCalls()) {
            if (call.id() == null || call.name() == null || call.arguments() == null) {
                return "a call of a tool without an id, a name or arguments";
            } else if (call.arguments().length() > LONGEST) {
                return "a reply of over 10 MiB";
            }
        }
        return null;
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
