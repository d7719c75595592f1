package dev.cuecard.cli.console;

import dev.cuecard.repl.ExitCode;

/** A command cannot go on; what there was to say has been said. */
public final class CommandStopped extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    public CommandStopped(ExitCode code) {
        super(code.toString());
        this.code = code;
    }

    public ExitCode code() {
        return code;
    }
}
