package dev.cuecard.check;

import dev.cuecard.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/** A condition over the output and the inputs; {@code message} is the text for its failure, or null. */
public record CheckedEnsure(
        Span span, Expr condition, @Nullable Expr message, int frame) {}
