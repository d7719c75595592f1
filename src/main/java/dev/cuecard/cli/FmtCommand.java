package dev.cuecard.cli;

import dev.cuecard.check.files.PromptFinder;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.FileText;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.file.AtomicFile;
import dev.cuecard.file.TextFile;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.syntax.format.Formatted;
import dev.cuecard.syntax.format.Formatter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cuecard fmt PATH…}. */
@Command(
        name = "fmt",
        description = "Rewrites prompt files in the canonical form, which never changes what they mean.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  cuecard fmt prompts",
            "  cuecard fmt --check prompts",
            "  cuecard fmt - < a.prompt",
            "",
            "A file with a mistake in its syntax is left as it is. Exits with 1 for such a file "
                    + "and, with --check, when a file would change."
        })
final class FmtCommand implements Callable<Integer> {

    private final Console console;
    private final List<ExitCode> codes = new ArrayList<>();
    private int changed;
    private int seen;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files, folders, or - to format standard input to standard output.")
    private List<String> paths = List.of();

    @Option(names = "--check", description = "Change nothing; list the files that would change.")
    private boolean check;

    FmtCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandStopped {
        for (String path : paths) {
            if (path.equals("-")) {
                stdin();
            } else {
                for (Path file : PromptFinder.below(FileText.path(console, path))) {
                    file(file);
                }
            }
        }
        if (seen == 0) {
            new WrongUse("no .prompt file below " + String.join(", ", paths), "name a file or a folder that has some")
                    .print(console.err());
            return ExitCode.USAGE.number();
        }
        if (!paths.contains("-")) {
            String verb = check ? " would change" : " changed";
            console.err().println(changed + " of " + seen + (seen == 1 ? " file" : " files") + verb);
        }
        return ExitCode.gravest(codes).number();
    }

    private void stdin() throws CommandStopped {
        seen++;
        Source source = FileText.read(console, "-");
        Formatted formatted = formatted(source);
        String text = formatted.text();
        if (text == null) {
            return;
        }
        if (!check) {
            console.out().print(text);
        } else if (!text.equals(source.text())) {
            changed(source.name());
        }
    }

    private void file(Path file) {
        seen++;
        TextFile read = TextFile.read(file);
        if (read instanceof TextFile.Refused refused) {
            console.report(refused.diagnostic());
            codes.add(FileText.code(refused.diagnostic()));
            return;
        }
        Source source = ((TextFile.Found) read).source();
        String text = formatted(source).text();
        if (text == null || text.equals(source.text())) {
            return;
        }
        try {
            if (!check) {
                AtomicFile.write(file, text);
            }
            changed(source.name());
        } catch (IOException e) {
            console.report(AtomicFile.notWritten(source.name()));
            codes.add(ExitCode.MISTAKE);
        }
    }

    private void changed(String name) {
        changed++;
        console.out().println(name);
        if (check) {
            codes.add(ExitCode.MISTAKE);
        }
    }

    private Formatted formatted(Source source) {
        Formatted formatted = Formatter.format(source);
        console.report(formatted.findings());
        if (Diagnostic.stops(formatted.findings())) {
            codes.add(ExitCode.MISTAKE);
        }
        return formatted;
    }
}
