package dev.cuecard.testing.cost;

import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Usage;
import dev.cuecard.chat.budget.Pricing;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.ModelTable;
import dev.cuecard.render.RequestTokens;
import dev.cuecard.render.WorstCase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a test will take, before it is made.
 *
 * @param model the model that is asked
 * @param inputTokens the likely tokens of the request
 * @param outputTokens the likely tokens of the reply
 * @param mostOutputTokens the most that they can be, or null when that is not known
 * @param likelyUsd what it likely costs, or null when the price is not known
 * @param worstUsd what it costs at most, sent back as often as it may be; null when that is not known
 */
public record CallEstimate(
        String model,
        long inputTokens,
        long outputTokens,
        @Nullable Long mostOutputTokens,
        @Nullable BigDecimal likelyUsd,
        @Nullable BigDecimal worstUsd) {

    /** The tokens of a reply of which nothing is known but a bound. */
    public static final long LIKELY_OUTPUT = 200;

    /** The tokens around the errors that an invalid reply is sent back with, at most. */
    private static final long ERRORS = 2_000;

    /**
     * Of a request.
     *
     * @param models what is known of models
     * @param recorded how many tokens the replies to it had that are recorded, or null
     * @param reask how often an invalid reply is sent back
     */
    public static CallEstimate of(ChatRequest request, ModelTable models, @Nullable Long recorded, int reask) {
        String name = String.valueOf(request.model());
        ModelFacts facts = models.find(name);
        RequestTokens counted = RequestTokens.of(request, facts);
        Long most = WorstCase.output(request, facts);
        long output = recorded != null ? recorded : most == null ? LIKELY_OUTPUT : Math.min(most, LIKELY_OUTPUT);
        Pricing.Bound worst = new WorstCase(models).worst(request);
        long input = counted == null ? 0 : counted.total();
        return new CallEstimate(
                name,
                input,
                output,
                most,
                facts == null || counted == null ? null : facts.costUsd(input, 0, output),
                worst instanceof Pricing.Bound.Known known && facts != null ? worst(facts, known, reask) : null);
    }

    /** The tokens of a reply like these: the middle of what they took; null when of none that is known. */
    public static @Nullable Long middle(Stream<@Nullable Usage> replies) {
        List<Long> tokens = replies.filter(Objects::nonNull)
                .map(Usage::completionTokens)
                .sorted()
                .toList();
        return tokens.isEmpty() ? null : tokens.get(tokens.size() / 2);
    }

    /** Each ask holds all earlier replies, and what is wrong with them. */
    private static @Nullable BigDecimal worst(ModelFacts facts, Pricing.Bound.Known first, int reask) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int ask = 0; ask <= reask; ask++) {
            long input = first.inputTokens() + ask * (first.outputTokens() + ERRORS);
            BigDecimal cost = facts.costUsd(input, 0, first.outputTokens());
            if (cost == null) {
                return null;
            }
            sum = sum.add(cost);
        }
        return sum;
    }
}
