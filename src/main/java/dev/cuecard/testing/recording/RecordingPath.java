package dev.cuecard.testing.recording;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;

/** Where recordings stand: {@code recordings/PROMPT/TEST.json} beside the prompt's file. */
final class RecordingPath {

    private static final int LONGEST = 40;

    private RecordingPath() {}

    /** The folder of a prompt's recordings. */
    static Path folder(String promptFile) {
        Path file = Path.of(promptFile);
        String name = file.getFileName().toString();
        String bare = name.endsWith(".prompt") ? name.substring(0, name.length() - ".prompt".length()) : name;
        return file.resolveSibling("recordings").resolve(slug(bare, name));
    }

    /** The file of a test. */
    static Path file(String promptFile, String test) {
        return folder(promptFile).resolve(slug(test, test) + ".json");
    }

    /** Words that every file system takes, and a few digits that tell apart what they make alike. */
    private static String slug(String words, String whole) {
        String plain =
                words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-+$", "") : plain;
        CRC32 sum = new CRC32();
        sum.update(whole.getBytes(StandardCharsets.UTF_8));
        return (cut.isEmpty() ? "test" : cut) + String.format(Locale.ROOT, "-%06x", sum.getValue() & 0xFFFFFF);
    }
}
