package dev.cuecard.cli.console;

import dev.cuecard.repl.Tty;
import java.util.Map;

/** What is known of the terminal, if there is one. */
public final class Terminals {

    private Terminals() {}

    /**
     * Whether the person's stream shows colours: only on a terminal, never with {@code NO_COLOR}.
     *
     * @see <a href="https://no-color.org">NO_COLOR</a>
     */
    public static boolean showsColour(Map<String, String> environment) {
        return allowsColour(environment) && Tty.isErrorTerminal();
    }

    /** Whether the environment lets a terminal show colours. */
    static boolean allowsColour(Map<String, String> environment) {
        String noColour = environment.getOrDefault("NO_COLOR", "");
        String kind = environment.getOrDefault("TERM", "dumb");
        return noColour.isEmpty() && !kind.equals("dumb");
    }
}
