package dev.cuecard.repl.shell;

import dev.cuecard.repl.state.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** The program that a person edits texts with, in the terminal that the session is in. */
public final class TerminalEditor implements Surroundings.Editor {

    private final String command;
    private @Nullable Terminal terminal;
    private @Nullable Attributes own;

    private TerminalEditor(String command) {
        this.command = command;
    }

    /** The editor that {@code VISUAL} or {@code EDITOR} names, else the one that every POSIX system has. */
    public static TerminalEditor of(Map<String, String> environment) {
        String visual = environment.getOrDefault("VISUAL", "");
        String editor = visual.isBlank() ? environment.getOrDefault("EDITOR", "") : visual;
        return new TerminalEditor(editor.isBlank() ? "vi" : editor);
    }

    /** From now on it borrows this terminal while somebody edits. */
    void borrows(Terminal lender) {
        terminal = lender;
        own = lender.getAttributes();
    }

    /**
     * Has a file edited; returns when the person is done.
     *
     * @return false when the editor could not be started or says that it failed
     */
    @Override
    public boolean edit(Path file) throws InterruptedException {
        Attributes borrowed = terminal == null ? null : terminal.getAttributes();
        if (terminal != null && own != null) {
            terminal.setAttributes(own);
        }
        try {
            // By a shell: what EDITOR holds may have options.
            List<String> line = List.of("sh", "-c", command + " \"$1\"", "sh", file.toString());
            return new ProcessBuilder(line).inheritIO().start().waitFor() == 0;
        } catch (IOException noShell) {
            return false;
        } finally {
            if (terminal != null && borrowed != null) {
                terminal.setAttributes(borrowed);
            }
        }
    }
}
