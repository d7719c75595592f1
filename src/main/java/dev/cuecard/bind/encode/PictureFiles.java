package dev.cuecard.bind.encode;

import dev.cuecard.bind.match.BindErrors;
import dev.cuecard.data.Json;
import dev.cuecard.data.PictureKind;
import dev.cuecard.diagnostic.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Pictures that a host gives as a file or as bytes; what kind they are, is told by their first bytes. */
final class PictureFiles {

    /** The most bytes that are read: what the API takes as a picture. */
    private static final int MAX_BYTES = 20 << 20;

    private PictureFiles() {}

    /** A picture as a data URL; anything else is refused, since it could be the name or what stands in the file. */
    static Json json(Object value, String at, boolean picture) throws NoJson {
        if (!picture) {
            throw value instanceof Path
                    ? refused(
                            at,
                            "a path, and is no picture",
                            "only for a picture a file stands for what it holds",
                            "give its text: Files.readString(path)")
                    : refused(at, "bytes, and is no picture", "only a picture is given as bytes", null);
        }
        byte[] bytes = value instanceof Path path ? read(path, at) : (byte[]) value;
        String kind = PictureKind.of(bytes);
        if (kind == null) {
            throw refused(at, "what is no picture", "the API takes PNG, JPEG, GIF and WebP", null);
        }
        return Json.of("data:" + kind + ";base64," + Base64.getEncoder().encodeToString(bytes));
    }

    private static byte[] read(Path path, String at) throws NoJson {
        try {
            if (Files.isRegularFile(path) && Files.size(path) <= MAX_BYTES) {
                return Files.readAllBytes(path);
            }
        } catch (IOException e) {
            // Told below.
        }
        throw refused(
                at,
                "a picture that cannot be read",
                "looked for a file of at most 20 MiB at " + Quoted.path(path.toString()),
                null);
    }

    private static NoJson refused(String at, String what, String why, @Nullable String help) {
        return new NoJson(BindErrors.noJson(at, what, why, help));
    }
}
