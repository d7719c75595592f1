package dev.cuecard.repl.command;

import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.repl.CommandInfo.Argument;
import dev.cuecard.repl.Said;
import dev.cuecard.repl.state.SessionErrors;
import dev.cuecard.repl.state.Talk;
import dev.cuecard.repl.state.Workbench;
import java.util.List;
import java.util.stream.Collectors;

/** The commands that speak of the session itself. */
final class TalkCommands {

    private static final String HELP = ":help [COMMAND]";
    /** The most lines of history that are listed. */
    private static final int MOST = 500;

    private static final String INTRODUCTION = """
            A declaration or a message becomes part of the prompt; one of a name that is there replaces it.
            `name = value` gives an input its value. Anything else is an expression, and is evaluated.
            """;

    private TalkCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                        "history",
                        Argument.WORD,
                        ":history [all]",
                        "lists the lines typed in this session; with `all`, in earlier ones too",
                        List.of("They are kept in a file that only you may read; keys are left out."),
                        TalkCommands::history),
                Command.of(
                        "help",
                        Argument.COMMAND,
                        HELP,
                        "lists the commands, or tells more of one",
                        List.of(),
                        TalkCommands::help),
                Command.of(
                        "quit", Argument.NONE, ":quit", "leaves; so does Ctrl-D", List.of(), (bench, talk, words) -> {
                            if (bench.state().isChanged()) {
                                talk.notice("the prompt was not saved");
                            }
                            talk.say(new Said.Quit());
                        }));
    }

    private static void history(Workbench bench, Talk talk, Words words) {
        if (!words.isBare() && !words.text().equals("all")) {
            talk.wrongUse(
                    SessionErrors.argumentWrong(words.bare(), ":history all", "`:history` takes `all` or nothing"));
            return;
        }
        List<String> entries = words.isBare()
                ? bench.around().history().ofThisSession()
                : bench.around().history().entries();
        if (entries.isEmpty()) {
            talk.notice("nothing was typed yet");
            return;
        }
        talk.text(String.join("\n", entries.subList(Math.max(0, entries.size() - MOST), entries.size())));
    }

    private static void help(Workbench bench, Talk talk, Words words) {
        if (words.isBare()) {
            talk.text(overview());
            return;
        }
        String name = words.text().startsWith(":") ? words.text().substring(1) : words.text();
        List<Command> meant = Commands.beginning(name);
        if (meant.isEmpty()) {
            talk.wrongUse(SessionErrors.unknownCommand(words.bare(), bareNames()));
        } else {
            talk.text(meant.stream().map(TalkCommands::details).collect(Collectors.joining("\n\n")));
        }
    }

    private static List<String> bareNames() {
        return Commands.all().stream().map(Command::name).toList();
    }

    private static String overview() {
        int width = Commands.all().stream()
                .mapToInt(one -> one.info().usage().length())
                .max()
                .orElse(0);
        StringBuilder lines = new StringBuilder(INTRODUCTION);
        for (Command command : Commands.all()) {
            String usage = command.info().usage();
            lines.append("\n  ")
                    .append(usage)
                    .append(" ".repeat(width - usage.length() + 2))
                    .append(command.info().summary());
        }
        return lines.append("\n\nAny prefix will do that only one command has. `:help run` tells more of one.")
                .toString();
    }

    private static String details(Command command) {
        StringBuilder lines = new StringBuilder(command.info().usage())
                .append("  ")
                .append(command.info().summary());
        command.details().forEach(line -> lines.append("\n  ").append(line));
        List<String> shorter = shorter(command.name());
        if (!shorter.isEmpty()) {
            lines.append("\n  short: ").append(Quoted.of(":" + shorter.get(0)));
        }
        return lines.toString();
    }

    /** The shortest prefix that no other command has, if it is shorter. */
    private static List<String> shorter(String name) {
        for (int length = 1; length < name.length(); length++) {
            String prefix = name.substring(0, length);
            if (Commands.beginning(prefix).size() == 1) {
                return List.of(prefix);
            }
        }
        return List.of();
    }
}
