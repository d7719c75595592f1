package dev.cuecard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTest {

    @Test
    void aPartIsFound() throws Regex.Broken {
        assertThat(Regex.of("b+").finds("abba")).isTrue();
        assertThat(Regex.of("^b+$").finds("abba")).isFalse();
        assertThat(Regex.of("^\\p{L}+$").finds("价格")).isTrue();
    }

    @Test
    void evilExpressionsTakeLinearTime() throws Regex.Broken {
        Regex regex = Regex.of("^(a+)+$");
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(regex.finds("a".repeat(100_000) + "!")).isFalse());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "(?=x) | it looks around with `(?=`",
                "a(?!x) | it looks around with `(?!`",
                "(?<!x) | it looks around with `(?<!`",
                "(?<=x) | it looks around with `(?<=`",
                "(x)\\1 | it refers back with `\\1`",
                "(?P=n) | it refers back with `(?P`",
                "a( | a `(` is never closed",
                "[a | a `[` is never closed",
                "a) | a `)` closes nothing",
                "a\\ | a backslash ends it",
                "\\Z | it has an unknown escape `\\Z`",
                "[z-a] | it has an unknown set of characters `z-a`",
                "\\p{Foo} | it has an unknown set of characters `\\p{Foo}`",
                "*a | nothing stands before `*`",
                "a** | two repetitions stand side by side, `**`",
                "a{2000} | it repeats `{2000}`, and at most 1,000 times is possible",
                "(?>x) | it has an unknown sign `(?>`",
            })
    void whatIsWrongIsToldInPlainWords(String pattern, String why) {
        assertThatExceptionOfType(Regex.Broken.class)
                .isThrownBy(() -> Regex.of(pattern))
                .withMessage(why);
    }
}
