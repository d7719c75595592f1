package dev.cuecard.repl;

import java.util.List;

/**
 * What a session makes of what was submitted.
 *
 * @param said what it says, in its order
 * @param exitCode how a command line would end with it: 0 when all is well, else as the other commands of Cuecard
 */
public record Reaction(List<Said> said, int exitCode) {

    /** Nothing to say, all is well. */
    public static final Reaction NOTHING = new Reaction(List.of(), 0);

    /** Copies the list. */
    public Reaction {
        said = List.copyOf(said);
    }

    /** The same without what the session says of what it did. */
    public Reaction withoutNotices() {
        return new Reaction(
                said.stream().filter(one -> !(one instanceof Said.Notice)).toList(), exitCode);
    }

    /** Whether the person leaves. */
    public boolean quits() {
        return said.stream().anyMatch(Said.Quit.class::isInstance);
    }
}
