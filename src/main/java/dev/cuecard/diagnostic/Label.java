package dev.cuecard.diagnostic;

/**
 * A place and what is to say of it.
 *
 * @param span the smallest text that it speaks of
 * @param text what this text is, without a capital and a full stop, such as {@code not declared in this prompt}
 */
public record Label(Span span, String text) {}
