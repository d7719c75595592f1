package dev.cuecard.render.eval;

import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * What an expression gave.
 *
 * @param value its value; null when it is missing, or when there is a mistake
 * @param mistake why there is no value, a P41x, or null
 */
public record Evaluated(@Nullable Json value, @Nullable Diagnostic mistake) {}
