package dev.cuecard.check.files;

import dev.cuecard.diagnostic.Source;

/**
 * Files that are read only up to a size.
 *
 * @param files where they come from
 * @param most the most bytes of one
 */
public record SizedFiles(FileSource files, int most) implements FileSource {

    @Override
    public FileReading read(Source from, String path) {
        FileReading reading = files.read(from, path);
        return reading instanceof FileReading.Found found && found.size() > most
                ? new FileReading.Refused(FileReading.Reason.TOO_LARGE, found.name())
                : reading;
    }
}
