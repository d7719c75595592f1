package dev.cuecard.repl.command;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.repl.CommandInfo;
import dev.cuecard.repl.state.SessionErrors;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All commands, in the order in which they are told. */
public final class Commands {

    private static final List<Command> ALL = Stream.of(
                    FileCommands.all(),
                    ShowCommands.all(),
                    RunCommands.all(),
                    ChatCommands.all(),
                    ModelCommands.all(),
                    CountCommands.all(),
                    WritingCommands.all(),
                    TalkCommands.all())
            .flatMap(List::stream)
            .toList();

    private Commands() {}

    /** What is to know of each. */
    public static List<CommandInfo> infos() {
        return ALL.stream().map(Command::info).toList();
    }

    static List<Command> all() {
        return ALL;
    }

    /** Does what a line says that begins with a colon. */
    public static void run(Workbench bench, Talk talk, Source line) throws InterruptedException {
        Words words = Words.of(line);
        String prefix = words.command().text().substring(1);
        List<Command> meant = beginning(prefix);
        if (prefix.isEmpty() || meant.isEmpty()) {
            talk.wrongUse(SessionErrors.unknownCommand(words.command(), names(ALL)));
        } else if (meant.size() > 1) {
            talk.wrongUse(SessionErrors.ambiguousCommand(words.command(), names(meant)));
        } else if (isWrong(meant.get(0), words)) {
            talk.wrongUse(SessionErrors.argumentWrong(
                    words.argument(),
                    meant.get(0).info().usage(),
                    "`:" + meant.get(0).name() + "` takes nothing"));
        } else if (words.isForced() && !meant.get(0).canForce()) {
            talk.wrongUse(SessionErrors.argumentWrong(
                    words.argument()
                            .source()
                            .span(words.argument().start(), words.argument().start() + 1),
                    meant.get(0).info().usage(),
                    "`:" + meant.get(0).name() + "` cannot be forced"));
        } else {
            meant.get(0).action().run(bench, talk, words);
        }
    }

    private static boolean isWrong(Command command, Words words) {
        return command.info().argument() == CommandInfo.Argument.NONE && !words.isBare();
    }

    /** Those that begin so; the one of that very name alone. */
    static List<Command> beginning(String prefix) {
        Command same = named(prefix);
        return same != null
                ? List.of(same)
                : ALL.stream().filter(one -> one.name().startsWith(prefix)).toList();
    }

    private static @Nullable Command named(String name) {
        return ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }

    static List<String> names(List<Command> commands) {
        return commands.stream().map(one -> ":" + one.name()).toList();
    }
}
