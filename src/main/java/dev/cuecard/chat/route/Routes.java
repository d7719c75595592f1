package dev.cuecard.chat.route;

import dev.cuecard.chat.config.Origin;
import dev.cuecard.chat.config.ProviderSettings;
import dev.cuecard.chat.provider.ProviderErrors;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the provider of a model. What stands before the first slash of its name is a provider only if one of that name is
 * configured: by the program, else by the project, else by the user. Everything else goes to the standard provider, by
 * its whole name.
 */
public final class Routes {

    private final @Nullable ProviderReading standard;
    private final Map<String, ProviderReading> named;
    private final Collection<ProviderSettings> ofUser;
    private final Operator operator;

    /**
     * @param standard where a model goes whose name begins with no provider; null for the operator's built-in one
     * @param named the providers that the program itself names, with their keys
     * @param ofUser the providers of the user's configuration: their keys may go where it says
     * @param operator who sets variables and allows more
     */
    public Routes(
            @Nullable ProviderReading standard,
            Map<String, ProviderReading> named,
            Collection<ProviderSettings> ofUser,
            Operator operator) {
        this.standard = standard;
        this.named = new LinkedHashMap<>(named);
        this.ofUser = List.copyOf(ofUser);
        this.operator = operator;
    }

    /**
     * The provider of a model. Its key is read last, when it is settled that it may go there.
     *
     * @param model the model's name, as a prompt says it
     * @param configured the providers of the files that configure its prompt, by their names
     */
    public Route route(String model, Map<String, ProviderSettings> configured) {
        String name = provider(model);
        ProviderReading own = named.get(name);
        if (own != null) {
            return Route.to(own, name + "/");
        }
        ProviderSettings settings = configured.get(name);
        if (settings == null) {
            return Route.to(standard == null ? operator.builtIn() : standard, "");
        }
        Diagnostic refusal = refusal(settings);
        if (refusal != null) {
            return new Route(new ProviderReading.Refused(refusal), name + "/", refusal.code() != Code.P709);
        }
        return keyed(settings);
    }

    /** Where a model's requests would go; no key is read. */
    public Destination destination(String model, Map<String, ProviderSettings> configured) {
        String name = provider(model);
        ProviderSettings settings = named.containsKey(name) ? null : configured.get(name);
        boolean isPart = settings != null || named.containsKey(name);
        return new Destination(
                isPart ? model.substring(name.length() + 1) : model,
                settings,
                settings == null ? null : refusal(settings));
    }

    /** What stands before the first slash. */
    private static String provider(String model) {
        int slash = model.indexOf('/');
        return slash < 0 ? "" : model.substring(0, slash);
    }

    private boolean isAllowed(ProviderSettings settings) {
        return operator.allowances()
                .covers(settings.name(), URI.create(settings.baseUrl().strip()));
    }

    /** Why a provider of a file is not asked, whatever its key, or null. */
    private @Nullable Diagnostic refusal(ProviderSettings settings) {
        Allowances allowed = operator.allowances();
        if (allowed.wrong() != null) {
            return allowed.wrong();
        } else if (!isAllowed(settings) && !isTrusted(settings)) {
            return RouteErrors.strangePlace(settings, places(settings), operator.isThere());
        }
        return settings.reading(isAllowed(settings), null) instanceof ProviderReading.Refused refused
                ? refused.diagnostic()
                : null;
    }

    /** A provider that may be asked, with its key. */
    private Route keyed(ProviderSettings settings) {
        String prefix = settings.name() + "/";
        String variable = settings.keyEnv();
        String key = variable == null ? null : operator.variable(variable);
        ProviderReading reading = settings.reading(isAllowed(settings), key);
        boolean needsKey = variable != null
                && key == null
                && reading instanceof ProviderReading.Usable usable
                && !usable.provider().isLoopback();
        if (variable != null && needsKey) {
            String host = URI.create(settings.baseUrl().strip()).getHost();
            return Route.to(new ProviderReading.Refused(ProviderErrors.noKey(settings.name(), host, variable)), prefix);
        }
        return Route.to(reading, prefix);
    }

    /** Whether a key may go where a file says, without anyone allowing it. */
    private boolean isTrusted(ProviderSettings settings) {
        return settings.keyEnv() == null
                || settings.origin() == Origin.USER
                || places(settings).contains(KeyPlace.of(settings.keyEnv(), settings.baseUrl()));
    }

    /** Where the key that a provider wants may go. */
    private List<KeyPlace> places(ProviderSettings settings) {
        List<KeyPlace> places = new ArrayList<>(operator.isThere() ? operator.builtInPlaces() : List.of());
        for (ProviderSettings one : ofUser) {
            KeyPlace place = one.keyEnv() == null ? null : KeyPlace.of(one.keyEnv(), one.baseUrl());
            if (place != null) {
                places.add(place);
            }
        }
        return places.stream()
                .filter(place -> place.variable().equals(settings.keyEnv()))
                .distinct()
                .toList();
    }
}
