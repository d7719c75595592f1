package dev.cuecard.repl.shell;

import dev.cuecard.repl.Completeness;
import dev.cuecard.repl.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Reads lines on a terminal that can do nothing but that: the system's own editing, no escape sequence. */
final class PlainLines {

    private final Terminal terminal;
    private final Session session;
    private final BufferedReader in;
    private volatile boolean dropped;
    private volatile String asks = "";

    PlainLines(Terminal terminal, Session session) {
        this.terminal = terminal;
        this.session = session;
        this.in = new BufferedReader(new InputStreamReader(System.in, terminal.encoding()));
    }

    /** Ctrl-C while a line is read: it is dropped, with the lines before it. */
    void interrupt() {
        dropped = true;
        print("\n" + asks);
    }

    /** One text, of as many lines as belong to it; null at the end of the input. */
    @Nullable
    String read(String prompt) throws IOException {
        StringBuilder text = new StringBuilder();
        asks = prompt;
        dropped = false;
        print(prompt);
        while (true) {
            String line = in.readLine();
            if (line == null) {
                return text.isEmpty() ? null : text.toString();
            }
            if (dropped) {
                text.setLength(0);
                dropped = false;
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
            if (!isUnfinished(text.toString())) {
                return text.toString();
            }
            print(" ".repeat(Math.max(0, prompt.length() - 2)) + "| ");
        }
    }

    private boolean isUnfinished(String text) {
        synchronized (session) {
            return session.completeness(text) == Completeness.INCOMPLETE;
        }
    }

    private void print(String text) {
        terminal.writer().write(text);
        terminal.writer().flush();
    }
}
