package dev.cuecard.chat;

/**
 * The tokens that a call was billed for, as the provider says.
 *
 * @param promptTokens the request's
 * @param cachedTokens those of them that were read from a cache, 0 where the provider does not say
 * @param completionTokens the reply's, reasoning included
 */
public record Usage(long promptTokens, long cachedTokens, long completionTokens) {

    /** Both together. */
    public long totalTokens() {
        return promptTokens + completionTokens;
    }

    /** The sum of two calls. */
    public Usage plus(Usage other) {
        return new Usage(
                promptTokens + other.promptTokens,
                cachedTokens + other.cachedTokens,
                completionTokens + other.completionTokens);
    }
}
