package dev.cuecard.repl.shell;

import java.nio.charset.Charset;
import java.util.Map;
import org.jline.terminal.Terminal;

/**
 * How things look on a terminal.
 *
 * @param drawsOver whether what was drawn can be drawn over; never on a dumb terminal
 * @param colours whether there are colours, and other renditions than plain
 * @param unicode whether more than ASCII can be shown
 */
record Look(boolean drawsOver, boolean colours, boolean unicode) {

    /**
     * The look that a terminal and the environment allow.
     *
     * @see <a href="https://no-color.org">NO_COLOR</a>
     */
    static Look of(Terminal terminal, Map<String, String> environment) {
        boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
        Charset encoding = terminal.encoding();
        return new Look(
                !dumb,
                !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty(),
                encoding.newEncoder().canEncode('⠋'));
    }

    /** What matters less. */
    String faint(String text) {
        return colours ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    /** What is asked. */
    String strong(String text) {
        return colours ? "\u001b[1;36m" + text + "\u001b[0m" : text;
    }
}
