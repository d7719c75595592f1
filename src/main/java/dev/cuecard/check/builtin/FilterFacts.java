package dev.cuecard.check.builtin;

import dev.cuecard.schema.Type;
import java.util.List;

/**
 * What tools may know of a filter.
 *
 * @param name its name
 * @param signature its name with its arguments, those that may be left out with a question mark: {@code json(indent?)}
 * @param takes what it filters, in words
 */
public record FilterFacts(String name, String signature, String takes) {

    /** All filters of the language, in its order. */
    public static List<FilterFacts> all() {
        return FilterRule.names().stream().map(FilterFacts::of).toList();
    }

    /** Whether a filter takes values of a type; false for one that is not known. */
    public static boolean canTake(String name, Type type) {
        FilterRule rule = FilterRule.of(name);
        return rule != null && rule.canTake(type);
    }

    private static FilterFacts of(String name) {
        FilterRule rule = FilterRule.of(name);
        if (rule == null) {
            throw new IllegalStateException(name);
        }
        List<String> params = rule.params().stream()
                .map(param -> param.name() + (param.required() ? "" : "?"))
                .toList();
        String signature = params.isEmpty() ? name : name + "(" + String.join(", ", params) + ")";
        return new FilterFacts(name, signature, rule.phrase());
    }
}
