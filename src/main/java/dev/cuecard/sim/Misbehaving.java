package dev.cuecard.sim;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.Canonical;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Pace;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.http.HttpChatClient;
import dev.cuecard.chat.http.Wire;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.ModelTable;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.sim.sample.Dice;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The simulator in process, when it is to do something wrong. Its faults are met as those of a server are: with the same
 * messages, waits and further attempts. Which attempts they hit depends on nothing but the request, the seed, the number of
 * the repeat and that of the attempt.
 */
public final class Misbehaving implements ChatClient {

    private static final Provider PROVIDER = new Provider(Simulator.MODEL, URI.create("http://sim/v1"), null, Map.of());

    private final long seed;
    private final int repeat;
    private final Wanted wanted;
    private final List<Injection> faults;
    private final Timeouts timeouts;
    private final int retries;
    private final Pace pace;

    /**
     * @param seed another seed gives other replies, and hits others
     * @param repeat which of several replies to the same request this is, from 0
     * @param wanted what the replies should be
     * @param faults what goes wrong; of several that an attempt hits, the first
     * @param timeouts the bounds of time, for replies that stall
     * @param retries the most attempts after the first
     * @param pace what waits
     */
    public Misbehaving(
            long seed, int repeat, Wanted wanted, List<Injection> faults, Timeouts timeouts, int retries, Pace pace) {
        this.seed = seed;
        this.repeat = repeat;
        this.wanted = wanted;
        this.faults = List.copyOf(faults);
        this.timeouts = timeouts;
        this.retries = retries;
        this.pace = pace;
    }

    @Override
    public String provider() {
        return Simulator.MODEL;
    }

    @Override
    public ChatOutcome complete(ChatRequest request) throws InterruptedException {
        return complete(request, CallListener.NONE);
    }

    @Override
    public ChatOutcome complete(ChatRequest request, CallListener listener) throws InterruptedException {
        Json.Obj asked = request.toJson();
        if (fault(asked, 0) == null) {
            return new Simulator(seed, repeat, wanted).complete(request, listener);
        }
        AtomicLong attempts = new AtomicLong();
        Wire wire = body -> answer(asked, streams(body), attempts.getAndIncrement());
        return HttpChatClient.over(wire, PROVIDER, timeouts, retries, ModelTable.builtIn(), pace)
                .complete(request, listener);
    }

    private static boolean streams(String body) {
        return JsonText.parse(new Source("request", body)) instanceof JsonReading.Parsed parsed
                && parsed.document().value() instanceof Json.Obj object
                && Json.of(true).equals(object.get("stream"));
    }

    /** What goes wrong with an attempt, or null. */
    private @Nullable SimFault fault(Json.Obj asked, long attempt) {
        for (Injection injection : faults) {
            Dice dice = Dice.of(
                    injection.fault().word(),
                    Canonical.text(asked),
                    Long.toString(seed),
                    Integer.toString(repeat),
                    Long.toString(attempt));
            if (dice.below(1_000_000) < injection.rate() * 1_000_000) {
                return injection.fault();
            }
        }
        return null;
    }

    private Wire.Carried answer(Json.Obj asked, boolean streams, long attempt) {
        SimFault fault = fault(asked, attempt);
        Completions completions = new Completions(SimOptions.defaults().withSeed(seed));
        Said said = Said.to(asked, seed, repeat, wanted);
        if (fault != null) {
            said = said.with(
                    fault, Dice.of("fault", Canonical.text(asked), Long.toString(seed), Integer.toString(repeat)));
        }
        SimAnswer whole = streams
                ? SimAnswer.ofEvents(completions.events(asked, List.of(said)))
                : SimAnswer.of(200, completions.answer(asked, List.of(said)));
        return (fault == null ? whole : whole.with(fault)).carried();
    }
}
