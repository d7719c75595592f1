package dev.cuecard.cli.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where what belongs to the user stands; null without a home.
 *
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory Specification</a>
 */
public final class UserFolders {

    private UserFolders() {}

    /** What the user writes. */
    static @Nullable Path configuration(Map<String, String> environment) {
        return folder(environment, "XDG_CONFIG_HOME", ".config");
    }

    /** What is kept from one use to the next, and may be lost. */
    public static @Nullable Path state(Map<String, String> environment) {
        return folder(environment, "XDG_STATE_HOME", ".local/state");
    }

    private static @Nullable Path folder(Map<String, String> environment, String variable, String inHome) {
        Path folder = absolute(environment.get(variable));
        if (folder == null) {
            Path home = absolute(environment.get("HOME"));
            folder = home == null ? null : home.resolve(inHome);
        }
        return folder == null ? null : folder.resolve("cuecard");
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
