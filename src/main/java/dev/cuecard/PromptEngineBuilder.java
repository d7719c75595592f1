package dev.cuecard;

import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.config.Configuration;
import dev.cuecard.chat.config.ConfigurationReader;
import dev.cuecard.chat.config.ConfigurationReading;
import dev.cuecard.chat.config.Origin;
import dev.cuecard.chat.provider.OpenAi;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.chat.provider.Secret;
import dev.cuecard.chat.retry.RetryRules;
import dev.cuecard.chat.route.Operator;
import dev.cuecard.chat.route.Routes;
import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.define.HostDeclarations;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.event.RunListener;
import dev.cuecard.host.HostFunction;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.sim.Injection;
import dev.cuecard.sim.SimFault;
import dev.cuecard.tool.ToolRules;
import java.net.ProxySelector;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link PromptEngine} needs. Nothing is read from the environment. */
public final class PromptEngineBuilder {

    private @Nullable ChatClient client;
    private @Nullable ProviderReading provider;
    private final Map<String, ProviderReading> named = new LinkedHashMap<>();
    private Operator operator = Operator.none();
    private @Nullable String apiKey;
    private @Nullable String baseUrl;
    private Timeouts timeouts = Timeouts.DEFAULT;
    private int retries = RetryRules.RETRIES;
    private @Nullable ProxySelector proxies;
    private Limits limits = Limits.DEFAULT;
    private long seed;
    private final List<Injection> faults = new ArrayList<>();
    private Configuration configuration = Configuration.EMPTY;
    private CheckOptions options = CheckOptions.DEFAULT.warnOfRetired();
    private InstantSource clock = InstantSource.system();
    private final Map<String, ToolHandler> tools = new LinkedHashMap<>();
    private ToolRules toolRules = ToolRules.DEFAULT;
    private final Map<String, ChatClient> clients = new LinkedHashMap<>();
    private final List<RunListener> listeners = new ArrayList<>();
    private Configuration models = Configuration.EMPTY;
    private FileSource files = MemoryFiles.none();
    private final HostDeclarations host = new HostDeclarations();

    private @Nullable Executor executor;

    PromptEngineBuilder() {}

    /** The key of the OpenAI API, or of the server that {@link #baseUrl} names; null and blank mean that there is none. */
    public PromptEngineBuilder apiKey(@Nullable String key) {
        apiKey = key;
        return this;
    }

    /** Where the API is, such as {@code http://127.0.0.1:8081/v1}; https, or http on this machine. */
    public PromptEngineBuilder baseUrl(String url) {
        baseUrl = Objects.requireNonNull(url, "url");
        return this;
    }

    /** The provider, instead of a key and a base URL; one that is refused fails each call with its diagnostic. */
    public PromptEngineBuilder provider(ProviderReading reading) {
        provider = Objects.requireNonNull(reading, "reading");
        return this;
    }

    /**
     * A further provider: it answers for every model whose name begins with the provider's and a slash, such as {@code
     * local/small}, which it is asked for as {@code small}. It hides one of the same name in a {@code cuecard.json}.
     *
     * @param name what stands before the slash: letters, digits, {@code .}, {@code _} and {@code -}
     * @param url where its API begins, such as {@code https://models.example/v1}; one that cannot be used fails each call
     *     with a diagnostic
     * @param key its key, or null when it wants none
     * @throws IllegalArgumentException when it cannot have that name
     */
    public PromptEngineBuilder provider(String name, String url, @Nullable String key) {
        return provider(name, url, key, Map.of());
    }

    /**
     * A further provider, as {@link #provider(String, String, String)} has it, that wants headers with every request.
     *
     * @param name what stands before the slash
     * @param url where its API begins
     * @param key its key, or null when it wants none
     * @param headers their names and values, each one line of printable ASCII; others fail each call with a diagnostic
     * @throws IllegalArgumentException when it cannot have that name
     */
    public PromptEngineBuilder provider(String name, String url, @Nullable String key, Map<String, String> headers) {
        if (!Provider.isName(name)) {
            throw new IllegalArgumentException("the name of a provider: " + name);
        }
        named.put(name, ProviderReading.of(name, url, "the engine's provider `" + name + "`", key, headers, false));
        return this;
    }

