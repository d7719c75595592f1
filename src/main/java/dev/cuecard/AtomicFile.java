package dev.cuecard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Replaces a file as a whole: whatever happens, there is the old one or the new one, never a part of either. */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes a file, new or in the place of the old one, whose permissions it keeps.
     *
     * @throws IOException when it cannot be written; the old file is there then
     */
    public static void write(Path file, byte[] content) throws IOException {
        // What a link leads to is replaced, not the link.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path temporary = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".tmp");
        try {
            Files.write(temporary, content);
            if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
