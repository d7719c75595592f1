package dev.cuecard;

import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.Pace;
import dev.cuecard.chat.config.Configuration;
import dev.cuecard.chat.config.ConfigurationReading;
import dev.cuecard.chat.guard.Breakers;
import dev.cuecard.chat.route.Destination;
import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.Checked;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.files.FileReading;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.check.files.OwnFiles;
import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.check.files.ResourceFiles;
import dev.cuecard.check.files.SizedFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.event.RunListener;
import dev.cuecard.file.TextFile;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.sim.Simulator;
import dev.cuecard.sim.Wanted;
import dev.cuecard.syntax.parse.PromptParser;
import dev.cuecard.tool.ToolRules;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Loads prompts and runs them. Immutable, safe for many threads, and to be closed: its prompts share one HTTP client.
 *
 * <p>Loading, checking, rendering and reading need neither a network nor a key.
 *
 * <pre>{@code
 * try (PromptEngine engine = PromptEngine.builder().apiKey(key).build()) {
 *     Prompt prompt = engine.load(Path.of("prompts/sentiment.prompt"));
 *     Result result = prompt.run(Map.of("review", "Best purchase of the year!"));
 * }
 * }</pre>
 */
public final class PromptEngine implements AutoCloseable {

    private final Clients clients;
    private final Limits limits;
    private final long seed;
    private final Configuration configuration;
    private final CheckOptions options;
    private final InstantSource clock;
    private final Breakers breakers = new Breakers(Pace.SYSTEM);
    private final Map<String, ToolHandler> tools;
    private final ToolRules toolRules;
    private final RunThreads threads;
    private final Executor executor;
    private final FileSource files;
    private final List<RunListener> listeners;

    PromptEngine(
            Clients clients,
            Limits limits,
            long seed,
            Configuration configuration,
            CheckOptions options,
            InstantSource clock,
            Map<String, ToolHandler> tools,
            ToolRules toolRules,
            @Nullable Executor executor,
            FileSource files,
            List<RunListener> listeners) {
        this.clients = clients;
        this.limits = limits;
        this.seed = seed;
        this.configuration = configuration;
        this.options = options;
        this.clock = clock;
        this.tools = Map.copyOf(tools);
        this.toolRules = toolRules;
        this.threads = new RunThreads();
        this.executor = executor == null ? threads : executor;
        this.files = guarded(files);
        this.listeners = List.copyOf(listeners);
    }

    /** Begins an engine without a key and with defaults for all else. */
    public static PromptEngineBuilder builder() {
        return new PromptEngineBuilder();
    }

    /**
     * Checks a file and the files that it imports. Mistakes are values: nothing is thrown.
     *
     * @param file the file, which messages name as it is written here; that it is not there is a finding, too
     */
    public CheckResult check(Path file) {
        TextFile text = TextFile.read(file);
        if (text instanceof TextFile.Found found) {
            return check(file, found.source());
        }
        return CheckResult.refused(((TextFile.Refused) text).diagnostic());
    }

    /**
     * Checks a text that would stand in a file.
     *
     * @param file where it would stand, whose folder has to exist: imports are looked up beside it
     * @param text the text
     */
    public CheckResult check(Path file, String text) {
        return check(file, new Source(file.toString(), text));
    }

    /**
     * Checks a text that takes what it imports from the files of the builder, if it was given any.
     *
     * @param name what messages call it, and what its paths are relative to
     * @param text the text
     */
    public CheckResult check(String name, String text) {
        return check(new Source(name, text), files);
    }

    /**
     * Checks a text that would stand in a file.
     *
     * @param file where it would stand, whose folder has to exist: imports are looked up beside it
     * @param source the text, and what messages call it
     */
    public CheckResult check(Path file, Source source) {
        return check(file, source, files -> files);
    }

