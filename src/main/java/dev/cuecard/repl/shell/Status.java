package dev.cuecard.repl.shell;

import dev.cuecard.diagnostic.Visible;
import dev.cuecard.repl.SessionView;
import dev.cuecard.repl.draft.Draft;
import java.util.Locale;

/** What stands around the line that is typed: whose turn it is, which model answers, and how much it has read and said. */
final class Status {

    private Status() {}

    /** Before the line. */
    static String prompt(SessionView view) {
        if (view.chatting()) {
            return "you> ";
        }
        String declared = view.prompt() == null ? Draft.UNTITLED : view.prompt().name();
        String name = declared.equals(Draft.UNTITLED) ? "cuecard" : declared;
        return Visible.lines(name) + (view.changed() && view.file() != null ? "*" : "") + "> ";
    }

    /** At the right of it; empty as long as there is nothing to tell. */
    static String right(SessionView view) {
        String model = view.model() == null ? "no model" : Visible.lines(view.model());
        return view.tokens() == 0 ? model : model + " · " + count(view.tokens()) + " tokens";
    }

    private static String count(long tokens) {
        if (tokens < 1_000) {
            return Long.toString(tokens);
        }
        return tokens < 1_000_000
                ? String.format(Locale.ROOT, "%.1fk", tokens / 1e3)
                : String.format(Locale.ROOT, "%.1fM", tokens / 1e6);
    }
}
