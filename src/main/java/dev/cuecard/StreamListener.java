package dev.cuecard;

import dev.cuecard.data.Json;
import dev.cuecard.output.ToolUse;
import java.util.List;

/** Hears of a reply while it arrives, on the thread that runs the prompt. What it says is not validated yet. */
public interface StreamListener {

    /** Some more of the reply's text has arrived; never empty. */
    void text(String more);

    /** Of a JSON output, the fields that are complete by now and fit their type; told when there are more of them. */
    default void value(Json partial) {}

    /**
     * The reply called tools, which have answered, and the model is asked on: what was heard so far counts no more.
     *
     * @param uses the calls of that reply and what became of them
     */
    default void called(List<ToolUse> uses) {}

    /** The reply was not valid and is asked for again: what was heard so far counts no more. */
    default void again() {}
}
