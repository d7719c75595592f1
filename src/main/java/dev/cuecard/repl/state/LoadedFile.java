package dev.cuecard.repl.state;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file that a session works on.
 *
 * @param path where it is
 * @param name how the person has written it
 * @param text what stood in it when the prompt was loaded from it or saved to it
 * @param seen what stands in it as far as the session has told, or null when it is gone
 */
public record LoadedFile(
        Path path, String name, String text, @Nullable String seen) {

    /** A file that was just read or written. */
    public static LoadedFile of(Path path, String name, String text) {
        return new LoadedFile(path, name, text, text);
    }

    /** The same, where the person has been told what stands in it now. */
    public LoadedFile seen(@Nullable String now) {
        return new LoadedFile(path, name, text, now);
    }
}
