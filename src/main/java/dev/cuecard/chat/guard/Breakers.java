package dev.cuecard.chat.guard;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.Pace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A breaker for each provider, shared by all who ask it. For many threads. */
public final class Breakers {

    private final Pace pace;
    private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();

    /** @param pace what tells the time */
    public Breakers(Pace pace) {
        this.pace = pace;
    }

    /** A client that fails at once while the breaker of its provider is open; one without a name has none. */
    public ChatClient guard(ChatClient client) {
        String provider = client.provider();
        return provider == null
                ? client
                : new Guarded(client, provider, breakers.computeIfAbsent(provider, name -> new Breaker(pace)));
    }

    /** What a call tells of the provider. */
    static Breaker.End end(ChatOutcome outcome) {
        if (!(outcome instanceof ChatOutcome.Failed failed)) {
            return Breaker.End.ANSWERED;
        }
        return switch (failed.fault().kind()) {
            case NOT_SENT, MISCONFIGURED, CANCELLED, OVER_BUDGET, CLOSED -> Breaker.End.UNKNOWN;
            case STATUS -> ofStatus(failed.fault());
            default -> Breaker.End.FAILED;
        };
    }

    /** One that says what is wrong with a request is well; too many requests say nothing of that. */
    private static Breaker.End ofStatus(Fault fault) {
        int status = fault.status() == null ? 0 : fault.status();
        if (status == 429) {
            return Breaker.End.UNKNOWN;
        }
        return status >= 500 || status == 408 ? Breaker.End.FAILED : Breaker.End.ANSWERED;
    }

    private record Guarded(ChatClient client, String name, Breaker breaker) implements ChatClient {

        @Override
        public @Nullable String provider() {
            return name;
        }

        @Override
        public ChatOutcome complete(ChatRequest request) throws InterruptedException {
            return complete(request, CallListener.NONE);
        }

        @Override
        public ChatOutcome complete(ChatRequest request, CallListener listener) throws InterruptedException {
            Breaker.Pass pass = breaker.begin();
            if (pass == null) {
                return ChatOutcome.Failed.unsent(GuardErrors.open(name, breaker.failures(), breaker.left()));
            }
            Breaker.End end = Breaker.End.UNKNOWN;
            try {
                ChatOutcome outcome = client.complete(request, listener);
                end = end(outcome);
                return outcome;
            } finally {
                pass.end(end);
            }
        }
    }
}
