package dev.cuecard.cli;

import dev.cuecard.cli.check.CheckCommand;
import dev.cuecard.cli.console.CommandStopped;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Defect;
import dev.cuecard.cli.console.WrongUse;
import dev.cuecard.cli.prompt.ReadCommand;
import dev.cuecard.cli.prompt.RenderCommand;
import dev.cuecard.cli.prompt.RunCommand;
import dev.cuecard.cli.prompt.SchemaCommand;
import dev.cuecard.cli.prompt.TokensCommand;
import dev.cuecard.cli.test.TestCommand;
import dev.cuecard.data.Version;
import dev.cuecard.repl.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code cuecard}: what it can do is said by its subcommands. */
@Command(
        name = "cuecard",
        description =
                "Prompts as typed functions: checked before they are sent, their JSON validated when it comes back.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Cuecard.Versions.class,
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "First steps (no key and no network needed):",
            "  cuecard init",
            "  cuecard check prompts",
            "  cuecard run prompts/review.prompt --var text=\"I love it\" --model sim",
            "",
            "`cuecard help COMMAND` tells more about one of them."
        })
final class Cuecard implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one command line. */
    static int run(Console console, String... arguments) {
        try {
            ReplCommand session = ReplCommand.plain(console, arguments);
            return session == null ? commands(console, arguments).execute(arguments) : session.run();
        } catch (StackOverflowError | RuntimeException defect) {
            return broken(console, defect, arguments);
        }
    }

    private static int broken(Console console, Throwable defect, String... arguments) {
        console.err().print(Defect.text(defect, wantsTrace(arguments)));
        return ExitCode.MISTAKE.number();
    }

    private static boolean wantsTrace(String... arguments) {
        return List.of(arguments).contains(Defect.OPTION);
    }

    private static CommandLine commands(Console console, String... arguments) {
        CommandLine line = new CommandLine(new Cuecard());
        List<Object> subcommands = new ArrayList<>();
        subcommands.add(new RunCommand(console));
        subcommands.add(new RenderCommand(console));
        subcommands.add(new ReadCommand(console));
        subcommands.add(new CheckCommand(console));
        subcommands.add(new FmtCommand(console));
        subcommands.add(new TestCommand(console));
        subcommands.add(new SchemaCommand(console));
        subcommands.add(new TokensCommand(console));
        subcommands.add(new ReplCommand(console, wantsTrace(arguments)));
        subcommands.add(new SimCommand(console));
        subcommands.add(new InitCommand(console));
        subcommands.add(new ExplainCommand(console));
        // A command is made ready by reflection, which takes its time: the others only where they may be spoken of.
        String first = arguments.length == 0 ? "" : arguments[0];
        if (subcommands.stream().anyMatch(subcommand -> isNamed(subcommand, first))) {
            subcommands.removeIf(subcommand -> !isNamed(subcommand, first));
        }
        for (Object subcommand : subcommands) {
            CommandLine command = new CommandLine(subcommand);
            command.getCommandSpec()
                    .addOption(OptionSpec.builder(Defect.OPTION)
                            .description("Show a stack trace when Cuecard itself breaks.")
                            .build());
            line.addSubcommand(command);
        }
        line.addSubcommand(new CommandLine.HelpCommand());
        Ansi ansi = console.colour() ? Ansi.ON : Ansi.OFF;
        line.setColorScheme(CommandLine.Help.defaultColorScheme(ansi));
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((exception, given) -> wrongUse(console, exception));
        line.setExecutionExceptionHandler((exception, command, parsed) -> {
            // What is thrown here would be shown with its trace by the library.
            return exception instanceof CommandStopped stopped
                    ? stopped.code().number()
                    : broken(console, exception, arguments);
        });
        return line;
    }

    private static boolean isNamed(Object subcommand, String name) {
        Command command = subcommand.getClass().getAnnotation(Command.class);
        return command != null && command.name().equals(name);
    }

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private static int wrongUse(Console console, ParameterException exception) {
        WrongUse.of(exception).print(console.err());
        return ExitCode.USAGE.number();
    }

    /** Says the version. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"cuecard " + Version.text()};
        }
    }
}
