package dev.cuecard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One line of the table of bad inputs, with what is expected of it.
 *
 * @param name what is bad
 * @param setUp writes the files of a project
 * @param environment further environment variables
 * @param command the arguments, parted by blanks; {@code DIR} is the project, {@code ~} a blank, {@code URL} the server
 * @param calls how many requests are made
 * @param exit the exit code
 * @param check what else is to be seen
 */
record BadInput(
        String name, SetUp setUp, Map<String, String> environment, String command, int calls, int exit, Check check) {

    /** Writes the files of a case. */
    interface SetUp {
        void in(Path project) throws Exception;
    }

    /** Looks at what came of it. */
    interface Check {
        void of(Cli.Ran ran, List<String> requests, Path project) throws Exception;
    }

    /** The command as the table shows it. */
    String shown() {
        String[] words = command.split(" ", -1);
        StringBuilder shown = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith("--")) {
                shown.append(' ').append(words[i]);
            }
        }
        return "`" + shown + "`";
    }

    BadInput with(String variable, String value) {
        return new BadInput(name, setUp, Map.of(variable, value), command, calls, exit, check);
    }

    BadInput seeing(Check more) {
        return new BadInput(name, setUp, environment, command, calls, exit, more);
    }
}
