package dev.cuecard.testing.cost;

import dev.cuecard.chat.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the replies of one model took.
 *
 * @param model the model that was asked
 * @param runs the runs of tests that it answered
 * @param usage the tokens of those whose usage is known
 * @param usd what those cost whose cost is known, in US dollars
 * @param unknown the runs whose cost is not known
 */
public record ModelCost(String model, int runs, Usage usage, BigDecimal usd, int unknown) {

    /** Drops zeros at the end. */
    public ModelCost {
        usd = Usd.plain(usd);
    }

    /** Nothing yet. */
    public static ModelCost none(String model) {
        return new ModelCost(model, 0, new Usage(0, 0, 0), BigDecimal.ZERO, 0);
    }

    /**
     * With one more run.
     *
     * @param tokens its usage, or null when it is not known
     * @param cost what it cost, or null when it is not known
     */
    public ModelCost and(@Nullable Usage tokens, @Nullable BigDecimal cost) {
        return new ModelCost(
                model,
                runs + 1,
                tokens == null ? usage : usage.plus(tokens),
                cost == null ? usd : usd.add(cost),
                unknown + (cost == null ? 1 : 0));
    }

    /** Both together. */
    public ModelCost plus(ModelCost more) {
        return new ModelCost(
                model, runs + more.runs, usage.plus(more.usage), usd.add(more.usd), unknown + more.unknown);
    }
}
