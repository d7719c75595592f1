package dev.cuecard.cli;

import dev.cuecard.PromptEngine;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Engines;
import dev.cuecard.cli.console.FileText;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.repl.ExitCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cuecard init [DIR]}. */
@Command(
        name = "init",
        description = {
            "Writes a first prompt with two tests, a recording that answers one of them, and a "
                    + "workflow for GitHub Actions that runs `check` and `test`. Sends nothing.",
            "",
            "The recording is made by the simulator, and says so. No file is ever overwritten: one "
                    + "that exists is kept and told of."
        },
        mixinStandardHelpOptions = true,
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  cuecard init",
            "  cuecard init services/reviews",
            "",
            "Exits with 0 when something was written, with 2 when all of it exists already or cannot be " + "written."
        })
final class InitCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "",
            description = "The folder to begin in, which is made if there is none; default: this one.")
    private String folder = "";

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandStopped, InterruptedException {
        Path place = FileText.path(console, folder).normalize();
        FirstFiles files = new FirstFiles(place);
        List<Diagnostic> findings = new ArrayList<>();
        IOException fault = null;
        try (PromptEngine engine = Engines.offline(console)) {
            findings.addAll(files.write(engine));
        } catch (IOException e) {
            fault = e;
        }
        files.written().forEach(file -> console.err().println("wrote  " + file));
        files.kept().forEach(file -> console.err().println("kept   " + file + ", which exists already"));
        if (fault != null) {
            new WrongUse(
                            "cannot write in `" + place.toAbsolutePath() + "`: " + reason(fault),
                            "name another folder: `cuecard init DIR`")
                    .print(console.err());
            return ExitCode.USAGE.number();
        }
        console.report(findings);
        if (files.written().isEmpty()) {
            new WrongUse("nothing to write: all of it exists already", "begin in another folder: `cuecard init DIR`")
                    .print(console.err());
            return ExitCode.USAGE.number();
        }
        return (Diagnostic.stops(findings) ? ExitCode.RECORDING : next(files)).number();
    }

    private static String reason(IOException fault) {
        if (fault instanceof FileAlreadyExistsException exists) {
            return "`" + exists.getFile() + "` is a file";
        }
        return fault instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : "the system does not let it be written";
    }

    /** What to type next. */
    private ExitCode next(FirstFiles files) {
        console.err().println();
        console.err().println("Next, without a key:");
        console.err().println("  cuecard check " + files.prompts());
        console.err().println("  cuecard test " + files.prompts());
        console.err().println("  cuecard run " + files.prompt() + " --test \"a happy customer\" --model sim");
        console.err().println();
        console.err()
                .println("With OPENAI_API_KEY set, leave out `--model sim` to ask the model; `cuecard test "
                        + files.prompts() + " --record=all` keeps its replies.");
        console.err().println("The workflow runs tools/cuecard.jar: put the jar there, or say in it where it is.");
        return ExitCode.OK;
    }
}
