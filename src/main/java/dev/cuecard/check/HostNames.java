package dev.cuecard.check;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the host adds to the language.
 *
 * @param functions its functions by their names; a template of a file hides one of the same name
 * @param filters its filters
 * @param lost the names of those whose declaration has a mistake: nothing is known of what they are, and no use of them
 *     is a mistake of its own
 */
public record HostNames(
        Map<String, CheckedFunction> functions, Map<String, CheckedFunction> filters, Set<String> lost) {

    /** Nothing. */
    public static final HostNames NONE = new HostNames(Map.of(), Map.of());

    /** Copies them, in their order. */
    public HostNames {
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        lost = Set.copyOf(lost);
    }

    /** Those, none of them lost. */
    public HostNames(Map<String, CheckedFunction> functions, Map<String, CheckedFunction> filters) {
        this(functions, filters, Set.of());
    }

    /** These, and those others that these do not have. */
    public HostNames over(HostNames others) {
        Map<String, CheckedFunction> allFunctions = new LinkedHashMap<>(others.functions);
        allFunctions.putAll(functions);
        Map<String, CheckedFunction> allFilters = new LinkedHashMap<>(others.filters);
        allFilters.putAll(filters);
        Set<String> allLost = new HashSet<>(others.lost);
        allLost.addAll(lost);
        return new HostNames(allFunctions, allFilters, allLost);
    }
}
