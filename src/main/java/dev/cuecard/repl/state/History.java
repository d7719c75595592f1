package dev.cuecard.repl.state;

import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, each as the whole block that it was. In its file each stands on a line of its own as a JSON string;
 * only the person may read the file, and no key is in it.
 */
public final class History {

    /** So many are kept in the file. */
    public static final int MOST = 2_000;

    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final @Nullable Path file;
    private final UnaryOperator<String> redact;
    private final List<String> entries = new ArrayList<>();
    private int earlier;
    private boolean broken;

    private History(@Nullable Path file, UnaryOperator<String> redact) {
        this.file = file;
        this.redact = redact;
    }

    /** One that ends with the session. */
    public static History ofSession(UnaryOperator<String> redact) {
        return new History(null, redact);
    }

    /**
     * One that goes on in a file, which is made when there is something to keep; lines of it that cannot be read are
     * passed over.
     *
     * @param redact takes keys out of a text
     */
    public static History in(Path file, UnaryOperator<String> redact) {
        History history = new History(file, redact);
        if (Files.isRegularFile(file)) {
            history.read(file);
        }
        return history;
    }

    private void read(Path from) {
        try {
            if (isPosix(from) && !Files.getPosixFilePermissions(from).equals(OWN)) {
                Files.setPosixFilePermissions(from, OWN);
            }
            String all = new String(Files.readAllBytes(from), StandardCharsets.UTF_8);
            for (String line : all.lines().toList()) {
                if (JsonText.parse(new Source("history", line)) instanceof JsonReading.Parsed parsed
                        && parsed.document().value() instanceof Json.Str text) {
                    entries.add(text.value());
                }
            }
            earlier = entries.size();
            if (entries.size() > MOST) {
                entries.subList(0, entries.size() - MOST).clear();
                earlier = entries.size();
                rewrite(from);
            }
        } catch (IOException e) {
            broken = true;
        }
    }

    private void rewrite(Path to) throws IOException {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(line(entry)));
        Path fresh = to.resolveSibling(to.getFileName() + ".tmp");
        Files.deleteIfExists(fresh);
        create(fresh);
        Files.writeString(fresh, text, StandardOpenOption.WRITE);
        Files.move(fresh, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** All of them, those of earlier sessions first. */
    public List<String> entries() {
        return List.copyOf(entries);
    }

    /** Those of this session. */
    public List<String> ofThisSession() {
        return List.copyOf(entries.subList(earlier, entries.size()));
    }

    /** A text without keys. */
    public String redacted(String text) {
        return redact.apply(text);
    }

    /** Adds one, unless it is blank or the same as the one before. */
    public void add(String typed) {
        String entry = redact.apply(typed.stripTrailing());
        boolean again = !entries.isEmpty() && entries.get(entries.size() - 1).equals(entry);
        if (entry.isBlank() || again) {
            return;
        }
        entries.add(entry);
        if (file != null && !broken) {
            try {
                append(file, entry);
            } catch (IOException e) {
                // A session without a history is better than none.
                broken = true;
            }
        }
    }

    private static void append(Path file, String entry) throws IOException {
        if (Files.notExists(file)) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            create(file);
        }
        Files.writeString(file, line(entry), StandardOpenOption.APPEND);
    }

    private static String line(String entry) {
        return JsonText.compact(Json.of(entry)) + "\n";
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void create(Path file) throws IOException {
        if (isPosix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWN));
        } else {
            Files.createFile(file);
        }
    }
}