    /** @param over what stands between the prompt and its files */
    CheckResult check(Path file, Source source, UnaryOperator<FileSource> over) {
        try {
            ProjectFiles files = ProjectFiles.of(file, source.name());
            ConfigurationReading project = ConfigurationFile.ofProject(files.root(), file);
            Configuration both = configuration.under(project.configuration());
            return check(source, over.apply(files), new ConfigurationReading(both, project.findings()));
        } catch (IOException e) {
            Diagnostic noFolder = Diagnostic.error(Code.P104, "cannot read the folder of `" + file + "`")
                    .done();
            return CheckResult.refused(noFolder);
        }
    }

    /**
     * Checks a text that takes its further files from elsewhere than the disk.
     *
     * @param source the text and what messages call it
     * @param files where imports and other files come from
     */
    public CheckResult check(Source source, FileSource files) {
        return check(source, guarded(files), new ConfigurationReading(configuration, List.of()));
    }

    /** What others wrote may do anything. */
    private FileSource guarded(FileSource files) {
        return files instanceof MemoryFiles
                        || files instanceof ProjectFiles
                        || files instanceof ResourceFiles
                        || files instanceof OwnFiles
                ? files
                : new OwnFiles(files, limits.time());
    }

    /** What is known where a file stands or would stand: models and the host's functions, those of its project too. */
    public CheckOptions known(Path file) {
        try {
            Path root = ProjectFiles.of(file).root();
            return known(
                    configuration.under(ConfigurationFile.ofProject(root, file).configuration()));
        } catch (IOException e) {
            return known(configuration);
        }
    }

    private CheckOptions known(Configuration configured) {
        return today().importing(limits.imports(), limits.importDepth())
                .with(options.models().plus(configured.models()))
                .with(options.host().over(configured.host()));
    }

    private CheckResult check(Source source, FileSource files, ConfigurationReading configured) {
        if (source.text().length() > limits.prompt()) {
            return CheckResult.refused(tooLarge(source));
        }
        CheckOptions known = known(configured.configuration());
        Checked checked = Checker.check(PromptParser.parse(source), new SizedFiles(files, limits.file()), known);
        List<Diagnostic> findings = new ArrayList<>(configured.findings());
        findings.addAll(checked.findings());
        findings.sort(Diagnostic.BY_PLACE);
        RunLog.checked(source.name(), findings);
        CheckedPrompt prompt = Diagnostic.stops(findings) ? null : checked.prompt();
        return new CheckResult(
                Optional.ofNullable(prompt)
                        .map(one -> new Prompt(this, one, known, configured.configuration(), findings)),
                findings,
                checked.trusted());
    }

    private Diagnostic tooLarge(Source source) {
        return Diagnostic.error(Code.P104, "cannot read " + Quoted.path(source.name()))
                .note("it has " + source.text().length() + " characters, and at most " + limits.prompt() + " are read")
                .done();
    }

