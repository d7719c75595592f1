package dev.cuecard.testing;

import dev.cuecard.Rendering;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.Fault;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.sim.Simulator;
import java.time.Duration;

/** Sends nothing: the simulator answers where it is named, everything else has no answer. */
public final class Offline implements ReplySource {

    /** Keeps nothing. */
    public Offline() {}

    @Override
    public ChatClient client(TestCase test, Rendering rendering, int repeat) {
        return isSimulated(rendering)
                ? LIVE.client(test, rendering, repeat)
                : request -> nothingSent(TestingErrors.noReply(test));
    }

    /** No answer, since nothing was sent. */
    public static ChatOutcome nothingSent(Diagnostic why) {
        return new ChatOutcome.Failed(why, Fault.of(Fault.Kind.NOT_SENT), Duration.ZERO, 0);
    }

    /** Whether the simulator is asked, which needs no network. */
    public static boolean isSimulated(Rendering rendering) {
        return rendering.request() != null
                && Simulator.MODEL.equals(rendering.request().model());
    }
}
