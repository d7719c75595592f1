package dev.cuecard.repl.complete;

import dev.cuecard.repl.SessionView;
import java.util.List;

/** Tells what can be typed at a place of a text that is to be submitted to a session. */
public final class Completer {

    private Completer() {}

    /**
     * What can stand at the cursor. Reads folders where a file can stand, nothing else.
     *
     * @param view the session
     * @param text what has been typed, of one line or several
     * @param cursor an offset in it; what stands behind is not looked at
     */
    public static Completion complete(SessionView view, String text, int cursor) {
        String before = text.substring(0, cursor);
        int line = before.lastIndexOf('\n') + 1;
        if (before.startsWith(":", line) && before.substring(0, line).isBlank()) {
            return new CommandCompletion(view).complete(before, line);
        } else if (view.chatting()) {
            return new Completion(cursor, List.of());
        }
        return new LanguageCompletion(view, text, cursor).complete();
    }
}
