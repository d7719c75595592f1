package dev.cuecard.junit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The content of a prompt file and of all that it may read, so that a file which has not changed is not checked twice. What
 * it reads are the files that it names in quotes, whatever for: one too many does no harm.
 *
 * @param contents a number for the content of each file, by its path
 */
record Stamp(Map<Path, Integer> contents) {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\n]{1,200})\"|'([^'\\n]{1,200})'");
    private static final int MOST = 200;

    /** Of a file as it is now; null when it cannot be read. */
    static @Nullable Stamp of(Path file) {
        Map<Path, Integer> contents = new TreeMap<>();
        try {
            add(file.toAbsolutePath().normalize(), contents);
            for (Path at = file.toAbsolutePath().getParent(); at != null; at = at.getParent()) {
                Path configuration = at.resolve("cuecard.json");
                contents.put(configuration, Files.isRegularFile(configuration) ? content(configuration) : 0);
                contents.put(at.resolve(".git"), Files.exists(at.resolve(".git")) ? 1 : 0);
            }
            return new Stamp(contents);
        } catch (IOException e) {
            return null;
        }
    }

    private static void add(Path file, Map<Path, Integer> contents) throws IOException {
        if (contents.size() >= MOST || contents.containsKey(file)) {
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        contents.put(file, Arrays.hashCode(bytes));
        if (file.toString().endsWith(".prompt")) {
            Matcher words = QUOTED.matcher(new String(bytes, StandardCharsets.UTF_8));
            while (words.find()) {
                Path named = beside(file, words.group(1) == null ? words.group(2) : words.group(1));
                if (named != null) {
                    add(named, contents);
                }
            }
        }
    }

    private static @Nullable Path beside(Path file, String word) {
        try {
            Path named = file.resolveSibling(word).normalize();
            return Files.isRegularFile(named) ? named : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static int content(Path file) throws IOException {
        return Arrays.hashCode(Files.readAllBytes(file));
    }
}
