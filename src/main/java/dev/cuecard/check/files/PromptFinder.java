package dev.cuecard.check.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds prompt files. */
public final class PromptFinder {

    private PromptFinder() {}

    /**
     * Every {@code .prompt} file below a folder, sorted by path; hidden folders are passed over, links below it not
     * followed. A path that is no folder is given back as it is. So is a folder that cannot be read, there or further
     * down: whoever reads it tells why, and the others are not lost. A dot at the
     * beginning is left out, as where files import each other.
     */
    public static List<Path> below(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(bare(path));
        }
        List<Path> found = new ArrayList<>();
        // Not the folder itself: it may be a link.
        try (Stream<Path> entries = Files.list(path)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Files.walkFileTree(bare(entry), new Finding(found));
            }
        } catch (IOException e) {
            found.add(path);
        }
        found.sort(null);
        return found;
    }

    private static Path bare(Path path) {
        return path.getNameCount() > 1 && path.startsWith(".") ? path.subpath(1, path.getNameCount()) : path;
    }

    /** What is met below. */
    static final class Finding extends SimpleFileVisitor<Path> {
        private final List<Path> found;

        Finding(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.getFileName().toString().endsWith(".prompt") && !isHidden(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException fault) {
            // One that is gone meanwhile is not missed.
            if (!isHidden(path) && !(fault instanceof NoSuchFileException)) {
                found.add(path);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) {
            if (fault != null) {
                found.add(folder);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return path.getFileName().toString().startsWith(".");
        }
    }
}
