package dev.cuecard.render;

import dev.cuecard.diagnostic.Span;

/**
 * A message that is not sent since it renders to white space alone.
 *
 * @param role its role as the prompt writes it; for a turn of the history, that turn's
 * @param at where it comes from: the role's word, or the {@code history} that placed it; the prompt's beginning when
 *     nothing placed it
 */
public record Omitted(String role, Span at) {}
