package dev.cuecard.cli.console;

import dev.cuecard.diagnostic.Nearest;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A command line that makes no sense, in the words of the user.
 *
 * @param message what is wrong with it
 * @param help what to do
 */
public record WrongUse(String message, String help) {

    public static WrongUse of(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String seeHelp = "`" + name + " --help` lists what it takes";
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command, seeHelp);
        }
        if (exception instanceof MissingParameterException missing) {
            return new WrongUse("missing " + names(missing), seeHelp);
        }
        String message = String.valueOf(exception.getMessage()).strip();
        return new WrongUse(message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1), seeHelp);
    }

    private static WrongUse unmatched(UnmatchedArgumentException exception, CommandLine command, String seeHelp) {
        String word = exception.getUnmatched().get(0);
        List<String> known = new ArrayList<>();
        boolean option = word.startsWith("-");
        boolean isCommand = !option && !command.getSubcommands().isEmpty();
        if (option) {
            command.getCommandSpec().options().forEach(o -> known.addAll(List.of(o.names())));
        } else {
            known.addAll(command.getSubcommands().keySet());
        }
        String kind = option ? "unknown option" : isCommand ? "unknown command" : "one argument too many:";
        String bare = option && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        @Nullable String near = Nearest.of(bare, known);
        return new WrongUse(kind + " `" + bare + "`", near == null ? seeHelp : "did you mean `" + near + "`?");
    }

    private static String names(MissingParameterException exception) {
        return String.join(
                " and ",
                exception.getMissing().stream()
                        .map(arg -> arg.isOption()
                                ? "`" + ((CommandLine.Model.OptionSpec) arg).longestName() + "`"
                                : "`" + arg.paramLabel() + "`")
                        .toList());
    }

    public void print(PrintStream err) {
        err.println("error: " + message);
        err.println("  = help: " + help);
    }
}
