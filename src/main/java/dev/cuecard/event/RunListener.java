package dev.cuecard.event;

/**
 * Hears of the runs of an engine, for traces, metrics or an audit. It is called on the thread that runs, so that it sees
 * what the host has put there; several runs may call it at once.
 *
 * <p>One that throws, or that takes longer than a second and is interrupted then, is not called again in that run, whose
 * result has a warning; the run goes on.
 */
@FunctionalInterface
public interface RunListener {

    /** Something has begun or ended. */
    void heard(RunEvent event);

    /** Whether it is told what is said: messages, replies, arguments and results of tools. It is not, if not asked for. */
    default boolean wantsContent() {
        return false;
    }
}
