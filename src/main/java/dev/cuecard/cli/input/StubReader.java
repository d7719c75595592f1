package dev.cuecard.cli.input;

import dev.cuecard.Prompt;
import dev.cuecard.PromptException;
import dev.cuecard.RunOptions;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.FileText;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.tool.StubReading;
import org.jspecify.annotations.Nullable;

/** Has files and tests stand for the code of tools: there is no other on the command line. */
public final class StubReader {

    private StubReader() {}

    /**
     * The options with the stubs of a test and, before them, those of a file.
     *
     * @param test the name of a test of the prompt, or null
     * @param file a JSON file, {@code -} for standard input, or null
     */
    public static RunOptions read(
            Console console, Prompt prompt, @Nullable String test, @Nullable String file, RunOptions options)
            throws CommandStopped {
        RunOptions with = options;
        if (test != null) {
            try {
                with = with.withStubs(prompt.stubsOf(test));
            } catch (PromptException mistakes) {
                console.report(mistakes.findings());
                throw new CommandStopped(ExitCode.MISTAKE);
            }
        }
        return file == null
                ? with
                : with.withStubs(ofFile(console, prompt, file).answers());
    }

    private static StubReading ofFile(Console console, Prompt prompt, String file) throws CommandStopped {
        Source source = FileText.read(console, file);
        JsonReading reading = JsonText.parse(source);
        if (reading instanceof JsonReading.Malformed malformed) {
            console.report(CliErrors.stubsNotJson(malformed));
            throw new CommandStopped(ExitCode.MISTAKE);
        }
        StubReading stubs = prompt.readStubs(((JsonReading.Parsed) reading).document());
        console.report(stubs.findings());
        if (Diagnostic.stops(stubs.findings())) {
            throw new CommandStopped(ExitCode.MISTAKE);
        }
        return stubs;
    }
}
