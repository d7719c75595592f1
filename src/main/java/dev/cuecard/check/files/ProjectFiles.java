package dev.cuecard.check.files;

import dev.cuecard.check.files.FileReading.Reason;
import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the project that a prompt file belongs to. Its root is the nearest folder upwards that holds a
 * {@code cuecard.json}, else the nearest that holds a {@code .git}, else the file's own folder; nothing outside it is
 * read, whatever links say.
 */
public final class ProjectFiles implements FileSource {

    /** The most bytes that a file may have: 20 MiB, the most that the API takes as a picture. */
    public static final long MAX_BYTES = 20L << 20;

    private static final int MAX_NEAR = 1_000;

    private final Path root;
    /** Where the texts stand that were given out, by the names that they were given. */
    private final Map<String, Path> named = new ConcurrentHashMap<>();

    private ProjectFiles(Path main, String name, Path root) {
        this.root = root;
        named.put(name, main);
    }

    /**
     * The project of a file, whose text is a {@link Source} named as the path is written.
     *
     * @param main where the file stands or would stand; its folder has to exist
     * @throws IOException when the folder cannot be read
     */
    public static ProjectFiles of(Path main) throws IOException {
        return of(main, main.toString());
    }

    /**
     * The project of a file.
     *
     * @param main where the file stands or would stand; its folder has to exist
     * @param name the name of the {@link Source} that is its text
     * @throws IOException when the folder cannot be read
     */
    public static ProjectFiles of(Path main, String name) throws IOException {
        return new ProjectFiles(main, name, rootAbove(folder(main)));
    }

    /** The real path of the project's root. */
    public Path root() {
        return root;
    }

    private static Path folder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return (folder == null ? file.toAbsolutePath() : folder).toRealPath();
    }

    private static Path rootAbove(Path folder) {
        Path project = nearest(folder, "cuecard.json");
        if (project == null) {
            project = nearest(folder, ".git");
        }
        return project == null ? folder : project;
    }

    private static @Nullable Path nearest(Path folder, String name) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(name))) {
                return at;
            }
        }
        return null;
    }

    @Override
    public FileReading read(Source from, String path) {
        Path file;
        Path written;
        String looked;
        try {
            file = named.getOrDefault(from.name(), Path.of(from.name()));
            written = Path.of(path);
            looked = Path.of(from.name())
                    .resolveSibling(written)
                    .normalize()
                    .toString()
                    .replace('\\', '/');
        } catch (InvalidPathException e) {
            return new FileReading.Refused(Reason.NO_PATH, path);
        }
        if (path.isBlank() || path.indexOf('\\') >= 0) {
            return new FileReading.Refused(Reason.NO_PATH, looked);
        } else if (written.isAbsolute() || path.startsWith("/")) {
            return new FileReading.Refused(Reason.ABSOLUTE, looked);
        } else if (hasDotFile(written)) {
            return new FileReading.Refused(Reason.DOT_FILE, looked);
        }
        try {
            return read(folder(file), path, looked);
        } catch (NoSuchFileException e) {
            return new FileReading.Missing(looked, List.of());
        } catch (IOException e) {
            return new FileReading.Refused(Reason.UNREADABLE, looked);
        }
    }

    private FileReading read(Path folder, String path, String looked) throws IOException {
        Path target = folder.resolve(path).normalize();
        if (!target.startsWith(root)) {
            return new FileReading.Refused(Reason.OUTSIDE, looked);
        } else if (!Files.exists(target)) {
            return new FileReading.Missing(looked, near(target, path));
        }
        Path real = target.toRealPath();
        if (!real.startsWith(root)) {
            return new FileReading.Refused(Reason.OUTSIDE, looked);
        } else if (hasDotFile(root.relativize(real))) {
            return new FileReading.Refused(Reason.DOT_FILE, looked);
        }
        BasicFileAttributes kind = Files.readAttributes(real, BasicFileAttributes.class);
        if (kind.isDirectory()) {
            return new FileReading.Refused(Reason.DIRECTORY, looked);
        } else if (!kind.isRegularFile()) {
            return new FileReading.Refused(Reason.SPECIAL, looked);
        } else if (kind.size() > MAX_BYTES) {
            return new FileReading.Refused(Reason.TOO_LARGE, looked);
        }
        named.put(looked, target);
        return new FileReading.Found(looked, real.toString(), Files.readAllBytes(real));
    }

    private static boolean hasDotFile(Path path) {
        for (Path part : path) {
            String name = part.toString();
            if (name.startsWith(".") && !name.equals(".") && !name.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private List<String> near(Path target, String path) {
        Path folder = target.getParent();
        if (folder == null || !folder.startsWith(root) || !Files.isDirectory(folder)) {
            return List.of();
        }
        String before = path.substring(0, path.lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(MAX_NEAR)
                    .filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .map(name -> before + name)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
