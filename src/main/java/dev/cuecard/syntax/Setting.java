package dev.cuecard.syntax;

import dev.cuecard.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the braces after {@code model} or {@code prompt}: {@code temperature = 0.2}, or a group,
 * {@code extra { top_k = 3 }}. Exactly one of value and group is there.
 *
 * @param span the whole of it
 * @param name the setting
 * @param value what it is set to, or null for a group
 * @param group the settings of a group, or null for a value
 */
public record Setting(
        Span span,
        Name name,
        @Nullable Expression value,
        @Nullable List<Setting> group) implements Node {}
