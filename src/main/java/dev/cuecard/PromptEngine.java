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
import dev.cuecard.check.files.FileSource;
import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.sim.Simulator;
import dev.cuecard.sim.Wanted;
import dev.cuecard.syntax.parse.PromptParser;
import dev.cuecard.tool.ToolRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    PromptEngine(
            Clients clients,
            Limits limits,
            long seed,
            Configuration configuration,
            CheckOptions options,
            InstantSource clock,
            Map<String, ToolHandler> tools,
            ToolRules toolRules) {
        this.clients = clients;
        this.limits = limits;
        this.seed = seed;
        this.configuration = configuration;
        this.options = options;
        this.clock = clock;
        this.tools = Map.copyOf(tools);
        this.toolRules = toolRules;
    }

    /** Begins an engine. */
    public static PromptEngineBuilder builder() {
        return new PromptEngineBuilder();
    }

    /** Checks a file and the files that it imports. */
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

    /** Checks a text that can import nothing; {@code name} is what messages call it. */
    public CheckResult check(String name, String text) {
        return check(new Source(name, text), MemoryFiles.none());
    }

    /**
     * Checks a text that would stand in a file.
     *
     * @param file where it would stand, whose folder has to exist: imports are looked up beside it
     * @param source the text, and what messages call it
     */
    public CheckResult check(Path file, Source source) {
        try {
            ProjectFiles files = ProjectFiles.of(file, source.name());
            ConfigurationReading project = ConfigurationFile.ofProject(files.root(), file);
            Configuration both = configuration.under(project.configuration());
            return check(source, files, new ConfigurationReading(both, project.findings()));
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
        return check(source, files, new ConfigurationReading(configuration, List.of()));
    }

    private CheckResult check(Source source, FileSource files, ConfigurationReading configured) {
        CheckOptions known =
                today().with(options.models().plus(configured.configuration().models()));
        Checked checked = Checker.check(PromptParser.parse(source), files, known);
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

    /** Days begin and end as those of the API do: by UTC. */
    private CheckOptions today() {
        return options.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /**
     * Loads the prompt of a file.
     *
     * @throws PromptException when the file or one that it imports has a mistake, or when it declares no prompt
     */
    public Prompt load(Path file) {
        return loaded(file.toString(), check(file));
    }

    /**
     * Loads the prompt of a text that can import nothing.
     *
     * @param name what messages call it
     * @throws PromptException as {@link #load(Path)}
     */
    public Prompt load(String name, String text) {
        return loaded(name, check(name, text));
    }

    private static Prompt loaded(String name, CheckResult result) {
        return result.prompt().orElseThrow(() -> new PromptException(result.orNoPrompt(name)));
    }

    /** Who answers for a model: the simulator only when it is named. */
    ChatClient client(Prompt prompt, String model, Wanted wanted, int repeat) {
        return model.equals(Simulator.MODEL)
                ? new Simulator(seed, repeat, wanted)
                : clients.of(model, prompt.configured().providers(), prompt.models());
    }

    /** Where a model's requests would go. */
    Destination destination(Prompt prompt, String model) {
        return clients.destination(model, prompt.configured().providers());
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

    Limits limits() {
        return limits;
    }

    /** Ends what is under way and lets go of the connections. */
    @Override
    public void close() {
        clients.close();
    }
}
