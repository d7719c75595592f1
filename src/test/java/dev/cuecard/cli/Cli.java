package dev.cuecard.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Runs command lines in this process, and keeps what they print. */
public final class Cli {

    /** What a command did. */
    public record Ran(int code, String out, String err) {}

    private final Map<String, String> environment = new HashMap<>();
    private final Interruption interruption = new Interruption();
    private byte[] in = new byte[0];
    private InstantSource today = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));

    /** With an empty environment and nothing to read, on 24 November 2026. */
    public Cli() {}

    /** Sets an environment variable. */
    public Cli with(String variable, String value) {
        environment.put(variable, value);
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
                interruption);
        int code = Cuecard.run(console, arguments);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
