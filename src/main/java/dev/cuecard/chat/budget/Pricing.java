package dev.cuecard.chat.budget;

import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Usage;
import dev.cuecard.diagnostic.Diagnostic;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What calls cost. For many threads. */
public interface Pricing {

    /** What a call can cost. */
    sealed interface Bound {

        /**
         * No more than this.
         *
         * @param usd the most that it costs, in US dollars
         * @param inputTokens the most tokens of the request
         * @param outputTokens the most tokens of the reply
         */
        record Known(BigDecimal usd, long inputTokens, long outputTokens) implements Bound {}

        /** Nobody knows how much; the diagnostic says why. */
        record Unknown(Diagnostic why) implements Bound {}
    }

    /** The most that a request can cost. */
    Bound worst(ChatRequest request);

    /**
     * What a call cost, in US dollars; null where a price is not known that it needs. Where only the price of cached tokens
     * is not known they cost as much as others.
     */
    @Nullable
    BigDecimal cost(ChatRequest request, Usage usage);
}
