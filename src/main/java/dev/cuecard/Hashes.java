package dev.cuecard;

import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.diagnostic.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Short names for texts that are the same only when the texts are: SHA-256, in hexadecimal. */
final class Hashes {

    private Hashes() {}

    /** Of a prompt: its file and those that it imports. */
    static String of(CheckedPrompt prompt) {
        StringBuilder all = new StringBuilder(prompt.source().text());
        for (Source source : prompt.imports()) {
            // No text holds this character, so that no two lists of files run into the same text.
            all.append('\0').append(source.text());
        }
        return of(all.toString());
    }

    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
