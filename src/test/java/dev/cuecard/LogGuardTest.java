package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard over the logs of the whole suite does find a key. */
class LogGuardTest {

    @Test
    void itHearsTheFinestOfOurs() {
        long before = LogGuard.seen();
        System.getLogger("dev.cuecard.chat").log(Level.TRACE, "nothing of note");
        assertThat(LogGuard.seen()).isGreaterThan(before);
        assertThat(LogGuard.leak()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"key 0123456789abcdef", "sk-proj-abcdefgh", "Authorization: Bearer abcdefgh", "watched-key"})
    void itFindsAKey(String text) {
        LogGuard.watch("watched-key");
        System.getLogger("dev.cuecard.chat").log(Level.TRACE, text);
        assertThat(LogGuard.leak()).contains(text);
        assertThat(LogGuard.leak()).isNull();
    }
}
