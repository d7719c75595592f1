package dev.cuecard.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void aValueStandsInBackQuotesAsWritten() {
        assertThat(Quoted.of("reveiw")).isEqualTo("`reveiw`");
        assertThat(Quoted.of("价格 \"x\" \\n é 👩‍👩‍👧")).isEqualTo("`价格 \"x\" \\n é 👩‍👩‍👧`");
    }

    @Test
    void sixtyCodePointsAreShownAndNotOneMore() {
        assertThat(Quoted.of("😀".repeat(60))).isEqualTo("`" + "😀".repeat(60) + "`");
        assertThat(Quoted.of("😀".repeat(61))).isEqualTo("`" + "😀".repeat(59) + "…`");
        assertThat(Quoted.of("x".repeat(1_000_000))).isEqualTo("`" + "x".repeat(59) + "…`");
    }

    @Test
    void whatDoesNotShowIsEscaped() {
        assertThat(Quoted.of("a\nb\r\tc\u001b[31m\u0000\u0085")).isEqualTo("`a\\nb\\r\\tc\\u001b[31m\\u0000\\u0085`");
        assertThat(Quoted.of("a\u202eb\u200b\ufeff\u2028")).isEqualTo("`a\\u202eb\\u200b\\ufeff\\u2028`");
        assertThat(Quoted.of("re\u200dview")).isEqualTo("`re\\u200dview`");
        assertThat(Quoted.of("\ud800x\udc00")).isEqualTo("`\\ud800x\\udc00`");
        assertThat(Quoted.of("\udb40\udc41")).isEqualTo("`\\u{e0041}`");
    }

    @Test
    void namesAreJoinedAsInASentence() {
        assertThat(Quoted.and(List.of())).isEmpty();
        assertThat(Quoted.and(List.of("a"))).isEqualTo("`a`");
        assertThat(Quoted.and(List.of("customer", "ticket"))).isEqualTo("`customer` and `ticket`");
        assertThat(Quoted.or(List.of("a", "b", "c"))).isEqualTo("`a`, `b` or `c`");
        assertThat(Quoted.list(List.of("a", "b", "c"))).isEqualTo("`a`, `b`, `c`");
    }
}
