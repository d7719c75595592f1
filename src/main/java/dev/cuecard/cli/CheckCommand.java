package dev.cuecard.cli;

import dev.cuecard.CheckResult;
import dev.cuecard.PromptEngine;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            "  git show HEAD:prompts/a.prompt | cuecard check - --stdin-name prompts/a.prompt",
            "",
            "Exits with 0 when no file has an error, with 1 otherwise, with 2 when there is no .prompt file."
        })
final class CheckCommand implements Callable<Integer> {

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

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, CommandStopped {
        if (!deny.isEmpty() && !deny.equals("warnings")) {
            throw new ParameterException(
                    spec.commandLine(), "only `--deny warnings` has a meaning, got `" + deny + "`");
        }
        List<CheckResult> results = new ArrayList<>();
        try (PromptEngine engine =
                Engines.builder(console).refuseRetiredModels().build()) {
            List<Path> files = new ArrayList<>();
            for (String path : paths) {
                if (path.equals("-")) {
                    String text = new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
                    results.add(engine.check(Path.of(stdinName), text));
                } else {
                    files.addAll(PromptFinder.below(Path.of(path)));
                }
            }
            results.addAll(files.parallelStream().map(engine::check).toList());
        }
        if (results.isEmpty()) {
            new WrongUse("no .prompt file below " + String.join(", ", paths), "name a file or a folder that has some")
                    .print(console.err());
            return ExitCode.USAGE.number();
        }
        return conclude(results).number();
    }

    private ExitCode conclude(List<CheckResult> results) {
        List<Diagnostic> findings = once(results);
        console.report(findings);
        if (findings.isEmpty()) {
            console.err()
                    .println(
                            results.size() == 1
                                    ? "1 file checked, nothing found"
                                    : results.size() + " files checked, nothing found");
        }
        boolean bad = Diagnostic.stops(findings) || (!deny.isEmpty() && !findings.isEmpty());
        if (results.stream().anyMatch(CheckResult::notFound)) {
            return ExitCode.USAGE;
        }
        return bad ? ExitCode.MISTAKE : ExitCode.OK;
    }

    /** What several files share, such as a file that they import, is told once. */
    private static List<Diagnostic> once(List<CheckResult> results) {
        Map<String, Diagnostic> told = new LinkedHashMap<>();
        for (CheckResult result : results) {
            for (Diagnostic finding : result.findings()) {
                told.putIfAbsent(DiagnosticRenderer.plain().render(finding), finding);
            }
        }
        return List.copyOf(told.values());
    }
}
