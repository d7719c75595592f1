package dev.cuecard.cli.prompt;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.PromptEngineBuilder;
import dev.cuecard.Result;
import dev.cuecard.RunOptions;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Engines;
import dev.cuecard.cli.console.Notices;
import dev.cuecard.cli.input.InputOptions;
import dev.cuecard.cli.input.InputReader;
import dev.cuecard.cli.input.StubReader;
import dev.cuecard.cli.option.BudgetOption;
import dev.cuecard.cli.option.OverrideOptions;
import dev.cuecard.cli.option.ReadingOptions;
import dev.cuecard.cli.option.SettingReader;
import dev.cuecard.cli.option.SimulatorOptions;
import dev.cuecard.cli.option.TimeoutReader;
import dev.cuecard.render.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cuecard run FILE}. */
@Command(
        name = "run",
        description = {
            "Renders a prompt, sends it, validates the reply and prints the output.",
            "",
            "The output goes to stdout, alone: pretty JSON, or text. Everything else goes to stderr."
        },
        mixinStandardHelpOptions = true,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  cuecard run prompts/sentiment.prompt --var review=\"I love it\"",
            "  cuecard run prompts/sentiment.prompt --test \"a happy customer\" --model sim",
            "  cuecard run prompts/spam-filter.prompt --vars mail.json --format envelope",
            "  cuecard run prompts/hello.prompt --model sim --fault 429@0.5 --seed 7",
            "",
            "Keys: set OPENAI_API_KEY (and OPENAI_BASE_URL for a server that speaks the same "
                    + "API), name more providers in cuecard.json (`--model local/small`), or try it without "
                    + "a network by `--model sim`, the built-in simulator.",
            "",
            "Exits with 0 for a valid output, 1 for a mistake in the prompt or its inputs, "
                    + "3 when the provider gives no answer, 4 when the reply is not valid, 5 when it "
                    + "could cost more than `--max-cost` allows, 130 after Ctrl-C."
        })
public final class RunCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The prompt file, or - for standard input.")
    private String file = "";

    @Mixin
    private InputOptions inputOptions = new InputOptions();

    @Mixin
    private OverrideOptions overrides = new OverrideOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--reask",
            paramLabel = "N",
            description =
                    "How often an invalid reply is sent back with its errors; default: as the prompt says, else 1.")
    private @Nullable Integer reask;

    @Mixin
    private BudgetOption budget = new BudgetOption();

    @Option(
            names = "--timeout",
            paramLabel = "NAME=SECONDS",
            description =
                    "A bound of time: connect (default 5), headers (60), first (token; 60), data (between events of a "
                            + "stream; 30), bytes (between arrivals; 60), attempt (600), overall (in which another attempt may "
                            + "begin; 120). Repeatable.")
    private List<String> timeouts = new ArrayList<>();

    @Mixin
    private SimulatorOptions simulator = new SimulatorOptions();

    @Option(
            names = "--stub",
            paramLabel = "FILE",
            description =
                    "Results of tools, as a JSON object: a result for each tool, or a list of results in the order of the "
                            + "calls, the last for all further ones; - is standard input.")
    private @Nullable String stubs;

    @Option(
            names = "--stream",
            description =
                    "Shows the reply as it arrives: text on stdout, unvalidated (and never asked for again then); of JSON "
                            + "the fields that are complete on stderr, and the whole on stdout at the end.")
    private boolean stream;

    public RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException, CommandStopped {
        Timeouts bounds = TimeoutReader.read(console, timeouts);
        PromptEngineBuilder builder =
                Engines.builder(console).environment(console.environment()).timeouts(bounds);
        simulator.apply(console, builder);
        try (PromptEngine engine = builder.build()) {
            Prompt prompt = Loading.prompt(console, engine, file, reading.format());
            simulator.check(console, prompt, overrides.model());
            Map<String, Given> inputs = InputReader.read(console, prompt, inputOptions);
            RunOptions options = SettingReader.read(console, overrides)
                    .withRecover(reading.recovers())
                    .withReask(reask)
                    .withBudget(budget.read(console))
                    .withCancellation(console.interruption().heed());
            options = StubReader.read(console, prompt, inputOptions.test(), stubs, options);
            if (stream) {
                return new StreamPrinter(console, prompt, reading.format())
                        .run(inputs, options)
                        .number();
            }
            Result result = prompt.run(inputs, options);
            result.envelope().toolCalls().forEach(use -> console.err().println(Notices.of(use)));
            return new ResultPrinter(console, reading.format()).print(result).number();
        }
    }
}
