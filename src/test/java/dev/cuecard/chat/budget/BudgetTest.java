package dev.cuecard.chat.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.Usage;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A budget is never spent twice, whoever asks at once and whatever becomes of it. */
class BudgetTest {

    private static final ChatRequest REQUEST =
            new ChatRequest("m", Map.of(), List.of(ChatMessage.of(ChatRole.USER, "Hi.")), List.of(), null);

    /** A call costs a dollar at most; what it did cost is as many cents as its reply has tokens. */
    private static final Pricing DOLLAR = new Pricing() {
        @Override
        public Bound worst(ChatRequest request) {
            return new Bound.Known(BigDecimal.ONE, 10, 90);
        }

        @Override
        public @Nullable BigDecimal cost(ChatRequest request, Usage usage) {
            return BigDecimal.valueOf(usage.completionTokens(), 2);
        }
    };

    private static ChatOutcome answer(@Nullable Usage usage) {
        return new ChatOutcome.Answered(
                new ChatReply(null, "Hi", null, List.of(), "stop", usage, null, false), Duration.ZERO, 0);
    }

    private static ChatOutcome failure(Fault.Kind kind, @Nullable Integer status) {
        return new ChatOutcome.Failed(
                Diagnostic.error(Code.P730, "a fault").done(), new Fault(kind, status, null, null), Duration.ZERO, 0);
    }

    private static ChatClient client(Budget budget, ChatOutcome outcome) {
        return new BudgetedClient(request -> outcome, budget, DOLLAR);
    }

    private static Budget budget(String usd) {
        return Budget.ofUsd(new BigDecimal(usd));
    }

