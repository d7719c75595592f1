package dev.cuecard.cli.prompt;

import dev.cuecard.Result;
import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.option.ReadingOptions;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/** What {@code run} shows of a result, and how it ends. */
public record Printed(String out, String err, int exit) {

    /** Shows it, its output alone to {@code out}. */
    public static Printed of(Result result) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                false,
                InstantSource.system());
        int exit = new ResultPrinter(console, ReadingOptions.Format.output)
                .print(result)
                .number();
        return new Printed(out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), exit);
    }
}
