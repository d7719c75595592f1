package dev.cuecard.cli.console;

import dev.cuecard.ConfigurationFile;
import dev.cuecard.chat.config.Configuration;
import dev.cuecard.chat.config.ConfigurationReader;
import dev.cuecard.chat.config.ConfigurationReading;
import dev.cuecard.chat.config.Origin;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user has configured: {@code cuecard/cuecard.json} in the folder for configurations.
 *
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory Specification</a>
 */
public final class UserConfiguration {

    private UserConfiguration() {}

    public static ConfigurationReading read(Map<String, String> environment) {
        Path folder = absolute(environment.get("XDG_CONFIG_HOME"));
        if (folder == null) {
            Path home = absolute(environment.get("HOME"));
            folder = home == null ? null : home.resolve(".config");
        }
        return folder == null
                ? new ConfigurationReading(Configuration.EMPTY, List.of())
                : ConfigurationFile.read(folder.resolve("cuecard").resolve(ConfigurationReader.FILE), Origin.USER);
    }

    /** A relative path means nothing there, says the specification. */
    private static @Nullable Path absolute(@Nullable String folder) {
        try {
            return folder == null || folder.isBlank() || !Path.of(folder).isAbsolute() ? null : Path.of(folder);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
