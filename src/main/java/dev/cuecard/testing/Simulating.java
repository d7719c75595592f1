package dev.cuecard.testing;

import dev.cuecard.Rendering;
import dev.cuecard.RunOptions;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.sim.Simulator;
import java.time.Duration;

/**
 * Has the simulator answer in the place of every model; the replies say that they are simulated. The same request has the
 * same reply, and no time passes: what is recorded of it is the same each time.
 */
public final class Simulating implements ReplySource {

    /** Keeps nothing. */
    public Simulating() {}

    @Override
    public ChatClient client(TestCase test, Rendering rendering, int repeat) {
        TestCase simulated = new TestCase(test.prompt(), test.test(), test.row(), test.value(), Simulator.MODEL);
        ChatClient simulator = test.prompt().client(simulated.render(RunOptions.DEFAULT), repeat);
        return request -> timeless(simulator.complete(request));
    }

    private static ChatOutcome timeless(ChatOutcome outcome) {
        return outcome instanceof ChatOutcome.Answered answered
                ? new ChatOutcome.Answered(answered.reply(), answered.findings(), Duration.ZERO, 0)
                : outcome;
    }
}
