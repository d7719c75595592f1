package dev.cuecard.chat.config;

import dev.cuecard.check.HostNames;
import dev.cuecard.data.Json;
import dev.cuecard.data.ModelTable;
import dev.cuecard.data.Regex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one {@code cuecard.json} says, or several together.
 *
 * @param providers the providers by their names
 * @param models facts about models by their names, in the form of {@link ModelTable#plus}
 * @param redact what is kept out of recordings
 * @param host functions and filters that a host is to have, without their code
 */
public record Configuration(
        Map<String, ProviderSettings> providers, Map<String, Json.Obj> models, List<Regex> redact, HostNames host) {

    /** Says nothing. */
    public static final Configuration EMPTY = new Configuration(Map.of(), Map.of(), List.of(), HostNames.NONE);

    /** Copies the maps, in their order, and the list. */
    public Configuration {
        providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        redact = List.copyOf(redact);
    }

    /**
     * This and a nearer one: its provider hides one of the same name here, its fact about a model the same fact here;
     * redaction patterns add up.
     */
    public Configuration under(Configuration nearer) {
        Map<String, ProviderSettings> allProviders = new LinkedHashMap<>(providers);
        allProviders.putAll(nearer.providers);
        Map<String, Json.Obj> allModels = new LinkedHashMap<>(models);
        nearer.models.forEach((name, facts) -> allModels.merge(name, facts, ModelTable::over));
        List<Regex> patterns = new ArrayList<>(redact);
        nearer.redact.stream().filter(pattern -> !redact.contains(pattern)).forEach(patterns::add);
        return new Configuration(allProviders, allModels, patterns, nearer.host.over(host));
    }
}
