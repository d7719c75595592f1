package dev.cuecard.check.files;

import dev.cuecard.check.files.FileReading.Reason;
import dev.cuecard.diagnostic.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files that stand in no file system: texts by their paths, such as {@code shared/common.prompt}. */
public final class MemoryFiles implements FileSource {

    private final Map<String, String> files;

    /** Those files. */
    public MemoryFiles(Map<String, String> files) {
        this.files = Map.copyOf(files);
    }

    /** No files at all. */
    public static MemoryFiles none() {
        return new MemoryFiles(Map.of());
    }

    @Override
    public FileReading read(Source from, String path) {
        String looked = resolve(from.name(), path);
        if (path.startsWith("/")) {
            return new FileReading.Refused(Reason.ABSOLUTE, path);
        } else if (looked == null) {
            return new FileReading.Refused(Reason.OUTSIDE, path);
        } else if (looked.startsWith(".") || looked.contains("/.")) {
            return new FileReading.Refused(Reason.DOT_FILE, looked);
        }
        String text = files.get(looked);
        if (text == null && files.keySet().stream().anyMatch(name -> name.startsWith(looked + "/"))) {
            return new FileReading.Refused(Reason.DIRECTORY, looked);
        } else if (text == null) {
            return new FileReading.Missing(looked, near(looked, path));
        }
        return new FileReading.Found(looked, looked, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A path that is written in a file, from where the path of that file begins; null when it leads further up. */
    static @Nullable String resolve(String from, String path) {
        Deque<String> parts = new ArrayDeque<>();
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        for (String part : (folder + path).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return null;
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private List<String> near(String looked, String path) {
        String folder = looked.substring(0, looked.lastIndexOf('/') + 1);
        String before = path.substring(0, path.lastIndexOf('/') + 1);
        return files.keySet().stream()
                .filter(name -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
                .sorted()
                .map(name -> before + name.substring(folder.length()))
                .toList();
    }
}
