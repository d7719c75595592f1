package dev.cuecard.repl;

/**
 * A session without a terminal: texts in, what to say out. The prompt that it holds is changed by what is submitted;
 * whatever goes wrong, what was there before is still there.
 *
 * <p>All methods belong to one thread but {@link #cancel()}, which may be called from any.
 */
public interface Session extends AutoCloseable {

    /** What the language says of a text that could be submitted. */
    Completeness completeness(String text);

    /**
     * Takes a line, or several: commands, declarations, messages, bindings, expressions. What follows a mistake is not
     * looked at, and the session says so.
     *
     * @param text what was typed or pasted
     * @param listener hears of what takes its time
     */
    Reaction submit(String text, SessionListener listener);

    /** Looks whether the loaded file has changed on disk, and takes what is new; says nothing when it has not. */
    Reaction poll();

    /** Ends the run that is under way, from another thread; without one it does nothing. */
    void cancel();

    /** What there is to see of it now. */
    SessionView view();

    /** Lets go of connections. */
    @Override
    void close();
}
