package dev.cuecard.chat.http;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatErrors;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.Pace;
import dev.cuecard.chat.Thinking;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderErrors;
import dev.cuecard.chat.reply.Answer;
import dev.cuecard.chat.reply.Call;
import dev.cuecard.chat.retry.Decision;
import dev.cuecard.chat.retry.Failure;
import dev.cuecard.chat.retry.RetryRules;
import dev.cuecard.data.ModelTable;
import dev.cuecard.diagnostic.Diagnostic;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to a provider's Chat Completions API, and again where that may help: the one loop of retries. For many
 * threads.
 */
public final class HttpChatClient implements ChatClient {

    private final Provider provider;
    private final String prefix;
    private final Attempting attempting;
    private final Timeouts timeouts;
    private final RetryRules rules;
    private final Thinking thinking;
    private final Pace pace;

    /**
     * @param provider where requests go
     * @param connections shared with other clients; whoever opened them closes them
     * @param timeouts the bounds of time
     * @param retries the most attempts after the first
     */
    public HttpChatClient(Provider provider, HttpConnections connections, Timeouts timeouts, int retries) {
        this(provider, connections, timeouts, retries, ModelTable.builtIn(), Pace.SYSTEM);
    }

    /**
     * A client with other facts about models, and with another time.
     *
     * @param provider where requests go
     * @param connections shared with other clients; whoever opened them closes them
     * @param timeouts the bounds of time
     * @param retries the most attempts after the first
     * @param models what is known of models: which take long to begin, say
     * @param pace the time, and how to wait
     */
    public HttpChatClient(
            Provider provider,
            HttpConnections connections,
            Timeouts timeouts,
            int retries,
            ModelTable models,
            Pace pace) {
        this(provider, "", connections, timeouts, retries, models, pace);
    }

    /**
     * A client of a provider that is a part of its models' names.
     *
     * @param provider where requests go
     * @param prefix what models' names begin with that the provider is not told, such as {@code local/}; or empty
     * @param connections shared with other clients; whoever opened them closes them
     * @param timeouts the bounds of time
     * @param retries the most attempts after the first
     * @param models what is known of models: which take long to begin, say
     * @param pace the time, and how to wait
     */
    public HttpChatClient(
            Provider provider,
            String prefix,
            HttpConnections connections,
            Timeouts timeouts,
            int retries,
            ModelTable models,
            Pace pace) {
        this(provider, prefix, Attempting.over(connections), timeouts, retries, models, pace);
    }

    private HttpChatClient(
            Provider provider,
            String prefix,
            Attempting attempting,
            Timeouts timeouts,
            int retries,
            ModelTable models,
            Pace pace) {
        this.provider = provider;
        this.prefix = prefix;
        this.attempting = attempting;
        this.timeouts = timeouts;
        this.rules = new RetryRules(retries, timeouts.overall());
        this.thinking = new Thinking(models);
        this.pace = pace;
    }

    /** A client that sends nothing: all else, waits and timers among it, is as over HTTP. */
    public static HttpChatClient over(
            Wire wire, Provider provider, Timeouts timeouts, int retries, ModelTable models, Pace pace) {
        return new HttpChatClient(provider, "", new WireAttempt(wire, pace), timeouts, retries, models, pace);
    }

    @Override
    public String provider() {
        return provider.name();
    }

    @Override
    public ChatOutcome complete(ChatRequest request) throws InterruptedException {
        return complete(request, CallListener.NONE);
    }

    @Override
    public ChatOutcome complete(ChatRequest request, CallListener listener) throws InterruptedException {
        String model = request.model();
        if (model != null && model.chars().anyMatch(Character::isISOControl)) {
            return ChatOutcome.Failed.unsent(ProviderErrors.unsendableModel(model));
        }
        return new Asking(request, listener).run();
    }

    private @Nullable String sent(@Nullable String model) {
        return model != null && model.startsWith(prefix) ? model.substring(prefix.length()) : model;
    }

    /** One call: its attempts, and what was shown of them. */
    private final class Asking {

        private final Sending sending;
        private final Call call;
        private final CallListener listener;
        private final boolean thinks;
        private final long start = pace.nanos();
        private final Telling telling;
        private int retries;

        Asking(ChatRequest request, CallListener listener) {
            this.sending = Sending.of(provider, request.withModel(sent(request.model())), listener.wantsText());
            this.call = new Call(provider, request, sending.size());
            this.listener = listener;
            this.telling = new Telling(provider, listener);
            this.thinks = thinking.thinks(request);
        }

        ChatOutcome run() throws InterruptedException {
            CallLog.asking(provider, sending.body());
            while (!listener.cancellation().isCancelled()) {
                long began = pace.nanos();
                Answer answer = attempt();
                CallLog.attempt(provider, sending, retries, answer, Duration.ofNanos(pace.nanos() - began));
                if (answer instanceof Answer.Good whole) {
                    Answer.Good good = telling.whole(whole);
                    return new ChatOutcome.Answered(good.reply(), good.findings(), elapsed(), retries);
                }
                Answer.Bad bad = telling.failed((Answer.Bad) answer);
                if (bad.fault().kind() == Fault.Kind.CANCELLED) {
                    return failed(bad, null);
                }
                Failure failure = new Failure(bad.fault(), bad.hopeless(), bad.headers(), telling.hasShown());
                Decision decision = rules.decide(failure, retries, elapsed(), pace.now(), pace.chance());
                if (decision instanceof Decision.Stop stop) {
                    return failed(bad, stop.because());
                }
                Duration wait = ((Decision.Again) decision).after();
                if (!listener.retries(bad.fault(), wait)) {
                    return failed(bad, null);
                }
                CallLog.waiting(provider, wait);
                pace.sleep(wait.toNanos(), listener.cancellation());
                if (!listener.cancellation().isCancelled()) {
                    retries++;
                }
            }
            return new ChatOutcome.Failed(ChatErrors.cancelled(), Fault.of(Fault.Kind.CANCELLED), elapsed(), retries);
        }

        private Answer attempt() throws InterruptedException {
            Answer answer = attempt(sending);
            if (answer instanceof Answer.Bad bad && bad.fault().kind() == Fault.Kind.REDIRECT) {
                Sending elsewhere = sending.redirected(bad);
                return elsewhere == null ? answer : attempt(elsewhere);
            }
            return answer;
        }

        private Answer attempt(Sending one) throws InterruptedException {
            telling.begin();
            Timers timers = new Timers(pace, timeouts, thinks);
            return attempting.send(one, call, timers, listener.cancellation(), telling::hear);
        }

        private Duration elapsed() {
            return Duration.ofNanos(pace.nanos() - start);
        }

        private ChatOutcome failed(Answer.Bad bad, @Nullable String because) {
            Diagnostic told =
                    because == null ? bad.diagnostic() : bad.diagnostic().withNote(because);
            return new ChatOutcome.Failed(told, bad.fault(), bad.partial(), elapsed(), retries);
        }
    }
}
