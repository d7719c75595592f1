package dev.cuecard.repl.complete;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The files of a folder, prompts first. What cannot be read is not suggested. */
final class FileNames {

    private static final int MOST = 1_000;

    private FileNames() {}

    /**
     * The files and folders that a path can go on with.
     *
     * @param folder where relative paths begin
     * @param typed the path so far
     * @param promptsOnly whether other files are of no use
     */
    static List<Suggestion> of(Path folder, String typed, boolean promptsOnly) {
        String parent = typed.substring(0, typed.lastIndexOf('/') + 1);
        String begun = typed.substring(parent.length()).toLowerCase(Locale.ROOT);
        List<Suggestion> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(resolve(folder, parent))) {
            int left = MOST;
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                boolean hidden = name.startsWith(".") && !begun.startsWith(".");
                if (left-- == 0) {
                    break;
                } else if (hidden || !name.toLowerCase(Locale.ROOT).startsWith(begun)) {
                    continue;
                }
                if (Files.isDirectory(file)) {
                    found.add(Suggestion.open(parent + name + "/", name + "/", "", "folders"));
                } else if (name.endsWith(".prompt")) {
                    found.add(new Suggestion(parent + name, name, "", "prompts", false));
                } else if (!promptsOnly) {
                    found.add(new Suggestion(parent + name, name, "", "files", false));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException unreadable) {
            return List.of();
        }
        List<String> order = List.of("prompts", "files", "folders");
        found.sort(Comparator.<Suggestion>comparingInt(one -> order.indexOf(one.group()))
                .thenComparing(Suggestion::value));
        return found;
    }

    private static Path resolve(Path folder, String parent) {
        String home = System.getProperty("user.home", "");
        return parent.startsWith("~/") ? Path.of(home, parent.substring(2)) : folder.resolve(parent);
    }
}
