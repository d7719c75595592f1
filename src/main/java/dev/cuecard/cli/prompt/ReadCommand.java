package dev.cuecard.cli.prompt;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.Result;
import dev.cuecard.RunOptions;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Engines;
import dev.cuecard.cli.console.FileText;
import dev.cuecard.cli.input.InputOptions;
import dev.cuecard.cli.input.InputReader;
import dev.cuecard.cli.option.ReadingOptions;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.render.Given;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cuecard read FILE}. */
@Command(
        name = "read",
        description = "Reads and validates a reply that was obtained elsewhere, as `run` would. No network, no key.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  cuecard read prompts/sentiment.prompt --reply reply.txt --var review=Meh",
            "  pbpaste | cuecard read prompts/sentiment.prompt --test \"a happy customer\"",
            "",
            "Exits with 0 for a valid output, 1 for a mistake in the prompt or its inputs, "
                    + "4 when the reply is not valid."
        })
public final class ReadCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "The prompt file.")
    private String file = "";

    @Option(
            names = "--reply",
            paramLabel = "FILE",
            description = "The text of the reply; - is standard input, the default.")
    private String reply = "-";

    @Mixin
    private InputOptions inputOptions = new InputOptions();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    public ReadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandStopped {
        try (PromptEngine engine = Engines.offline(console)) {
            Prompt prompt = Loading.prompt(console, engine, file, reading.format());
            Map<String, Given> inputs = InputReader.read(console, prompt, inputOptions);
            Source text = FileText.read(console, reply);
            RunOptions options = RunOptions.DEFAULT.withRecover(reading.recovers());
            Result result = prompt.read(text.text(), text.name(), inputs, options);
            return new ResultPrinter(console, reading.format()).print(result).number();
        }
    }
}
