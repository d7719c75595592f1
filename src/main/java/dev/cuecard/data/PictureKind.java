package dev.cuecard.data;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells the kinds of pictures that the API takes by their first bytes. */
public final class PictureKind {

    private PictureKind() {}

    /** The media type, or null for anything else. */
    public static @Nullable String of(byte[] bytes) {
        if (begins(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        } else if (begins(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        } else if (begins(bytes, 0, "GIF87a") || begins(bytes, 0, "GIF89a")) {
            return "image/gif";
        } else if (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")) {
            return "image/webp";
        }
        return null;
    }

    private static boolean begins(byte[] bytes, int at, String mark) {
        byte[] wanted = mark.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
