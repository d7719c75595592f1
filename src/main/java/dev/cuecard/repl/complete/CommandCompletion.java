package dev.cuecard.repl.complete;

import dev.cuecard.check.CheckedTest;
import dev.cuecard.check.model.KnownSettings;
import dev.cuecard.repl.CommandInfo;
import dev.cuecard.repl.SessionView;
import dev.cuecard.repl.complete.shape.TypeShape;
import dev.cuecard.schema.Type;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Completes a line that begins with a colon. */
final class CommandCompletion {

    private static final Pattern CHOICE = Pattern.compile("[a-z]+(?:\\|[a-z]+)+");

    private final SessionView view;

    CommandCompletion(SessionView view) {
        this.view = view;
    }

    /** @param text the line as far as the cursor; {@code from} is the offset of its colon */
    Completion complete(String text, int from) {
        int blank = from + 1;
        while (blank < text.length() && Character.isLetter(text.charAt(blank))) {
            blank++;
        }
        if (blank == text.length()) {
            return Completion.of(from, text.substring(from), commands(":"));
        }
        CommandInfo command = named(text.substring(from + 1, blank));
        // `:save!` takes what `:save` takes.
        int start = text.charAt(blank) == '!' ? blank + 1 : blank;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return command == null ? new Completion(text.length(), List.of()) : argument(command, text, start);
    }

    private List<Suggestion> commands(String colon) {
        return view.commands().stream()
                .map(command -> new Suggestion(
                        colon + command.name(),
                        colon.isEmpty() ? command.name() : command.usage(),
                        command.summary(),
                        "commands",
                        false))
                .toList();
    }

    /** The command of that name or, if it is the only one, with that beginning; else null. */
    private @Nullable CommandInfo named(String name) {
        List<CommandInfo> all = view.commands().stream()
                .filter(command -> command.name().startsWith(name))
                .toList();
        return all.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElse(all.size() == 1 ? all.get(0) : null);
    }

    private Completion argument(CommandInfo command, String text, int start) {
        String typed = text.substring(start);
        return switch (command.argument()) {
            case NONE -> new Completion(text.length(), List.of());
            case PROMPT_FILE -> Completion.of(start, typed, FileNames.of(view.folder(), typed, true));
            case FILE -> Completion.of(start, typed, FileNames.of(view.folder(), typed, false));
            case MODEL -> Completion.of(start, typed, Models.of(view.known().models()));
            case SETTING -> setting(text, start);
            case TEST -> Completion.of(start, typed, tests());
            case COMMAND -> Completion.of(start, typed, commands(""));
            case WORD -> Completion.of(start, typed, choices(command));
        };
    }

    private Completion setting(String text, int start) {
        int equals = text.indexOf('=', start);
        if (equals < 0) {
            return Completion.of(start, text.substring(start), Vocabulary.settings("="));
        }
        Type type = KnownSettings.TYPES.get(text.substring(start, equals).strip());
        List<Suggestion> values = type == null
                ? List.of()
                : new TypeShape(type)
                        .literals().stream()
                                .map(literal -> Suggestion.of(unquoted(literal), "", "values"))
                                .toList();
        return Completion.of(equals + 1, text.substring(equals + 1), values);
    }

    private static String unquoted(String literal) {
        return literal.startsWith("\"") ? literal.substring(1, literal.length() - 1) : literal;
    }

    private List<Suggestion> tests() {
        List<CheckedTest> tests =
                view.prompt() == null ? List.of() : view.prompt().tests();
        return tests.stream()
                .map(test -> Suggestion.of(test.name(), "", "tests"))
                .toList();
    }

    private static List<Suggestion> choices(CommandInfo command) {
        Matcher words = CHOICE.matcher(command.usage());
        return words.find()
                ? List.of(words.group().split("\\|")).stream()
                        .map(word -> Suggestion.of(word, "", "words"))
                        .toList()
                : List.of();
    }
}
