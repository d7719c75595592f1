package dev.cuecard.check.files;

import dev.cuecard.check.files.FileReading.Reason;
import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resources of a class path or of a module, by their paths from its root, such as {@code com/shop/a.prompt}. */
public final class ResourceFiles implements FileSource {

    private final Class<?> near;

    /** What that class sees: of a module, what stands in packages that are open to Cuecard. */
    public ResourceFiles(Class<?> near) {
        this.near = near;
    }

    /** The path of a resource, given from the folder of the class, or with a slash first from the root. */
    public String path(String resource) {
        if (resource.startsWith("/")) {
            return resource.substring(1);
        }
        String folder = near.getPackageName().replace('.', '/');
        return folder.isEmpty() ? resource : folder + "/" + resource;
    }

    @Override
    public FileReading read(Source from, String path) {
        if (path.startsWith("/")) {
            return new FileReading.Refused(Reason.ABSOLUTE, path);
        }
        String looked = MemoryFiles.resolve(from.name(), path);
        if (looked == null) {
            return new FileReading.Refused(Reason.OUTSIDE, path);
        } else if (looked.startsWith(".") || looked.contains("/.")) {
            return new FileReading.Refused(Reason.DOT_FILE, looked);
        }
        return read(looked);
    }

    /** Reads a resource by its path from the root. */
    public FileReading read(String path) {
        try (InputStream in = open(path)) {
            if (in == null) {
                return new FileReading.Missing(path, List.of());
            }
            byte[] bytes = in.readNBytes((int) ProjectFiles.MAX_BYTES + 1);
            return bytes.length > ProjectFiles.MAX_BYTES
                    ? new FileReading.Refused(Reason.TOO_LARGE, path)
                    : new FileReading.Found(path, path, bytes);
        } catch (IOException e) {
            return new FileReading.Refused(Reason.UNREADABLE, path);
        }
    }

    private @Nullable InputStream open(String path) {
        return near.getResourceAsStream("/" + path);
    }
}