    /** Days begin and end as those of the API do: by UTC. */
    private CheckOptions today() {
        return options.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /**
     * Loads the prompt of a file. A file that changes later is not looked at again: {@link #live} does.
     *
     * @param file the file, which messages name as it is written here
     * @throws PromptException when the file or one that it imports has a mistake, or when it declares no prompt
     */
    public Prompt load(Path file) {
        return loaded(file.toString(), check(file));
    }

    /**
     * Loads the prompt of a file, and loads it again when the file, or one that it reads, has changed.
     *
     * @param file the file, which messages name as it is written here
     * @param listener hears of new versions, and of the mistakes of those that cannot be used
     * @throws PromptException as {@link #load(Path)}: there is no good version to begin with
     */
    public LivePrompt live(Path file, ReloadListener listener) {
        return new LivePrompt(this, file, listener, System::nanoTime);
    }

    /**
     * Loads the prompt of a text that takes what it imports from the files of the builder, if it was given any.
     *
     * @param name what messages call it, and what its paths are relative to
     * @param text the text
     * @throws PromptException as {@link #load(Path)}
     */
    public Prompt load(String name, String text) {
        return loaded(name, check(name, text));
    }

    /**
     * Checks a resource of the class path, or of a module that opens its package to {@code dev.cuecard}, and those that
     * it imports, which stand there too. A {@code cuecard.json} is looked for on disk alone.
     *
     * @param near a class beside it
     * @param resource its path from the folder of that class, or with a slash first from the root
     */
    public CheckResult check(Class<?> near, String resource) {
        ResourceFiles files = new ResourceFiles(near);
        String path = files.path(resource);
        FileReading reading = files.read(path);
        if (reading instanceof FileReading.Found found) {
            TextFile text = TextFile.decode(path, found.bytes());
            return text instanceof TextFile.Found whole
                    ? check(whole.source(), files)
                    : CheckResult.refused(((TextFile.Refused) text).diagnostic());
        }
        return CheckResult.refused(Diagnostic.error(Code.P102, "file not found: " + Quoted.path(path))
                .note("looked on the class path, beside " + Quoted.of(near.getName()))
                .note("a module has to open the package for it: `opens " + near.getPackageName() + " to dev.cuecard`")
                .done());
    }

    /**
     * Loads the prompt of a resource, as {@link #check(Class, String)} finds it.
     *
     * @param near a class beside it
     * @param resource its path from the folder of that class, or with a slash first from the root
     * @throws PromptException as {@link #load(Path)}
     */
    public Prompt load(Class<?> near, String resource) {
        return loaded(resource, check(near, resource));
    }

    /**
     * Makes an object of an interface whose methods prompts answer: the {@link PromptFile} of each method, or of the
     * interface, stands beside it on the class path. All of them are compared now, and every difference is told at once.
     *
     * <p>A parameter is the input of its name (of its {@code @Spelled}, or as the compiler keeps it with
     * {@code -parameters}); one that is null is not given; {@link RunOptions} and {@link StreamListener} are taken, too;
     * the only parameter may be a record of all inputs. Returned is the output, an {@code Optional} that is empty when
     * the reply is not valid, a {@link TypedResult}, a {@link Result}, or a {@code CompletableFuture} of each. A method
     * that cannot tell of an invalid reply throws a {@link NoOutputException}; one that does not declare
     * {@code InterruptedException} throws a {@code CancellationException} when its thread is interrupted. Default methods
     * work.
     *
     * @throws PromptException with a diagnostic for each difference, and the mistakes of the prompts
     */
    public <T> T create(Class<T> type) {
        return Answering.of(type, method -> load(type, file(type, method)));
    }

    /**
     * Makes an object of an interface, as {@link #create(Class)} does, whose prompts are on disk.
     *
     * @param folder where the files stand
     * @throws PromptException with a diagnostic for each difference, and the mistakes of the prompts
     */
    public <T> T create(Class<T> type, Path folder) {
        return Answering.of(type, method -> load(folder.resolve(file(type, method))));
    }

    private static String file(Class<?> type, Method method) {
        String file = Answering.file(type, method);
        if (file == null) {
            throw new PromptException(List.of(InterfaceErrors.noFile(method)));
        }
        return file;
    }

    private static Prompt loaded(String name, CheckResult result) {
        return result.prompt().orElseThrow(() -> new PromptException(result.orNoPrompt(name)));
    }

    /** Who answers for a model: the simulator only when it is named. */
    ChatClient client(Prompt prompt, String model, Wanted wanted, int repeat) {
        return model.equals(Simulator.MODEL)
                ? clients.simulator(seed, repeat, wanted)
                : clients.of(model, prompt.configured().providers(), prompt.models());
    }

    /** Where a model's requests would go. */
    Destination destination(Prompt prompt, String model) {
        return clients.destination(model, prompt.configured().providers());
    }

    /** Who hears of all runs. */
    List<RunListener> listeners() {
        return listeners;
    }

    /** The code of tools, by their names. */
    Map<String, ToolHandler> tools() {
        return tools;
    }

    ToolRules toolRules() {
        return toolRules;
    }

    /** The breakers of the providers, which all runs share. */
    Breakers breakers() {
        return breakers;
    }

    /** Where runs go that nobody waits for. */
    Executor executor() {
        return executor;
    }

    Limits limits() {
        return limits;
    }

    /** Ends what is under way and lets go of the connections. */
    @Override
    public void close() {
        threads.close();
        clients.close();
    }
}
