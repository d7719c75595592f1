package dev.cuecard.cli.check;

import dev.cuecard.CheckResult;
import dev.cuecard.PromptEngine;
import dev.cuecard.chat.config.Configuration;
import dev.cuecard.chat.config.ConfigurationReading;
import dev.cuecard.check.files.PromptFinder;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.FileText;
import dev.cuecard.cli.console.UserConfiguration;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.testing.recording.RecordedReplies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cuecard check PATH…}. */
@Command(
        name = "check",
        description = "Checks every .prompt file below the paths: syntax, names, types, settings. Sends nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  cuecard check prompts",
            "  cuecard check prompts --deny warnings",
            "  cuecard check prompts --format sarif > findings.sarif",
            "  git show HEAD:prompts/a.prompt | cuecard check - --stdin-name prompts/a.prompt",
            "",
            "Exits with 0 when no file has an error, with 1 otherwise, with 2 when there is no .prompt file."
        })
public final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files, folders, or - for one file on standard input.")
    private List<String> paths = List.of();

    @Option(names = "--deny", paramLabel = "warnings", description = "Exit with 1 for a warning too.")
    private String deny = "";

    @Option(
            names = "--stdin-name",
            paramLabel = "FILE",
            description = "What the file on standard input is called; imports are looked up beside it.")
    private String stdinName = "stdin.prompt";

    public CheckCommand(Console console) {
        this.console = console;
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "human (the default, to stderr); json, sarif (2.1.0) or github (marks of a workflow), to stdout.")
    private CheckFormat format = CheckFormat.human;

    @Override
    public Integer call() throws CommandStopped {
        if (!deny.isEmpty() && !deny.equals("warnings")) {
            throw new ParameterException(
                    spec.commandLine(), "only `--deny warnings` has a meaning, got `" + deny + "`");
        }
        ConfigurationReading user = UserConfiguration.read(console.environment());
        List<CheckResult> results = results(user.configuration());
        if (results.isEmpty()) {
            new WrongUse("no .prompt file below " + String.join(", ", paths), "name a file or a folder that has some")
                    .print(console.err());
            return ExitCode.USAGE.number();
        }
        List<Diagnostic> more = new ArrayList<>(user.findings());
        results.forEach(result -> result.prompt().map(RecordedReplies::check).ifPresent(more::addAll));
        CheckReport report = CheckReport.of(results, more);
        format.print(report, console);
        if (results.stream().anyMatch(CheckResult::notFound)) {
            return ExitCode.USAGE.number();
        }
        boolean bad =
                report.errors() > 0 || (!deny.isEmpty() && !report.findings().isEmpty());
        return (bad ? ExitCode.MISTAKE : ExitCode.OK).number();
    }

    private List<CheckResult> results(Configuration user) throws CommandStopped {
        List<CheckResult> results = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        try (PromptEngine engine = PromptEngine.builder()
                .configuration(user)
                .clock(console.clock())
                .refuseRetiredModels()
                .build()) {
            for (String path : paths) {
                if (path.equals("-")) {
                    Source source = FileText.read(console, "-");
                    results.add(engine.check(FileText.path(console, stdinName), source.text()));
                } else {
                    files.addAll(PromptFinder.below(FileText.path(console, path)));
                }
            }
            results.addAll(files.parallelStream().map(engine::check).toList());
        }
        return results;
    }
}
