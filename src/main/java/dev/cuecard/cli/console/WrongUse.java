package dev.cuecard.cli.console;

import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.repl.ExitCode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
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
            return missing(missing.getMissing(), seeHelp);
        }
        if (exception instanceof OverwrittenOptionException twice) {
            return new WrongUse(bare(twice.getOverwritten()) + " is given twice", "leave out one of the two");
        }
        if (exception.getArgSpec() != null && exception.getValue() != null) {
            return unfit(exception.getArgSpec(), exception.getValue(), seeHelp);
        }
        String message = String.valueOf(exception.getMessage()).strip();
        return new WrongUse(message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1), seeHelp);
    }

    /** Parameters that are needed, or the value of an option. */
    private static WrongUse missing(List<ArgSpec> arguments, String seeHelp) {
        ArgSpec first = arguments.get(0);
        return first.isOption()
                ? new WrongUse("missing value of " + bare(first), "write " + filled(first, first.paramLabel()))
                : new WrongUse(
                        "missing "
                                + String.join(
                                        " and ",
                                        arguments.stream().map(WrongUse::bare).toList()),
                        seeHelp);
    }

    /** A value that is not of its type. */
    private static WrongUse unfit(ArgSpec argument, String value, String seeHelp) {
        Class<?> type = argument.typeInfo().getType();
        List<String> words = argument.typeInfo().getEnumConstantNames();
        if (value.isEmpty() && !argument.typeInfo().isBoolean()) {
            return missing(List.of(argument), seeHelp);
        } else if (argument.typeInfo().isBoolean()) {
            return new WrongUse(bare(argument) + " takes no value, got `" + value + "`", "write " + bare(argument));
        } else if (argument.typeInfo().isEnum()) {
            String near = Nearest.of(value, words);
            List<String> all = near == null
                    ? words.stream().map(word -> filled(argument, word)).toList()
                    : List.of(filled(argument, near));
            return new WrongUse(filled(argument, value) + " is not known", "write " + String.join(" or ", all));
        }
        String wanted = type == BigDecimal.class
                ? "a number"
                : "a whole number of at most " + (isLong(type) ? Long.MAX_VALUE : Integer.MAX_VALUE);
        return new WrongUse(bare(argument) + " takes " + wanted + ", got `" + value + "`", seeHelp);
    }

    private static boolean isLong(Class<?> type) {
        return type == long.class || type == Long.class;
    }

    /** An argument by its name. */
    private static String bare(ArgSpec argument) {
        return "`" + name(argument) + "`";
    }

    /** An option with a value, as it is written. */
    private static String filled(ArgSpec argument, String value) {
        boolean optional = argument.arity().min() == 0;
        return "`" + name(argument) + (optional ? "=" : " ") + value + "`";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
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
        // One letter is near to every other.
        @Nullable String near = bare.length() > 2 ? Nearest.of(bare, known) : null;
        return new WrongUse(kind + " `" + bare + "`", near == null ? seeHelp : "did you mean `" + near + "`?");
    }

    /** Says it, and is what to throw. */
    public CommandStopped stop(Console console) {
        print(console.err());
        return new CommandStopped(ExitCode.USAGE);
    }

    public void print(PrintStream err) {
        err.println("error: " + message);
        err.println("  = help: " + help);
    }
}
