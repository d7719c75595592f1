package dev.cuecard.file;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Replaces a file as a whole: whatever happens, there is the old one or the new one, never a part of either. */
public final class AtomicFile {

    private AtomicFile() {}

    /** What is said of a file that could not be written (P908), by the name that its user gave it. */
    public static Diagnostic notWritten(String name) {
        return Diagnostic.error(Code.P908, "cannot write " + Quoted.path(name))
                .note("the system does not let it be written")
                .done();
    }

    /**
     * Writes a text as UTF-8. Folders are made where there are none; a file that is replaced keeps its permissions, and
     * what a link leads to is replaced, not the link.
     *
     * @throws IOException when it cannot be written; the old file is there then
     */
    public static void write(Path file, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("no file: " + file);
        }
        Files.createDirectories(folder);
        // Not the system's temporary files, which nobody else may read.
        Path fresh = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(fresh, text, StandardOpenOption.CREATE_NEW);
            if (Files.exists(target) && Files.getFileStore(target).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(target));
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
