package dev.cuecard.golden;

import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One golden: files of the same name that differ in what follows it.
 *
 * @param folder where they stand
 * @param name what they share: {@code hello} of {@code hello.prompt} and {@code hello.inputs.json}
 */
record Case(Path folder, String name) {

    Path file(String suffix) {
        return folder.resolve(name + suffix);
    }

    boolean has(String suffix) {
        return Files.isRegularFile(file(suffix));
    }

    /** The bytes of a file as UTF-8 text; whoever asks knows that it is there. */
    String text(String suffix) {
        try {
            return Files.readString(file(suffix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as a text to point into, by the name that a user would have given: without the folders of this project. */
    Source source(String suffix) {
        return new Source(name + suffix, text(suffix));
    }

    /** The same, or null when there is no such file. */
    @Nullable
    Source sourceOrNull(String suffix) {
        return has(suffix) ? source(suffix) : null;
    }
}
