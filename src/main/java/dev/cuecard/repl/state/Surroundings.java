package dev.cuecard.repl.state;

import dev.cuecard.PromptEngine;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a session works with and is not part of it.
 *
 * @param engines makes the engine when it is first needed; the session closes it
 * @param folder where file names begin
 * @param history the lines that were typed, of this session and earlier ones
 * @param editor lets the person edit a file, or null where there is no editor
 */
public record Surroundings(
        Supplier<PromptEngine> engines,
        Path folder,
        History history,
        @Nullable Editor editor) {

    /** An editor of texts. */
    public interface Editor {

        /** Edits a file; returns when the person is done. False when the editor could not be started or failed. */
        boolean edit(Path file) throws InterruptedException;
    }
}
