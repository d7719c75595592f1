package dev.cuecard.cli;

/** A command cannot go on; what there was to say has been said. */
final class CommandStopped extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    CommandStopped(ExitCode code) {
        super(code.toString());
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