    /**
     * Takes from these environment variables what the command line takes from its own: {@code OPENAI_API_KEY}, {@code
     * OPENAI_BASE_URL}, {@code OPENAI_ORG_ID}, {@code OPENAI_PROJECT_ID}, the key variables of {@code cuecard.json} and
     * {@code CUECARD_ALLOW_PROVIDER}. What the other methods here are given goes first. Each is read when it is needed; no
     * engine reads the environment by itself.
     *
     * @param variables {@code System.getenv()}, say; not copied, and read by many threads at once
     */
    public PromptEngineBuilder environment(Map<String, String> variables) {
        operator = Operator.of(Objects.requireNonNull(variables, "variables"));
        return this;
    }

    /** The host's own way to a model, instead of a provider; it is asked for every model but {@code sim}. */
    public PromptEngineBuilder client(ChatClient own) {
        client = Objects.requireNonNull(own, "own");
        return this;
    }

    /**
     * The host's own way to the models of a provider: it is asked for every model whose name begins with the provider's
     * and a slash, by the rest of that name.
     *
     * @param provider what stands before the slash: letters, digits, {@code .}, {@code _} and {@code -}
     * @param own who answers
     * @throws IllegalArgumentException when it cannot have that name
     */
    public PromptEngineBuilder client(String provider, ChatClient own) {
        if (!Provider.isName(provider)) {
            throw new IllegalArgumentException("the name of a provider: " + provider);
        }
        clients.put(provider, own);
        return this;
    }

