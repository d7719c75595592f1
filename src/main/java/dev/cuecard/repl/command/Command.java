package dev.cuecard.repl.command;

import dev.cuecard.repl.CommandInfo;
import dev.cuecard.repl.CommandInfo.Argument;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import java.util.List;

/**
 * A command.
 *
 * @param info what is to know of it
 * @param details what {@code :help NAME} says beside that, each a line
 * @param canForce whether an exclamation mark may follow its name
 * @param action what it does
 */
record Command(CommandInfo info, List<String> details, boolean canForce, Action action) {

    /** What a command does. */
    interface Action {
        void run(Workbench bench, Talk talk, Words words) throws InterruptedException;
    }

    static Command of(
            String name, Argument argument, String usage, String summary, List<String> details, Action action) {
        return new Command(new CommandInfo(name, argument, usage, summary), details, false, action);
    }

    Command forced() {
        return new Command(info, details, true, action);
    }

    String name() {
        return info.name();
    }
}
