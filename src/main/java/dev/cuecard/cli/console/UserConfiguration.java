package dev.cuecard.cli.console;

import dev.cuecard.ConfigurationFile;
import dev.cuecard.chat.config.Configuration;
import dev.cuecard.chat.config.ConfigurationReader;
import dev.cuecard.chat.config.ConfigurationReading;
import dev.cuecard.chat.config.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the user has configured: {@code cuecard/cuecard.json} in the folder for configurations. */
public final class UserConfiguration {

    private UserConfiguration() {}

    public static ConfigurationReading read(Map<String, String> environment) {
        Path folder = UserFolders.configuration(environment);
        return folder == null
                ? new ConfigurationReading(Configuration.EMPTY, List.of())
                : ConfigurationFile.read(folder.resolve(ConfigurationReader.FILE), Origin.USER);
    }
}
