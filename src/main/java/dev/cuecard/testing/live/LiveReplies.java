package dev.cuecard.testing.live;

import dev.cuecard.Rendering;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.budget.Budget;
import dev.cuecard.chat.budget.BudgetedClient;
import dev.cuecard.chat.guard.Limiter;
import dev.cuecard.chat.guard.Refusals;
import dev.cuecard.render.WorstCase;
import dev.cuecard.testing.Offline;
import dev.cuecard.testing.ReplySource;
import dev.cuecard.testing.TestCase;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks the models, for all tests of one run together: as many at once as the provider takes, nobody who has refused for
 * good, nothing beyond the budget. For many threads.
 */
public final class LiveReplies implements ReplySource {

    private final int jobs;
    private final @Nullable Budget budget;
    private final Refusals refusals = new Refusals();
    private final Map<String, Limiter> limiters = new ConcurrentHashMap<>();

    /**
     * @param jobs the most calls at once, at least 1
     * @param budget what they may cost together, or null for any amount
     */
    public LiveReplies(int jobs, @Nullable Budget budget) {
        this.jobs = jobs;
        this.budget = budget;
    }

    @Override
    public ChatClient client(TestCase test, Rendering rendering, int repeat) {
        ChatClient client = ReplySource.LIVE.client(test, rendering, repeat);
        if (Offline.isSimulated(rendering)) {
            return client;
        }
        ChatClient paid = budget == null
                ? client
                : new BudgetedClient(client, budget, new WorstCase(test.prompt().models()));
        String provider = client.provider() == null ? "" : client.provider();
        return new Throttled(paid, limiters.computeIfAbsent(provider, name -> new Limiter(jobs)), refusals);
    }

    /** How many calls to a provider may be under way now; null when none was asked. */
    public @Nullable Integer limit(String provider) {
        Limiter limiter = limiters.get(provider);
        return limiter == null ? null : (Integer) limiter.limit();
    }
}
