package dev.cuecard.cli;

import dev.cuecard.LogGuard;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Interruption;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Runs command lines in this process, and keeps what they print. */
public final class Cli {

    /** Knows what is read of it, by many threads at once: those of tests read the keys of their provider. */
    private static final class Environment extends AbstractMap<String, String> {
        private final Map<String, String> variables = new ConcurrentHashMap<>();
        private final Set<String> read = new ConcurrentSkipListSet<>();
        private final Set<String> guarded = ConcurrentHashMap.newKeySet();

        @Override
        public String get(Object name) {
            read.add((String) name);
            if (guarded.contains(name)) {
                throw new AssertionError("read: " + name);
            }
            return variables.get(name);
        }

        @Override
        public String put(String name, String value) {
            return variables.put(name, value);
        }

        @Override
        public boolean containsKey(Object name) {
            return get(name) != null;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            throw new AssertionError("all variables are read");
        }
    }

    /** What a command did. */
    public record Ran(int code, String out, String err) {}

    private final Environment environment = new Environment();
    private final Interruption interruption = new Interruption();
    private boolean terminal;
    private byte[] in = new byte[0];
    private InstantSource today = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

    /** With an empty environment and nothing to read, on 24 November 2026. */
    public Cli() {}

    /** Sets an environment variable. */
    public Cli with(String variable, String value) {
        if (variable.endsWith("_KEY")) {
            LogGuard.watch(value);
        }
        environment.put(variable, value);
        return this;
    }

    /** The environment variables that were read so far. */
    public Set<String> variablesRead() {
        return environment.read;
    }

    /** Whoever reads this variable has done wrong. */
    public Cli guarding(String variable) {
        environment.guarded.add(variable);
        return this;
    }

    /** Sets the day. */
    public Cli on(String day) {
        today = InstantSource.fixed(Instant.parse(day + "T12:00:00Z"));
        return this;
    }

    /** What standard input holds. */
    public Cli typing(String text) {
        in = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Presses Ctrl-C: while a command runs, or before it begins. */
    public Cli interrupt() {
        interruption.interrupt();
        return this;
    }

    /** Its output goes to a terminal. */
    public Cli onTerminal() {
        terminal = true;
        return this;
    }

    /** Runs {@code cuecard} with these arguments. */
    public Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(in),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                false,
                today,
                interruption,
                () -> terminal);
        int code = run(console, arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Runs {@code cuecard} where it talks to that. */
    public static int run(Console console, String... arguments) {
        return Cuecard.run(console, arguments);
    }
}
