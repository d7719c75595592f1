package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Span;

/**
 * The {@code ///} lines above something.
 *
 * @param span from the first marker to the end of the last line
 * @param text their text, without the markers and the blank after them, lines joined by LF
 */
public record Doc(Span span, String text) implements Node {}
