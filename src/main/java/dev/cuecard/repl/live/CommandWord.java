package dev.cuecard.repl.live;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.repl.CommandInfo;
import dev.cuecard.repl.command.Commands;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The word of a command, typed without its colon, as other sessions have it. */
final class CommandWord {

    private static final Pattern FIRST = Pattern.compile("\\?|[a-z]+\\b");

    /** Commands that have their names from words of the language. */
    private static final Set<String> OF_LANGUAGE = Set.of("model", "test", "history", "end");

    private CommandWord() {}

    /** What is wrong with a text, with the way on where its first word is a command, and is what is wrong with it. */
    static Diagnostic hinted(String text, Diagnostic finding) {
        Matcher first = FIRST.matcher(text);
        boolean wrong = finding.isError()
                && finding.primary() != null
                && first.lookingAt()
                && finding.primary().span().text().equals(first.group());
        String command = wrong ? command(text, first.group()) : null;
        if (command == null) {
            return finding;
        }
        return new Diagnostic(
                finding.severity(),
                finding.code(),
                finding.message(),
                finding.primary(),
                finding.secondary(),
                finding.notes(),
                "write " + Quoted.of(command) + ": commands begin with a colon");
    }

    private static @Nullable String command(String text, String word) {
        if (word.equals("?")) {
            return ":help";
        } else if (word.equals("exit")) {
            return ":quit";
        }
        boolean known = !OF_LANGUAGE.contains(word)
                && Commands.infos().stream().map(CommandInfo::name).anyMatch(word::equals);
        return known && text.indexOf('\n') < 0 ? ":" + text : null;
    }
}
