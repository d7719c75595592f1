package dev.cuecard.repl;

import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/** Whether the streams of this process are a terminal. */
public final class Tty {

    private Tty() {}

    /** Whether standard output is a terminal; costs as much as for standard error. */
    public static boolean isOutputTerminal() {
        return new ExecTerminalProvider().isSystemStream(SystemStream.Output);
    }

    /** Whether standard input and standard output are a terminal: only then somebody types. */
    public static boolean isTalking() {
        ExecTerminalProvider system = new ExecTerminalProvider();
        return system.isSystemStream(SystemStream.Input) && system.isSystemStream(SystemStream.Output);
    }

    /**
     * Whether standard error is a terminal. The JDK knows this only of input and output together; this asks the system
     * by a command, which costs a few milliseconds and needs no native code to be unpacked.
     */
    public static boolean isErrorTerminal() {
        return new ExecTerminalProvider().isSystemStream(SystemStream.Error);
    }
}
