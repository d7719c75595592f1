package dev.cuecard.check.files;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.host.HostCall;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A source of files that the host wrote, which may do anything: it is asked for a bounded time, and what it gives is looked at. */
public final class OwnFiles implements FileSource {

    private final FileSource own;
    private final Duration bound;

    /**
     * @param own the host's
     * @param bound how long it may take to read one file
     */
    public OwnFiles(FileSource own, Duration bound) {
        this.own = own;
        this.bound = bound;
    }

    @Override
    public FileReading read(Source from, String path) {
        try {
            HostCall.Ended<@Nullable FileReading> ended =
                    HostCall.run("cuecard-files", bound, () -> own.read(from, path));
            if (ended instanceof HostCall.Ended.Late) {
                return new FileReading.Failed("it took longer than " + bound.toMillis() + " ms");
            } else if (ended instanceof HostCall.Ended.Threw<@Nullable FileReading> threw) {
                return new FileReading.Failed("its code threw " + HostCall.shown(threw.thrown()));
            }
            return sound(path, ((HostCall.Ended.Gave<@Nullable FileReading>) ended).value());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new FileReading.Failed("it was interrupted");
        }
    }

    @SuppressWarnings("NullAway") // What it takes for impossible is what is looked for.
    private static FileReading sound(String path, @Nullable FileReading reading) {
        if (reading == null) {
            return new FileReading.Failed("its code gave no reading (Java's null)");
        } else if (reading instanceof FileReading.Found found) {
            if (found.name() == null || found.key() == null || !found.hasBytes()) {
                return new FileReading.Failed("its code gave a file without a name, a key or bytes");
            }
            return found.size() > ProjectFiles.MAX_BYTES
                    ? new FileReading.Refused(FileReading.Reason.TOO_LARGE, path)
                    : found;
        } else if (reading instanceof FileReading.Missing missing && missing.looked() == null) {
            return new FileReading.Missing(path, missing.near());
        }
        return reading instanceof FileReading.Refused refused && (refused.reason() == null || refused.looked() == null)
                ? new FileReading.Failed("its code gave a refusal without a reason")
                : reading;
    }
}
