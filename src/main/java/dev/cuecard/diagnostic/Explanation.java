package dev.cuecard.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a code means, at length: a Markdown text with the smallest example that earns it and its repair. The texts stand
 * as {@code explain/P201.md} beside this class, one for each code.
 */
public final class Explanation {

    private Explanation() {}

    /** The text of a code, ending in a newline. */
    public static String of(Code code) {
        try (InputStream in = Explanation.class.getResourceAsStream("explain/" + code + ".md")) {
            if (in == null) {
                throw new IllegalStateException("no explanation of " + code);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
