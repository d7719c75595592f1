package dev.cuecard.chat.reply;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Bodies out of their compression. */
final class Gzip {

    /** The most bytes that a compressed body may come to. */
    static final int LARGEST = 32 << 20;

    /** It comes to more than is read. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private Gzip() {}

    static boolean isGzip(byte[] body) {
        return body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
    }

    /** @throws IOException when it is damaged or ends early, or is {@link TooLarge} */
    static byte[] unpack(byte[] body) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new TooLarge();
            }
            return bytes;
        }
    }
}
