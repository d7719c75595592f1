package dev.cuecard.file;

import static dev.cuecard.diagnostic.Diagnostic.error;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Nearest;
import dev.cuecard.diagnostic.Quoted;
import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file that a person names, such as the prompt of a command: not one that a prompt names. */
public sealed interface TextFile {

    /** The most bytes that are read: 64 MiB. */
    long MAX_BYTES = 64L << 20;

    /** Why a file or folder cannot be read that the system refuses. */
    String CLOSED = "the system does not let it be read";

    /** The file and its text, without a byte-order mark. */
    record Found(Source source) implements TextFile {}

    /** Why there is no text: P102 where there is no such file, else P104. */
    record Refused(Diagnostic diagnostic) implements TextFile {}

    /** The bytes of a file, empty where it is refused. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared: a carrier from one method to its caller.
    record Bytes(byte[] content, @Nullable Refused refused) {}

    /** Reads a file as UTF-8; its source is named as the path is written. */
    static TextFile read(Path path) {
        Bytes bytes = bytes(path);
        return bytes.refused() == null ? decode(path.toString(), bytes.content()) : bytes.refused();
    }

    /** Reads a file that need not be text. */
    static Bytes bytes(Path path) {
        try {
            if (!Files.exists(path)) {
                return refused(missing(path));
            } else if (Files.isDirectory(path)) {
                return refused(unreadable(path.toString(), Files.isReadable(path) ? "it is a directory" : CLOSED));
            }
            // A pipe will do, such as a shell makes of <(command); a device that never ends is cut off.
            try (InputStream in = Files.newInputStream(path)) {
                byte[] content = in.readNBytes((int) MAX_BYTES + 1);
                return content.length > MAX_BYTES
                        ? refused(unreadable(path.toString(), "it is larger than 64 MiB"))
                        : new Bytes(content, null);
            }
        } catch (IOException e) {
            return refused(unreadable(path.toString(), CLOSED));
        }
    }

    private static Bytes refused(Diagnostic diagnostic) {
        return new Bytes(new byte[0], new Refused(diagnostic));
    }

    /** Reads bytes as UTF-8. */
    static TextFile decode(String name, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
            return new Found(new Source(name, text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException e) {
            // The decoder stops before the first byte that is wrong.
            return new Refused(
                    unreadable(name, "it is not UTF-8: byte " + (in.position() + 1) + " begins no character"));
        }
    }

    private static Diagnostic missing(Path path) {
        String near = Nearest.of(path.toString(), neighbours(path));
        return error(Code.P102, "file not found: " + Quoted.path(path.toString()))
                .help(near == null ? null : "did you mean " + Quoted.path(near) + "?")
                .done();
    }

    private static List<String> neighbours(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.limit(1_000)
                    .filter(Files::isRegularFile)
                    .map(file -> path.resolveSibling(file.getFileName()).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Diagnostic unreadable(String name, String why) {
        return error(Code.P104, "cannot read " + Quoted.path(name)).note(why).done();
    }
}
