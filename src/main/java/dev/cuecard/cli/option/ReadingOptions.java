package dev.cuecard.cli.option;

import picocli.CommandLine.Option;

/** How a reply is read and its result shown. */
public final class ReadingOptions {

    /** What stdout gets. */
    public enum Format {
        /** The output alone. */
        output,
        /** The whole result as JSON. */
        envelope
    }

    /** What is done with a malformed reply. */
    public enum Recover {
        /** It is taken as it came. */
        none,
        /** It is mended where nothing has to be guessed. */
        all
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "output (the default), or envelope: the whole result as JSON, whatever the exit code.")
    private Format format = Format.output;

    @Option(
            names = "--recover",
            paramLabel = "none|all",
            description = "Whether a malformed reply is mended where nothing has to be guessed; default: all.")
    private Recover recover = Recover.all;

    public Format format() {
        return format;
    }

    public boolean recovers() {
        return recover == Recover.all;
    }
}
