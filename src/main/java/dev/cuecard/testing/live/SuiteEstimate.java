package dev.cuecard.testing.live;

import dev.cuecard.RunOptions;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.sim.Simulator;
import dev.cuecard.testing.TestCase;
import dev.cuecard.testing.TestOptions;
import dev.cuecard.testing.cost.CallEstimate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tests will take that ask models, before they do: at most as many runs as they say, since a verdict that is settled
 * spares the rest. Of what tools lead to it only tells that there may be more.
 *
 * @param models what each model will take, in the order in which they are first asked
 */
public record SuiteEstimate(List<OfModel> models) {

    /** Copies the list. */
    public SuiteEstimate {
        models = List.copyOf(models);
    }

    /**
     * What one model will take.
     *
     * @param model its name
     * @param runs the runs of tests
     * @param inputTokens the likely tokens of all requests
     * @param outputTokens the likely tokens of all replies
     * @param likelyUsd what they likely cost, or null when that is not known
     * @param worstUsd what they cost at most, or null when that is not known
     * @param tools whether tools are answered, so that a run may ask more than once
     */
    public record OfModel(
            String model,
            long runs,
            long inputTokens,
            long outputTokens,
            @Nullable BigDecimal likelyUsd,
            @Nullable BigDecimal worstUsd,
            boolean tools) {

        private static OfModel of(CallEstimate call, long runs, boolean tools) {
            BigDecimal times = BigDecimal.valueOf(runs);
            return new OfModel(
                    call.model(),
                    runs,
                    call.inputTokens() * runs,
                    call.outputTokens() * runs,
                    call.likelyUsd() == null ? null : call.likelyUsd().multiply(times),
                    call.worstUsd() == null ? null : call.worstUsd().multiply(times),
                    tools);
        }

        private OfModel plus(OfModel more) {
            return new OfModel(
                    model,
                    runs + more.runs,
                    inputTokens + more.inputTokens,
                    outputTokens + more.outputTokens,
                    sum(likelyUsd, more.likelyUsd),
                    sum(worstUsd, more.worstUsd),
                    tools || more.tools);
        }
    }

    /** What is recorded already, of tests that ask only for what is not. */
    public interface Known {

        /** Nothing is. */
        Known NOTHING = new Known() {
            @Override
            public int runs(TestCase test, ChatRequest request, int runs) {
                return 0;
            }

            @Override
            public @Nullable Long outputTokens(TestCase test) {
                return null;
            }
        };

        /** How many of so many runs of a test are answered without a call. */
        int runs(TestCase test, ChatRequest request, int runs);

        /** How many tokens the replies to a test had in the middle; null without one. */
        @Nullable
        Long outputTokens(TestCase test);
    }

    /** Of some tests. */
    public static SuiteEstimate of(List<TestCase> cases, TestOptions options, Known known) {
        Map<String, OfModel> models = new LinkedHashMap<>();
        for (TestCase one : cases) {
            ChatRequest request =
                    one.isCanned() ? null : one.render(RunOptions.DEFAULT).request();
            if (request == null || request.model() == null || request.model().equals(Simulator.MODEL)) {
                continue;
            }
            int runs = options.runs(one);
            int left = runs - known.runs(one, request, runs);
            if (left > 0) {
                CallEstimate call =
                        CallEstimate.of(request, one.prompt().models(), known.outputTokens(one), options.reask());
                models.merge(
                        call.model(), OfModel.of(call, left, !one.test().stubs().isEmpty()), OfModel::plus);
            }
        }
        return new SuiteEstimate(new ArrayList<>(models.values()));
    }

    /** Both together. */
    public SuiteEstimate plus(SuiteEstimate more) {
        Map<String, OfModel> all = new LinkedHashMap<>();
        models.forEach(one -> all.put(one.model(), one));
        more.models.forEach(one -> all.merge(one.model(), one, OfModel::plus));
        return new SuiteEstimate(new ArrayList<>(all.values()));
    }

    /** The runs that ask a model. */
    public long runs() {
        return models.stream().mapToLong(OfModel::runs).sum();
    }

    /** What they likely cost, in US dollars; null when that is not known of one model. */
    public @Nullable BigDecimal likelyUsd() {
        BigDecimal all = BigDecimal.ZERO;
        for (OfModel one : models) {
            all = sum(all, one.likelyUsd());
        }
        return all;
    }

    /** What they cost at most, in US dollars; null when that is not known of one model. */
    public @Nullable BigDecimal worstUsd() {
        BigDecimal all = BigDecimal.ZERO;
        for (OfModel one : models) {
            all = sum(all, one.worstUsd());
        }
        return all;
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal some, @Nullable BigDecimal more) {
        return some == null || more == null ? null : some.add(more);
    }
}
