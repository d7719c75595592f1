package dev.cuecard;

import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.Pace;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.config.ProviderSettings;
import dev.cuecard.chat.guard.OwnClient;
import dev.cuecard.chat.http.HttpChatClient;
import dev.cuecard.chat.http.HttpConnections;
import dev.cuecard.chat.http.Proxies;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.chat.route.Destination;
import dev.cuecard.chat.route.Route;
import dev.cuecard.chat.route.Routes;
import dev.cuecard.data.ModelTable;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.sim.Injection;
import dev.cuecard.sim.Misbehaving;
import dev.cuecard.sim.Simulator;
import dev.cuecard.sim.Wanted;
import java.net.ProxySelector;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who answers for which model: several providers, and one HTTP client for all of them, made when it is first needed. */
final class Clients implements AutoCloseable {

    private final @Nullable ChatClient own;
    private final Map<String, ChatClient> named;
    private final Routes routes;
    private final Timeouts timeouts;
    private final int retries;
    private final ProxySelector proxies;
    private final List<Injection> faults;
    private @Nullable HttpConnections connections;
    private boolean closed;

    /**
     * @param own the host's own way to a model, which answers for all of them; or null
     * @param named the host's own ways to the models of providers, by their names
     * @param faults what the simulator does wrong
     */
    Clients(
            @Nullable ChatClient own,
            Map<String, ChatClient> named,
            Routes routes,
            Timeouts timeouts,
            int retries,
            ProxySelector proxies,
            List<Injection> faults) {
        this.faults = List.copyOf(faults);
        this.own = own == null ? null : new OwnClient(own, null, timeouts.attempt());
        this.named = Map.copyOf(named);
        this.routes = routes;
        this.timeouts = timeouts;
        this.retries = retries;
        this.proxies = proxies;
    }

    /**
     * Who answers for a model.
     *
     * @param configured the providers that the files of its prompt's project and of the user name
     * @param models what is known of models
     */
    ChatClient of(String model, Map<String, ProviderSettings> configured, ModelTable models) {
        int slash = model.indexOf('/');
        ChatClient ofName = slash < 0 ? null : named.get(model.substring(0, slash));
        if (ofName != null) {
            return new PrefixedClient(
                    new OwnClient(ofName, model.substring(0, slash), timeouts.attempt()),
                    model.substring(0, slash + 1));
        } else if (own != null) {
            return own;
        }
        Route route = routes.route(model, configured);
        if (route.reading() instanceof ProviderReading.Usable usable) {
            Diagnostic noProxy = proxies instanceof Proxies ours
                    ? ours.wrong(usable.provider().baseUri())
                    : null;
            if (noProxy != null) {
                return request -> ChatOutcome.Failed.unsent(noProxy);
            }
            return new HttpChatClient(
                    usable.provider(), route.prefix(), connections(), timeouts, retries, models, Pace.SYSTEM);
        }
        ProviderReading.Refused refused = (ProviderReading.Refused) route.reading();
        Fault.Kind kind = route.isMistake() ? Fault.Kind.MISCONFIGURED : Fault.Kind.NOT_SENT;
        return request -> ChatOutcome.Failed.unsent(refused.diagnostic(), kind);
    }

    /** The simulator, which does wrong what it is asked to. */
    ChatClient simulator(long seed, int repeat, Wanted wanted) {
        return faults.isEmpty()
                ? new Simulator(seed, repeat, wanted)
                : new Misbehaving(seed, repeat, wanted, faults, timeouts, retries, Pace.SYSTEM);
    }

    /** Where a model's requests would go. */
    Destination destination(String model, Map<String, ProviderSettings> configured) {
        return routes.destination(model, configured);
    }

    private synchronized HttpConnections connections() {
        if (connections == null) {
            connections = HttpConnections.open(timeouts.connect(), proxies);
            if (closed) {
                connections.close();
            }
        }
        return connections;
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        HttpConnections open;
        synchronized (this) {
            closed = true;
            open = connections;
        }
        if (open != null) {
            open.close();
        }
    }
}
