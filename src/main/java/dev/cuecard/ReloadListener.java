package dev.cuecard;

import dev.cuecard.diagnostic.Diagnostic;
import java.util.List;

/**
 * Hears when the files of a {@link LivePrompt} have changed, on the thread that asked for the prompt. What it throws goes
 * to who asked; the prompt stays usable.
 */
public interface ReloadListener {

    /** Hears nothing: a version with mistakes is passed over in silence, the last good one goes on. */
    ReloadListener NONE = findings -> {};

    /** The new version has mistakes, told once: the last good one stays in use. */
    void refused(List<Diagnostic> findings);

    /** The new version is in use. */
    default void reloaded(Prompt prompt) {}
}
