package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Span;

/**
 * A word that names something.
 *
 * @param span where it stands, with its quotes if it has any
 * @param text the name itself, without quotes
 */
public record Name(Span span, String text) implements Node {}
