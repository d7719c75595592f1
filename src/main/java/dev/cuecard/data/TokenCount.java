package dev.cuecard.data;

/**
 * How many tokens a text is.
 *
 * @param tokens the number
 * @param exact whether the model's own encoding was used; otherwise it is an estimate
 */
public record TokenCount(long tokens, boolean exact) {}
