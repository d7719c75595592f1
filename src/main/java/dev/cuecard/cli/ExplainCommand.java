package dev.cuecard.cli;

import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Explanation;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.repl.ExitCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cuecard explain P211}. */
@Command(
        name = "explain",
        description = "Tells what a diagnostic means, with the smallest example and its repair.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  cuecard explain P211"})
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "CODE", description = "The code in the brackets of a diagnostic: P211, p211 or 211.")
    private String code = "";

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String wanted = code.toUpperCase(Locale.ROOT);
        String name = wanted.startsWith("P") ? wanted : "P" + wanted;
        List<String> codes = Arrays.stream(Code.values()).map(Code::name).toList();
        if (codes.contains(name)) {
            console.out().print(Explanation.of(Code.valueOf(name)));
            return ExitCode.OK.number();
        }
        @Nullable String near = Nearest.of(name, codes);
        new WrongUse(
                        "unknown code `" + code + "`",
                        near == null ? "codes look like `P211`" : "did you mean `" + near + "`?")
                .print(console.err());
        return ExitCode.USAGE.number();
    }
}
