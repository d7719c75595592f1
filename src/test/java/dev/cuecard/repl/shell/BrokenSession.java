package dev.cuecard.repl.shell;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.repl.Completeness;
import dev.cuecard.repl.Reaction;
import dev.cuecard.repl.Said;
import dev.cuecard.repl.Session;
import dev.cuecard.repl.SessionListener;
import dev.cuecard.repl.SessionView;
import dev.cuecard.syntax.parse.PromptParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A session with a defect, for a terminal. */
final class BrokenSession implements Session {

    /** Talks at the terminal of this process. */
    public static void main(String... arguments) throws Exception {
        Map<String, String> environment = System.getenv();
        Shell.talk(
                new BrokenSession(),
                List::of,
                TerminalEditor.of(environment),
                environment,
                defect -> "it broke: " + defect.getMessage() + "\n");
    }

    @Override
    public Completeness completeness(String text) {
        return Completeness.COMPLETE;
    }

    @Override
    public Reaction submit(String text, SessionListener listener) {
        if (text.equals("break")) {
            throw new IllegalStateException("by accident");
        }
        return new Reaction(List.of(new Said.Text("heard " + text)), 0);
    }

    @Override
    public Reaction poll() {
        return Reaction.NOTHING;
    }

    @Override
    public void cancel() {
        // Nothing takes its time.
    }

    @Override
    public SessionView view() {
        return new SessionView(
                PromptParser.parse(new Source("none", "")).file(),
                null,
                Map.of(),
                null,
                null,
                null,
                0,
                null,
                false,
                false,
                Path.of(""),
                List.of(),
                SessionView.Known.NOTHING);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
