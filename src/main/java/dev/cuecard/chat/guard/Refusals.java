package dev.cuecard.chat.guard;

import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.Fault;
import dev.cuecard.diagnostic.Diagnostic;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What providers have refused for good in one run of a suite: after a 401 nothing of that provider is asked any more,
 * after a 403 nothing of that model. For many threads.
 */
public final class Refusals {

    private static final int NO_KEY = 401;
    private static final int NOT_ALLOWED = 403;

    private final Map<String, Diagnostic> refused = new ConcurrentHashMap<>();

    /** Nothing yet. */
    public Refusals() {}

    /** Why a model is not to be asked, or null. */
    public @Nullable Diagnostic of(@Nullable String provider, @Nullable String model) {
        Diagnostic all = refused.get(key(provider, null));
        return all != null ? all : refused.get(key(provider, model));
    }

    /** A call has ended. */
    public void note(@Nullable String provider, @Nullable String model, ChatOutcome outcome) {
        if (!(outcome instanceof ChatOutcome.Failed failed)
                || failed.fault().kind() != Fault.Kind.STATUS
                || failed.fault().status() == null) {
            return;
        }
        String who = provider == null ? "the provider" : provider;
        if (failed.fault().status() == NO_KEY) {
            refused.putIfAbsent(key(provider, null), GuardErrors.noKey(who));
        } else if (failed.fault().status() == NOT_ALLOWED) {
            refused.putIfAbsent(key(provider, model), GuardErrors.notAllowed(who, model == null ? "" : model));
        }
    }

    /** No name holds a line break. */
    private static String key(@Nullable String provider, @Nullable String model) {
        return (provider == null ? "" : provider) + "\n" + (model == null ? "" : model);
    }
}
