package dev.cuecard.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model; what is not known is null or empty, never guessed. Prices are in US dollars per million
 * tokens.
 *
 * @param name the name that requests give
 * @param contextWindow the most tokens of a request and its reply together
 * @param maxInput the most tokens of a request, where that is less
 * @param maxOutput the most tokens of a reply
 * @param inputUsd the price of the request's tokens
 * @param cachedInputUsd the price of those that are read from a cache
 * @param outputUsd the price of the reply's tokens
 * @param encoding how its text is cut into tokens, by the name of the encoding
 * @param reasoningEfforts the values of {@code reasoning_effort} that it takes; empty where not known
 * @param toolEfforts of those, the ones with which it may call tools; empty where nothing is said
 * @param images whether it sees pictures
 * @param structuredOutputs whether it takes a schema for its replies
 * @param retires the first day on which it no longer answers
 * @param replacement the model that its makers name in its place
 */
public record ModelFacts(
        String name,
        @Nullable Long contextWindow,
        @Nullable Long maxInput,
        @Nullable Long maxOutput,
        @Nullable BigDecimal inputUsd,
        @Nullable BigDecimal cachedInputUsd,
        @Nullable BigDecimal outputUsd,
        @Nullable String encoding,
        List<String> reasoningEfforts,
        List<String> toolEfforts,
        @Nullable Boolean images,
        @Nullable Boolean structuredOutputs,
        @Nullable LocalDate retires,
        @Nullable String replacement) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Copies the lists. */
    public ModelFacts {
        reasoningEfforts = List.copyOf(reasoningEfforts);
        toolEfforts = List.copyOf(toolEfforts);
    }

    /** The facts in a member of {@code models}, as the table and {@code cuecard.json} write it. */
    static ModelFacts of(String name, Json.Obj facts) {
        String retires = text(facts.get("retires"));
        return new ModelFacts(
                name,
                whole(facts.get("context_window")),
                whole(facts.get("max_input_tokens")),
                whole(facts.get("max_output_tokens")),
                number(facts.get("input_usd")),
                number(facts.get("cached_input_usd")),
                number(facts.get("output_usd")),
                text(facts.get("encoding")),
                texts(facts.get("reasoning_efforts")),
                texts(facts.get("tool_efforts")),
                truth(facts.get("images")),
                truth(facts.get("structured_outputs")),
                retires == null ? null : LocalDate.parse(retires),
                text(facts.get("replacement")));
    }

    /** Whether it no longer answers on that day. */
    public boolean hasRetired(LocalDate today) {
        return retires != null && !today.isBefore(retires);
    }

    /**
     * What a call costs, exactly, in US dollars; null where a price is not known that it needs.
     *
     * @param promptTokens the request's
     * @param cachedTokens those of them that were read from a cache
     * @param completionTokens the reply's
     */
    public @Nullable BigDecimal costUsd(long promptTokens, long cachedTokens, long completionTokens) {
        BigDecimal fresh = cost(promptTokens - cachedTokens, inputUsd);
        BigDecimal cached = cost(cachedTokens, cachedInputUsd);
        BigDecimal reply = cost(completionTokens, outputUsd);
        if (fresh == null || cached == null || reply == null) {
            return null;
        }
        BigDecimal sum = fresh.add(cached).add(reply).stripTrailingZeros();
        // Ten dollars are 10, not 1E+1.
        return sum.scale() < 0 ? sum.setScale(0) : sum;
    }

    private static @Nullable BigDecimal cost(long tokens, @Nullable BigDecimal price) {
        if (tokens == 0) {
            return BigDecimal.ZERO;
        }
        return price == null ? null : price.multiply(BigDecimal.valueOf(tokens)).divide(MILLION);
    }

    private static @Nullable Long whole(@Nullable Json value) {
        return value instanceof Json.Num number ? (Long) number.value().longValueExact() : null;
    }

    private static @Nullable BigDecimal number(@Nullable Json value) {
        return value instanceof Json.Num number ? number.value() : null;
    }

    private static @Nullable String text(@Nullable Json value) {
        return value instanceof Json.Str text ? text.value() : null;
    }

    private static @Nullable Boolean truth(@Nullable Json value) {
        return value instanceof Json.Bool truth ? (Boolean) truth.value() : null;
    }

    private static List<String> texts(@Nullable Json value) {
        return value instanceof Json.Arr array
                ? array.items().stream().map(item -> ((Json.Str) item).value()).toList()
                : List.of();
    }
}
