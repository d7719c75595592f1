package dev.cuecard.cli.test;

import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.FileText;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.file.AtomicFile;
import dev.cuecard.repl.ExitCode;
import dev.cuecard.testing.SuiteResult;
import dev.cuecard.testing.report.GithubReport;
import dev.cuecard.testing.report.JUnitReport;
import dev.cuecard.testing.report.JsonReport;
import dev.cuecard.testing.report.MarkdownReport;
import dev.cuecard.testing.report.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The reports of tests that are wanted. */
final class TestReports {

    private static final String GITHUB = "github";
    private static final List<String> TO_FILES = List.of("junit", "json", "html", "markdown");

    @Option(
            names = "--report",
            paramLabel = "KIND=FILE",
            description = "Write a report: junit=FILE, json=FILE, html=FILE, markdown=FILE (- is stdout), or github:"
                    + " marks of a workflow, to stdout. Repeatable.")
    private List<String> reports = new ArrayList<>();

    /** Stops when one makes no sense. */
    void check(Console console) throws CommandStopped {
        for (String report : reports) {
            int sign = report.indexOf('=');
            boolean known = sign < 0
                    ? report.equals(GITHUB)
                    : TO_FILES.contains(report.substring(0, sign)) && sign < report.length() - 1;
            if (!known) {
                throw new WrongUse(
                                "`--report " + report + "` is not known",
                                "write `--report junit=FILE`, `json=FILE`, `html=FILE`, `markdown=FILE` or `github`")
                        .stop(console);
            }
            if (sign > 0) {
                FileText.path(console, report.substring(sign + 1));
            }
        }
    }

    /** Writes them. Whether all could be written. */
    boolean write(Console console, SuiteResult result, List<Diagnostic> remarks, List<ExitCode> codes) {
        boolean all = true;
        for (String report : reports) {
            int sign = report.indexOf('=');
            String kind = sign < 0 ? report : report.substring(0, sign);
            String file = sign < 0 ? "-" : report.substring(sign + 1);
            String text = switch (kind) {
                case "junit" -> JUnitReport.of(result);
                case "markdown" -> MarkdownReport.of(result);
                case "html" -> HtmlReport.of(result, remarks, console.clock().instant());
                case "json" ->
                    JsonText.pretty(
                                    JsonReport.of(
                                            result,
                                            remarks,
                                            codes.stream().map(ExitCode::number).toList()),
                                    2)
                            + "\n";
                default -> GithubReport.of(result);
            };
            if (file.equals("-")) {
                console.out().print(text);
            } else {
                all &= write(console, file, text);
            }
        }
        return all;
    }

    private static boolean write(Console console, String file, String text) {
        try {
            AtomicFile.write(Path.of(file), text);
            return true;
        } catch (IOException e) {
            new WrongUse("cannot write the report `" + file + "`", "name a file that can be written")
                    .print(console.err());
            return false;
        }
    }
}
