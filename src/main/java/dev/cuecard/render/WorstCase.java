package dev.cuecard.render;

import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Usage;
import dev.cuecard.chat.budget.BudgetErrors;
import dev.cuecard.chat.budget.Pricing;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.data.ModelFacts;
import dev.cuecard.data.ModelTable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What calls cost by a table of models. The request counts with as many tokens as its body has bytes, since no token is
 * less than a byte, and what the server adds around a message is less than its JSON; with pictures, which are not counted,
 * it is as much as the model reads at once. The reply counts with the bound that the request sets, else with the most that
 * the model writes.
 *
 * @param models what is known of models
 */
public record WorstCase(ModelTable models) implements Pricing {

    private static final List<String> BOUNDS = List.of("max_completion_tokens", "max_tokens");
    private static final Set<String> DEAR_TIERS = Set.of("priority", "scale");

    @Override
    public Bound worst(ChatRequest request) {
        String name = String.valueOf(request.model());
        ModelFacts facts = models.find(name);
        if (facts == null || facts.inputUsd() == null || facts.outputUsd() == null) {
            return new Bound.Unknown(BudgetErrors.noPrice(name));
        } else if (request.parameters().get("service_tier") instanceof Json.Str tier
                && DEAR_TIERS.contains(tier.value())) {
            return new Bound.Unknown(BudgetErrors.noPriceOfTier(name, tier.value()));
        }
        Long output = output(request, facts);
        if (output == null) {
            return new Bound.Unknown(BudgetErrors.noBound(name));
        }
        Long input = input(request, facts);
        if (input == null) {
            return new Bound.Unknown(BudgetErrors.noBoundOfPictures(name));
        }
        BigDecimal usd = facts.costUsd(input, 0, output);
        return usd == null ? new Bound.Unknown(BudgetErrors.noPrice(name)) : new Bound.Known(usd, input, output);
    }

    @Override
    public @Nullable BigDecimal cost(ChatRequest request, Usage usage) {
        ModelFacts facts = models.find(String.valueOf(request.model()));
        if (facts == null) {
            return null;
        }
        BigDecimal cost = facts.costUsd(usage.promptTokens(), usage.cachedTokens(), usage.completionTokens());
        return cost != null ? cost : facts.costUsd(usage.promptTokens(), 0, usage.completionTokens());
    }

    /** The most tokens of a reply, as the request or the model bounds it, or null. */
    public static @Nullable Long output(ChatRequest request, @Nullable ModelFacts facts) {
        for (String name : BOUNDS) {
            if (request.parameters().get(name) instanceof Json.Num number) {
                return number.value().longValue();
            }
        }
        return facts == null ? null : facts.maxOutput();
    }

    private static @Nullable Long input(ChatRequest request, ModelFacts facts) {
        boolean pictures = request.messages().stream()
                .anyMatch(message -> message.content() instanceof Json.Arr parts
                        && parts.items().stream().anyMatch(WorstCase::isNoText));
        return pictures
                ? ContextWindow.of(facts)
                : Long.valueOf(JsonText.compact(request.toJson()).getBytes(StandardCharsets.UTF_8).length);
    }

    private static boolean isNoText(Json part) {
        return !(part instanceof Json.Obj object && object.get("text") instanceof Json.Str);
    }
}
