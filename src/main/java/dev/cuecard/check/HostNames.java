package dev.cuecard.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the host adds to the language.
 *
 * @param functions its functions by their names; a template of a file hides one of the same name
 * @param filters its filters
 */
public record HostNames(Map<String, CheckedFunction> functions, Map<String, CheckedFunction> filters) {

    /** Nothing. */
    public static final HostNames NONE = new HostNames(Map.of(), Map.of());

    /** Copies them, in their order. */
    public HostNames {
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
    }

    /** These, and those others that these do not have. */
    public HostNames over(HostNames others) {
        Map<String, CheckedFunction> allFunctions = new LinkedHashMap<>(others.functions);
        allFunctions.putAll(functions);
        Map<String, CheckedFunction> allFilters = new LinkedHashMap<>(others.filters);
        allFilters.putAll(filters);
        return new HostNames(allFunctions, allFilters);
    }
}
