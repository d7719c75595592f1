package dev.cuecard.cli;

import dev.cuecard.cli.console.Console;
import dev.cuecard.cli.console.Interruption;
import dev.cuecard.cli.console.Terminals;
import dev.cuecard.repl.Tty;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Where {@code java -jar cuecard.jar} starts. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        JvmSettings.prepare(System.getenv());
        // The streams of the system follow the locale; what Cuecard reads and writes is UTF-8 everywhere.
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        Interruption interruption = new Interruption();
        interruption.whenTheProcessEnds();
        Console console = new Console(
                System.in,
                out,
                err,
                System.getenv(),
                Terminals.showsColour(System.getenv()),
                InstantSource.system(),
                interruption,
                Tty::isOutputTerminal);
        int code = Cuecard.run(console, arguments);
        out.flush();
        err.flush();
        interruption.done();
        System.exit(code);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
