package dev.cuecard.sim;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatErrors;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import java.time.Duration;
import java.util.List;

/**
 * A model that is none: it makes up replies that fit what is wanted. No network, no key. A reply depends on nothing but
 * the request, the seed and the number of the repeat. Before it answers it calls the tools that somebody answers.
 */
public final class Simulator implements ChatClient {

    /** The name by which it is asked for. */
    public static final String MODEL = "sim";

    private final long seed;
    private final int repeat;
    private final Wanted wanted;

    /**
     * @param seed another seed gives other replies
     * @param repeat which of several replies to the same request this is, from 0
     * @param wanted what the replies should be
     */
    public Simulator(long seed, int repeat, Wanted wanted) {
        this.seed = seed;
        this.repeat = repeat;
        this.wanted = wanted;
    }

    @Override
    public String provider() {
        return MODEL;
    }

    /** Never fails; where a reply is not all that is wanted, a finding of the answer says so (P738, P739). */
    @Override
    public ChatOutcome complete(ChatRequest request) {
        long start = System.nanoTime();
        Json.Obj body = request.toJson();
        List<ToolCall> calls = ToolCalling.of(body, seed, repeat, wanted.tools());
        if (!calls.isEmpty()) {
            return new ChatOutcome.Answered(
                    calling(request, body, calls), Duration.ofNanos(System.nanoTime() - start), 0);
        }
        Simulated made = Simulation.reply(body, seed, repeat, wanted);
        ChatReply reply = new ChatReply(
                request.model() == null ? MODEL : request.model(),
                made.content(),
                null,
                List.of(),
                "stop",
                Simulation.usage(body, made.content()),
                null,
                true);
        return new ChatOutcome.Answered(reply, findings(made), Duration.ofNanos(System.nanoTime() - start), 0);
    }

    private static ChatReply calling(ChatRequest request, Json.Obj body, List<ToolCall> calls) {
        String said = Said.calling(calls).counted();
        String model = request.model() == null ? MODEL : request.model();
        return new ChatReply(model, null, null, calls, "tool_calls", Simulation.usage(body, said), null, true);
    }

    /** The text comes word by word. */
    @Override
    public ChatOutcome complete(ChatRequest request, CallListener listener) {
        ChatOutcome outcome = complete(request);
        if (listener.cancellation().isCancelled()) {
            return new ChatOutcome.Failed(ChatErrors.cancelled(), Fault.of(Fault.Kind.CANCELLED), outcome.latency(), 0);
        }
        if (listener.wantsText()
                && outcome instanceof ChatOutcome.Answered answered
                && answered.reply().content() != null) {
            Said.whole(answered.reply().content()).words().forEach(listener::text);
        }
        return outcome;
    }

    private static List<Diagnostic> findings(Simulated made) {
        return switch (made.fit()) {
            case ACCEPTED -> List.of();
            case NOT_ACCEPTED -> List.of(SimErrors.notAccepted());
            case NO_VALUE -> List.of(SimErrors.noValue());
        };
    }
}
