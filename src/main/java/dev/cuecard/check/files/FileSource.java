package dev.cuecard.check.files;

import dev.cuecard.diagnostic.Source;

/** Reads the files that a prompt names. May be asked by several threads at once. */
public interface FileSource {

    /**
     * Reads a file.
     *
     * @param from the text that names it: one given by the host, or one that was made of an earlier answer and bears
     *     its {@linkplain FileReading.Found#name() name}
     * @param path the path, as it is written there: relative to the folder of {@code from}, with slashes
     */
    FileReading read(Source from, String path);
}
