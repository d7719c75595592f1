package dev.cuecard;

import dev.cuecard.chat.config.Configuration;
import dev.cuecard.chat.config.ConfigurationReader;
import dev.cuecard.chat.config.ConfigurationReading;
import dev.cuecard.chat.config.Origin;
import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.file.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds and reads the files that configure. */
public final class ConfigurationFile {

    private ConfigurationFile() {}

    /**
     * Reads a file that may not be there: then it says nothing.
     *
     * @param file its path, as messages show it
     * @param origin who wrote it
     */
    public static ConfigurationReading read(Path file, Origin origin) {
        if (!Files.exists(file)) {
            return new ConfigurationReading(Configuration.EMPTY, List.of());
        }
        TextFile text = TextFile.read(file);
        return text instanceof TextFile.Found found
                ? ConfigurationReader.read(found.source(), origin)
                : new ConfigurationReading(Configuration.EMPTY, List.of(((TextFile.Refused) text).diagnostic()));
    }

    /** The text of the one at the root of the project of a prompt file. */
    static TextFile text(Path prompt) {
        try {
            return TextFile.read(ProjectFiles.of(prompt).root().resolve(ConfigurationReader.FILE));
        } catch (IOException e) {
            // There is no such folder, and so no such file; the prompt is told to be missing.
            return TextFile.read(prompt.resolveSibling(ConfigurationReader.FILE));
        }
    }

    /** Reads the one at the root of the project of a prompt file. */
    static ConfigurationReading ofProject(Path root, Path prompt) {
        Path file = root.resolve(ConfigurationReader.FILE);
        if (prompt.isAbsolute()) {
            return read(file, Origin.PROJECT);
        }
        // A prompt that is named from the current folder is told of from there, and so is what configures it.
        Path here = Path.of("").toAbsolutePath();
        Path shown = file.startsWith(here) ? here.relativize(file) : file;
        return read(shown, Origin.PROJECT);
    }
}
