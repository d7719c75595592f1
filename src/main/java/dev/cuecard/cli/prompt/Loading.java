package dev.cuecard.cli.prompt;

import dev.cuecard.CheckResult;
import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.Result;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.FileText;
import dev.cuecard.cli.option.ReadingOptions;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.repl.ExitCode;
import java.nio.file.Path;
import java.util.List;

/** Loads the prompt that a command names. */
final class Loading {

    private Loading() {}

    /** The same for a command that prints results: with {@code --format envelope} there is one whatever happens. */
    static Prompt prompt(Console console, PromptEngine engine, String file, ReadingOptions.Format format)
            throws CommandStopped {
        CheckResult result = check(console, engine, file);
        if (result.prompt().isEmpty() && format == ReadingOptions.Format.envelope) {
            Result mistakes = Result.ofMistakes(result.orNoPrompt(name(file)));
            console.out().println(JsonText.pretty(mistakes.envelope().toJson(), 2));
        }
        return prompt(console, result, file);
    }

    /** The prompt; its warnings have been said, and its errors when it stops. */
    static Prompt prompt(Console console, PromptEngine engine, String file) throws CommandStopped {
        return prompt(console, check(console, engine, file), file);
    }

    private static String name(String file) {
        return file.equals("-") ? "stdin" : file;
    }

    private static Prompt prompt(Console console, CheckResult result, String file) throws CommandStopped {
        List<Diagnostic> findings = result.orNoPrompt(name(file));
        // That only a value can bring the word JSON is for `check` to say; here the values are known, and the request
        // is
        // refused if they do not (P301).
        boolean usable = result.prompt().isPresent();
        console.report(findings.stream()
                .filter(finding -> !usable || finding.code() != Code.P302)
                .toList());
        if (!usable) {
            throw new CommandStopped(result.notFound() ? ExitCode.USAGE : ExitCode.MISTAKE);
        }
        return result.prompt().get();
    }

    private static CheckResult check(Console console, PromptEngine engine, String file) throws CommandStopped {
        if (!file.equals("-")) {
            return engine.check(FileText.path(console, file));
        }
        Source source = FileText.read(console, file);
        return engine.check(Path.of(source.name()), source.text());
    }
}
