package dev.cuecard.syntax.antlr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The scanning of texts by hand against regular expressions that say the same: where literal text stops. */
class TextScanTest {

    /** Text of a one-line string: escapes, single braces, and of a run of braces all but the last two. */
    private static final Pattern STRING = Pattern.compile("""
            (?: [^"\\\\{\\n]
              | \\\\ \\{\\{ (?!\\{)
              | \\\\ [^{\\n]
              | \\\\
              | \\{ (?!\\{)
              | \\{ (?=\\{\\{)
            )*""", Pattern.COMMENTS);

    /** Text of a block: up to a tag, or the end of a line before one that begins with closing quotes. */
    private static final Pattern BLOCK = Pattern.compile("""
            (?: [^\\\\{\\n]
              | \\n (?! [\\x20\\t]* \""")
              | \\\\ \\{\\{ (?!\\{)
              | \\\\ \"""
              | \\\\ \\\\ (?= \\{\\{ (?!\\{))
              | \\\\
              | \\{ (?!\\{)
              | \\{ (?=\\{\\{)
            )*""", Pattern.COMMENTS);

    private static final Pattern CLOSING = Pattern.compile("\\n[ \\t]*(?=\"\"\")");

    private static final String[] ALPHABET = {
        "{", "{", "{{", "}", "}}", "\\", "\\", "\"", "\"\"\"", "\n", " ", "\t", "a", "n", "中", "\uD83D\uDE00", "\r"
    };

    @Test
    void stringsStopWhereTheExpressionStops() {
        Random random = new Random(20261124);
        for (int i = 0; i < 200_000; i++) {
            String text = text(random);
            Matcher matcher = STRING.matcher(text);
            assertThat(matcher.lookingAt()).isTrue();
            assertThat(TextScan.stopInString(text, 0)).as(text).isEqualTo(matcher.end());
        }
    }

    @Test
    void blocksStopWhereTheExpressionStops() {
        Random random = new Random(42);
        for (int i = 0; i < 200_000; i++) {
            String text = "x" + text(random);
            Matcher matcher = BLOCK.matcher(text);
            assertThat(matcher.lookingAt()).isTrue();
            Matcher closing =
                    CLOSING.matcher(text).region(matcher.end(), text.length()).useTransparentBounds(true);
            int end = closing.lookingAt() ? closing.end() : matcher.end();
            assertThat(TextScan.stopInBlock(text, 0, Integer.MAX_VALUE))
                    .as(text)
                    .isEqualTo(end);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(14); n > 0; n--) {
            text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }
}
