package dev.cuecard.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/** Whether the streams of this process are a terminal. The JDK knows it only of input and output together. */
public final class Tty {

    /** Where Linux tells what the streams of a process are, and what terminals are called there. */
    private static final Path STREAMS = Path.of("/proc/self/fd");

    private static final String PSEUDO_TERMINAL = "/dev/pts/";
    private static final String VIRTUAL_TERMINAL = "/dev/tty";

    private Tty() {}

    /** Whether standard output is a terminal. */
    public static boolean isOutputTerminal() {
        return is(SystemStream.Output, "1");
    }

    /** Whether standard input and standard output are a terminal: only then somebody types. */
    public static boolean isTalking() {
        return is(SystemStream.Input, "0") && isOutputTerminal();
    }

    /** Whether standard error is a terminal. */
    public static boolean isErrorTerminal() {
        return is(SystemStream.Error, "2");
    }

    private static boolean is(SystemStream stream, String descriptor) {
        try {
            String target = Files.readSymbolicLink(STREAMS.resolve(descriptor)).toString();
            if (target.startsWith(PSEUDO_TERMINAL) || target.startsWith(VIRTUAL_TERMINAL)) {
                return true;
            } else if (!target.startsWith("/dev/") || target.equals("/dev/null")) {
                return false;
            }
        } catch (IOException | UnsupportedOperationException noProc) {
            // Another system: asked below.
        }
        // By a command of the system, which costs some milliseconds and needs no native code to be unpacked.
        return new ExecTerminalProvider().isSystemStream(stream);
    }
}
