package dev.cuecard.check.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of the wish to read a file. */
public sealed interface FileReading {

    /** A file and what it holds. */
    final class Found implements FileReading {

        private final String name;
        private final String key;
        private final byte[] bytes;

        /**
         * @param name what a person calls it: the path as seen from where the host's own path is seen from
         * @param key the same for two names of one file, and for no other file
         * @param bytes what it holds; not copied
         */
        public Found(String name, String key, byte[] bytes) {
            this.name = name;
            this.key = key;
            this.bytes = bytes;
        }

        /** What a person calls it. */
        public String name() {
            return name;
        }

        /** What tells this file from others. */
        public String key() {
            return key;
        }

        /** What it holds, as a copy. */
        public byte[] bytes() {
            return bytes.clone();
        }

        /** Whether the host gave any. */
        boolean hasBytes() {
            return bytes != null;
        }

        /** How many bytes it holds. */
        int size() {
            return bytes.length;
        }

        /** Its text without a byte-order mark, or null when it is no UTF-8. */
        public @Nullable String text() {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                return null;
            }
        }
    }

    /**
     * There is no such file.
     *
     * @param looked the name that it would have
     * @param near the paths of the files in the folder where it should stand, written as the path was
     */
    record Missing(String looked, List<String> near) implements FileReading {
        /** Copies the list. */
        public Missing {
            near = List.copyOf(near);
        }
    }

    /** The path is not one that a prompt may name, or names something that cannot be read; {@code looked} as above. */
    record Refused(Reason reason, String looked) implements FileReading {}

    /** The host's own source of files failed; {@code why} tells how, in words. */
    record Failed(String why) implements FileReading {}

    /** Why a path is refused. */
    enum Reason {
        /** It does not begin in the folder of its file. */
        ABSOLUTE("an absolute path"),
        /** It leaves the project, perhaps by a link. */
        OUTSIDE("outside the project"),
        /** A part of it begins with a dot. */
        DOT_FILE("a dot-file"),
        /** It is no path at all. */
        NO_PATH("not a path"),
        /** It names a folder. */
        DIRECTORY("a directory"),
        /** It names a device, a pipe or the like. */
        SPECIAL("not a regular file"),
        /** It is larger than {@link ProjectFiles#MAX_BYTES}. */
        TOO_LARGE("too large"),
        /** The system does not let it be read. */
        UNREADABLE("not readable");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** What this text is, for the label of a message. */
        public String words() {
            return words;
        }

        /** Whether the path itself is refused, whatever stands there. */
        public boolean ofPath() {
            return compareTo(DIRECTORY) < 0;
        }
    }
}
