package dev.cuecard.repl.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jline.builtins.ScreenTerminal;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;

/** Cuecard in a pseudo-terminal of the system, and a screen that shows what it draws. */
final class PseudoTerminal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JniNativePty pty;
    private final Process process;
    private final OutputStream keys;
    private final ScreenTerminal screen;
    private final StringBuilder raw = new StringBuilder();

    private PseudoTerminal(JniNativePty pty, Process process, int columns, int rows) throws IOException {
        this.pty = pty;
        this.process = process;
        this.keys = pty.getMasterOutput();
        this.screen = new ScreenTerminal(columns, rows);
        Thread reader = new Thread(this::read, "pseudo-terminal");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts {@code cuecard}.
     *
     * @param folder the folder it works in, where it finds its home too
     * @param environment variables beside those that every session has
     */
    static PseudoTerminal start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        return startMain("dev.cuecard.cli.Main", folder, environment, arguments);
    }

    /** Starts another program of the class path. */
    static PseudoTerminal startMain(String main, Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // As the manifest of the runnable jar says.
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                absoluteClassPath(),
                main));
        command.addAll(List.of(arguments));
        return startCommand(command, folder, environment);
    }

    /** Starts whatever the system can start. */
    static PseudoTerminal startCommand(List<String> program, Path folder, Map<String, String> environment)
            throws IOException {
        int columns = 80;
        int rows = 24;
        JniNativePty pty = (JniNativePty) new JniTerminalProvider().open(null, new Size(columns, rows));
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                // The pseudo-terminal is the controlling one: Ctrl-C in it is a signal to the process.
                // Who starts tests in the background may have them ignore it.
                "exec env --default-signal=INT setsid --ctty \"$@\" <>" + pty.getName() + " >&0 2>&0",
                "sh"));
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith("OPENAI_") || name.equals("NO_COLOR"));
        variables.put("TERM", "xterm-256color");
        variables.put("LC_ALL", "C.UTF-8");
        variables.put("HOME", folder.toString());
        variables.put("XDG_STATE_HOME", folder.resolve("state").toString());
        variables.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        variables.putAll(environment);
        return new PseudoTerminal(pty, builder.start(), columns, rows);
    }

    private static String absoluteClassPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":", -1)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(":", entries);
    }

    private void read() {
        try (Reader in = new InputStreamReader(pty.getMasterInput(), StandardCharsets.UTF_8)) {
            char[] buffer = new char[4096];
            int count = in.read(buffer);
            while (count >= 0) {
                synchronized (this) {
                    String text = new String(buffer, 0, count);
                    raw.append(text);
                    screen.write(text);
                    notifyAll();
                }
                count = in.read(buffer);
            }
        } catch (IOException closed) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** What the keys give. */
    PseudoTerminal type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
        return this;
    }

    /** A line and Enter. */
    PseudoTerminal enter(String line) throws IOException {
        return type(line + "\r");
    }

    /** Waits until the screen shows a text. */
    PseudoTerminal until(String text) throws InterruptedException {
        return until("shows: " + text, shown -> shown.contains(text));
    }

    /** Waits until the screen is as it should be; fails when it does not become so. */
    PseudoTerminal until(String what, Predicate<String> wanted) throws InterruptedException {
        return await("the screen never " + what, () -> wanted.test(shown()));
    }

    /** Waits until what was written is as it should be, escape sequences and all. */
    PseudoTerminal untilWritten(String what, Predicate<String> wanted) throws InterruptedException {
        return await("it never " + what, () -> wanted.test(raw()));
    }

    private synchronized PseudoTerminal await(String otherwise, BooleanSupplier wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError(otherwise + "\n" + shown());
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return this;
    }

    /** The lines of the screen, without blanks at their ends. */
    synchronized String shown() {
        StringBuilder text = new StringBuilder();
        screen.toString()
                .lines()
                .forEach(line ->
                        text.append(line.replace("\0", "").stripTrailing()).append('\n'));
        return text.toString().stripTrailing();
    }

    /** The last line of the screen that is not empty. */
    static String last(String shown) {
        return shown.substring(shown.lastIndexOf('\n') + 1);
    }

    /** All that was written, with its escape sequences. */
    synchronized String raw() {
        return raw.toString();
    }

    /** Gives the terminal another size. */
    void resize(int columns, int rows) throws IOException {
        synchronized (this) {
            screen.setSize(columns, rows);
        }
        pty.setSize(new Size(columns, rows));
    }

    /** The number that the system has given the process. */
    long pid() {
        return process.pid();
    }

    /** Waits for the end of the process; its exit code. */
    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end\n" + shown());
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        pty.close();
    }
}