    /**
     * Facts about a model, such as its prices, over those that are known.
     *
     * @param name the model's name, as prompts say it
     * @param facts as a member of {@code models} in {@code cuecard.json}: {@code context_window}, {@code input_usd} …
     * @throws PromptException when there is no such fact, or it is nonsense
     */
    public PromptEngineBuilder model(String name, Json.Obj facts) {
        Json.Obj table = Json.object()
                .put(
                        "models",
                        Json.object()
                                .put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(facts, "facts"))
                                .done())
                .done();
        ConfigurationReading reading =
                ConfigurationReader.read(new Source("the engine's models", JsonText.pretty(table, 2)), Origin.USER);
        if (!reading.findings().isEmpty()) {
            throw new PromptException(reading.findings());
        }
        models = models.under(reading.configuration());
        return this;
    }

    /**
     * Where prompts that are loaded by a name and a text, not from a file, take their imports and other files from: {@code
     * MemoryFiles}, or the host's own; nowhere if not said. The host's own has the time of
     * the limits for a file.
     */
    public PromptEngineBuilder files(FileSource source) {
        files = Objects.requireNonNull(source, "source");
        return this;
    }

    /** Hears of all runs, beside those that do already. */
    public PromptEngineBuilder listener(RunListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /** The bounds of time of a call; {@link Timeouts#DEFAULT} if not said. */
    public PromptEngineBuilder timeouts(Timeouts bounds) {
        timeouts = Objects.requireNonNull(bounds, "bounds");
        return this;
    }

    /**
     * How often a call that failed is tried again, where that may help; 2 times if not said.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public PromptEngineBuilder retries(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("retries: " + times);
        }
        retries = times;
        return this;
    }

    /**
     * Which requests go through a proxy. If not said it is as {@code HTTPS_PROXY} and {@code NO_PROXY} of the {@link
     * #environment} say, else as the JVM says; and then requests to this machine never do.
     */
    public PromptEngineBuilder proxies(ProxySelector selector) {
        proxies = Objects.requireNonNull(selector, "selector");
        return this;
    }

    /** How much a prompt and its values may take; {@link Limits#DEFAULT} if not said. */
    public PromptEngineBuilder limits(Limits bounds) {
        limits = Objects.requireNonNull(bounds, "bounds");
        return this;
    }

    /** The simulator's seed; 0 if not said. */
    public PromptEngineBuilder simulatorSeed(long number) {
        seed = number;
        return this;
    }

    /**
     * Something that the simulator does wrong, in process and without a server, so that a program can rehearse what it does
     * then: with the messages, waits and further attempts that a server would cause. May be said several times; the first
     * that an attempt is hit by counts. Which attempts are hit depends on the request and the seed only.
     *
     * @param rate the share of the attempts, from 0 to 1
     * @throws IllegalArgumentException when the rate is out of bounds
     */
    public PromptEngineBuilder simulatorFault(SimFault fault, double rate) {
        faults.add(new Injection(Objects.requireNonNull(fault, "fault"), rate));
        return this;
    }

    /**
     * What the user has configured. What the project of a prompt configures, in its {@code cuecard.json}, is read with
     * the prompt and hides the same here.
     */
    public PromptEngineBuilder configuration(Configuration ofUser) {
        configuration = Objects.requireNonNull(ofUser, "ofUser");
        return this;
    }

    /** Takes a model that has retired for an error; it is a warning if not said, since it is the provider who refuses. */
    public PromptEngineBuilder refuseRetiredModels() {
        options = CheckOptions.DEFAULT;
        return this;
    }

    /** What tells the day, by which models have retired or soon will; the system's clock if not said. */
    public PromptEngineBuilder clock(InstantSource instants) {
        clock = Objects.requireNonNull(instants, "instants");
        return this;
    }

    /**
     * The code of a tool, for every prompt that declares one of that name.
     *
     * @param name the tool's name, as prompts declare it
     * @param handler its code, which several runs may call at once
     * @throws IllegalArgumentException when that tool has code already
     */
    public PromptEngineBuilder tool(String name, ToolHandler handler) {
        if (tools.putIfAbsent(Objects.requireNonNull(name, "name"), Objects.requireNonNull(handler, "handler"))
                != null) {
            throw new IllegalArgumentException("the tool `" + name + "` has code already");
        }
        return this;
    }

    /** How far a model may go with tools in one run; {@link ToolRules#DEFAULT} if not said. */
    public PromptEngineBuilder toolRules(ToolRules rules) {
        toolRules = Objects.requireNonNull(rules, "rules");
        return this;
    }

    /**
     * Where runs go that are started by {@code runAsync}; threads of the engine's own if not said, which are daemons, as
     * many as there are runs, and end with it. An executor that is given is not closed.
     */
    public PromptEngineBuilder executor(Executor threads) {
        executor = Objects.requireNonNull(threads, "threads");
        return this;
    }

    /**
     * A function that prompts may call, with the host's code behind it. A template of a prompt hides one of its name.
     *
     * <pre>{@code
     * builder.function(HostFunction.of("slug(text: string): string", args -> slug(args.text("text"))));
     * }</pre>
     */
    public PromptEngineBuilder function(HostFunction function) {
        host.function(function);
        return this;
    }

    /** A filter: its first parameter is what it filters. What it makes of text from outside is as untrusted as that. */
    public PromptEngineBuilder filter(HostFunction filter) {
        host.filter(filter, false);
        return this;
    }

    /**
     * A filter that is safe for text from outside: whatever that says, it cannot be taken for the text around it in what
     * the filter gives. {@code check} takes it for a fence.
     */
    public PromptEngineBuilder safeFilter(HostFunction filter) {
        host.filter(filter, true);
        return this;
    }

    /**
     * The engine.
     *
     * @throws PromptException when a function or filter cannot be declared so: its declaration cannot be read, or the
     *     language has one of its name
     */
    public PromptEngine build() {
        if (!host.findings().isEmpty()) {
            throw new PromptException(host.findings());
        }
        ProviderReading standard = provider;
        if (standard == null && (!operator.isThere() || apiKey != null || baseUrl != null)) {
            Secret key = apiKey == null || apiKey.isBlank() ? null : new Secret(apiKey);
            standard = new OpenAi(key, baseUrl, null, null).ofProgram();
        }
        Routes routes = new Routes(standard, named, configuration.providers().values(), operator);
        Clients all = new Clients(
                client, clients, routes, timeouts, retries, proxies == null ? operator.proxies() : proxies, faults);
        return new PromptEngine(
                all,
                limits,
                seed,
                configuration.under(models),
                options.with(host.names()),
                clock,
                tools,
                toolRules,
                executor,
                files,
                listeners);
    }
}