    @Test
    void whatACallDidCostReplacesWhatItCould() throws Exception {
        Budget budget = budget("1.30");
        client(budget, answer(new Usage(10, 0, 25))).complete(REQUEST);
        assertThat(budget.spent()).isEqualByComparingTo("0.25");
        assertThat(budget.left()).isEqualByComparingTo("1.05");
        client(budget, answer(new Usage(10, 0, 6))).complete(REQUEST);
        assertThat(budget.left()).isEqualByComparingTo("0.99");
        ChatOutcome third = client(budget, answer(new Usage(10, 0, 1))).complete(REQUEST);
        assertThat(third).isInstanceOf(ChatOutcome.Failed.class);
        ChatOutcome.Failed refused = (ChatOutcome.Failed) third;
        assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.OVER_BUDGET);
        assertThat(refused.diagnostic().message())
                .isEqualTo("the next call could cost $1.00, and $0.99 of the budget is left");
        assertThat(budget.spent()).isEqualByComparingTo("0.31");
    }

    @Test
    void whatNobodyKnowsStaysReserved() throws Exception {
        Budget budget = budget("3");
        client(budget, answer(null)).complete(REQUEST);
        client(budget, failure(Fault.Kind.CUT, 200)).complete(REQUEST);
        assertThat(budget.unsettled()).isEqualByComparingTo("2");
        assertThat(budget.spent()).isZero();
        assertThat(budget.left()).isEqualByComparingTo("1");
    }

    @Test
    void whatIsNotBilledIsGivenBack() throws Exception {
        Budget budget = budget("1");
        for (int status : new int[] {400, 401, 429, 500, 503}) {
            client(budget, failure(Fault.Kind.STATUS, status)).complete(REQUEST);
        }
        client(budget, failure(Fault.Kind.NO_CONNECTION, null)).complete(REQUEST);
        assertThat(budget.left()).isEqualByComparingTo("1");
    }

    @Test
    void whoIsInterruptedMayBeBilled() {
        Budget budget = budget("1");
        ChatClient client = new BudgetedClient(
                request -> {
                    throw new InterruptedException();
                },
                budget,
                DOLLAR);
        assertThatThrownBy(() -> client.complete(REQUEST)).isInstanceOf(InterruptedException.class);
        assertThat(budget.left()).isZero();
    }

    /** One that tries again as often as it may. */
    private static final class Retrying implements ChatClient {
        private final Fault fault;
        private int attempts;

        Retrying(Fault fault) {
            this.fault = fault;
        }

        @Override
        public ChatOutcome complete(ChatRequest request) {
            throw new AssertionError("nobody watches");
        }

        @Override
        public ChatOutcome complete(ChatRequest request, CallListener listener) {
            do {
                attempts++;
            } while (attempts < 5 && listener.retries(fault, Duration.ZERO));
            return failure(fault.kind(), fault.status());
        }
    }

    @Test
    void anAttemptThatMayBeBilledIsFollowedByAnotherOnlyWhileThereIsMoney() throws Exception {
        Budget budget = budget("2.50");
        Retrying client = new Retrying(new Fault(Fault.Kind.HEADERS_TIMEOUT, null, null, null));
        ChatOutcome outcome = new BudgetedClient(client, budget, DOLLAR).complete(REQUEST);
        assertThat(client.attempts).isEqualTo(2);
        assertThat(budget.unsettled()).isEqualByComparingTo("2");
        assertThat(((ChatOutcome.Failed) outcome).fault().kind()).isEqualTo(Fault.Kind.HEADERS_TIMEOUT);
        assertThat(((ChatOutcome.Failed) outcome).diagnostic().notes())
                .contains("the budget of $2.50 has nothing left for another attempt");
    }

    @Test
    void anAttemptThatIsNotBilledIsFollowedByOthers() throws Exception {
        Budget budget = budget("1");
        Retrying client = new Retrying(new Fault(Fault.Kind.STATUS, 503, null, null));
        new BudgetedClient(client, budget, DOLLAR).complete(REQUEST);
        assertThat(client.attempts).isEqualTo(5);
        assertThat(budget.left()).isEqualByComparingTo("1");
    }

    @Test
    void isNotNegative() {
        assertThatThrownBy(() -> budget("-0.01")).isInstanceOf(IllegalArgumentException.class);
    }

    /** What was billed of all calls together never comes to more than the budget. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void isNeverSpentTwice(
            @ForAll @IntRange(max = 2_000) int cents,
            @ForAll @IntRange(min = 1, max = 12) int threads,
            @ForAll @IntRange(min = 1, max = 60) int calls,
            @ForAll long seed)
            throws Exception {
        Budget budget = Budget.ofUsd(BigDecimal.valueOf(cents, 2));
        AtomicLong billed = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                Random random = new Random(seed + i);
                running.add(pool.submit(
                        () -> new BudgetedClient(new Billing(random, billed), budget, DOLLAR).complete(REQUEST)));
            }
            for (Future<?> one : running) {
                one.get(20, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(billed.get()).isLessThanOrEqualTo(cents);
        BigDecimal known = budget.spent().add(budget.unsettled());
        assertThat(BigDecimal.valueOf(billed.get(), 2)).isLessThanOrEqualTo(known);
        assertThat(budget.left())
                .as("nothing stays reserved")
                .isEqualByComparingTo(budget.limit().subtract(known));
    }

    /** A provider that bills up to a dollar for each attempt, and fails as it likes. */
    private record Billing(Random random, AtomicLong billed) implements ChatClient {

        @Override
        public ChatOutcome complete(ChatRequest request) {
            throw new AssertionError("nobody watches");
        }

        @Override
        public ChatOutcome complete(ChatRequest request, CallListener listener) {
            while (true) {
                int cents = random.nextInt(101);
                switch (random.nextInt(5)) {
                    case 0 -> {
                        return failure(Fault.Kind.STATUS, 400);
                    }
                    case 1 -> {
                        billed.addAndGet(cents);
                        return answer(null);
                    }
                    case 2 -> {
                        billed.addAndGet(cents);
                        if (!listener.retries(new Fault(Fault.Kind.CUT, 200, null, null), Duration.ZERO)) {
                            return failure(Fault.Kind.CUT, 200);
                        }
                    }
                    case 3 -> {
                        if (!listener.retries(new Fault(Fault.Kind.STATUS, 503, null, null), Duration.ZERO)) {
                            return failure(Fault.Kind.STATUS, 503);
                        }
                    }
                    default -> {
                        billed.addAndGet(cents);
                        return answer(new Usage(10, 0, cents));
                    }
                }
            }
        }
    }
}
