package dev.cuecard.chat.budget;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.Cancellation;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.Usage;
import dev.cuecard.diagnostic.Diagnostic;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks only what a budget allows at its worst: that is reserved before each call, and again before another attempt where
 * the last one may be billed. A reply replaces it by what it did cost; where nobody says how much that was, the reservation
 * stays. For many threads.
 */
public final class BudgetedClient implements ChatClient {

    private final ChatClient client;
    private final Budget budget;
    private final Pricing pricing;

    /** Has a client asked within a budget. */
    public BudgetedClient(ChatClient client, Budget budget, Pricing pricing) {
        this.client = client;
        this.budget = budget;
        this.pricing = pricing;
    }

    @Override
    public @Nullable String provider() {
        return client.provider();
    }

    @Override
    public ChatOutcome complete(ChatRequest request) throws InterruptedException {
        return complete(request, CallListener.NONE);
    }

    @Override
    public ChatOutcome complete(ChatRequest request, CallListener listener) throws InterruptedException {
        Pricing.Bound bound = pricing.worst(request);
        if (bound instanceof Pricing.Bound.Unknown unknown) {
            return refused(unknown.why());
        }
        Pricing.Bound.Known worst = (Pricing.Bound.Known) bound;
        if (!budget.reserve(worst.usd())) {
            return refused(BudgetErrors.over(String.valueOf(request.model()), worst, budget));
        }
        Watching watching = new Watching(listener, worst.usd());
        ChatOutcome outcome = null;
        try {
            outcome = client.complete(request, watching);
        } finally {
            // Who is interrupted may be billed all the same.
            end(request, worst.usd(), outcome);
        }
        return watching.stopped && outcome instanceof ChatOutcome.Failed failed ? withReason(failed) : outcome;
    }

    private static ChatOutcome refused(Diagnostic why) {
        return new ChatOutcome.Failed(why, Fault.of(Fault.Kind.OVER_BUDGET), Duration.ZERO, 0);
    }

    private ChatOutcome withReason(ChatOutcome.Failed failed) {
        Diagnostic told = failed.diagnostic()
                .withNote(
                        "the budget of " + BudgetErrors.usd(budget.limit()) + " has nothing left for another attempt");
        return new ChatOutcome.Failed(told, failed.fault(), failed.partial(), failed.latency(), failed.retries());
    }

    private void end(ChatRequest request, BigDecimal reserved, @Nullable ChatOutcome outcome) {
        if (outcome instanceof ChatOutcome.Answered answered) {
            Usage usage = answered.reply().usage();
            BigDecimal cost = answered.reply().simulated()
                    ? BigDecimal.ZERO
                    : usage == null ? null : pricing.cost(request, usage);
            if (cost == null) {
                budget.keep(reserved);
            } else {
                budget.settle(reserved, cost);
            }
        } else if (outcome instanceof ChatOutcome.Failed failed && !mayBeBilled(failed.fault())) {
            budget.release(reserved);
        } else {
            budget.keep(reserved);
        }
    }

    /** Whether a provider may have worked for a reply that did not arrive. An error is not billed, nor what was not sent. */
    static boolean mayBeBilled(Fault fault) {
        return switch (fault.kind()) {
            case NOT_SENT,
                    MISCONFIGURED,
                    OVER_BUDGET,
                    PROXY,
                    NO_SUCH_HOST,
                    NO_CONNECTION,
                    CONNECT_TIMEOUT,
                    TLS,
                    REDIRECT,
                    NOT_HTTP -> false;
            case STATUS -> fault.status() != null && isOfGateway(fault.status());
            default -> true;
        };
    }

    /** What stands between has lost the provider, which may go on. */
    private static boolean isOfGateway(int status) {
        return switch (status) {
            case 408, 502, 504, 520, 521, 522, 523, 524 -> true;
            default -> false;
        };
    }

    /** Reserves for another attempt, too. */
    private final class Watching implements CallListener {

        private final CallListener listener;
        private final BigDecimal worst;
        private boolean stopped;

        Watching(CallListener listener, BigDecimal worst) {
            this.listener = listener;
            this.worst = worst;
        }

        @Override
        public boolean wantsText() {
            return listener.wantsText();
        }

        @Override
        public Cancellation cancellation() {
            return listener.cancellation();
        }

        @Override
        public void text(String more) {
            listener.text(more);
        }

        @Override
        public boolean retries(Fault fault, Duration wait) {
            if (!listener.retries(fault, wait)) {
                return false;
            } else if (!mayBeBilled(fault)) {
                return true;
            } else if (!budget.reserve(worst)) {
                stopped = true;
                return false;
            }
            // The failed attempt keeps what was reserved for it, the next one has its own.
            budget.keep(worst);
            return true;
        }
    }
}
