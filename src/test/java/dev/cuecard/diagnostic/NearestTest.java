package dev.cuecard.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "nubmer, number",
        "reveiw, review",
        "Customer, customer",
        "max-tokens, max_tokens",
        "maxTokens, max_tokens",
        "shared/saftey.prompt, shared/safety.prompt",
        "xs, x",
        "strng, string",
        "ΤΈΛΟΣ, τέλος",
    })
    void aSlipIsForgiven(String word, String known) {
        assertThat(Nearest.of(word, List.of("something", known, "else"))).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        // Three letters allow one step, six two.
        "abc, xyc",
        "abcdef, xyzdef",
        // Nothing in common is no slip, however short.
        "x, y",
        "review, review",
    })
    void whatIsFarAwayIsNotMeant(String word, String known) {
        assertThat(Nearest.of(word, List.of(known))).isNull();
    }

    @Test
    void aThirdOfTheLengthIsTheLimit() {
        assertThat(Nearest.of("abcdef", List.of("xycdef"))).isEqualTo("xycdef");
        assertThat(Nearest.of("abc", List.of("abx"))).isEqualTo("abx");
        assertThat(Nearest.of("a", List.of("ab"))).isEqualTo("ab");
    }

    @Test
    void aSwapIsOneStepEvenAroundAnInsertedLetter() {
        assertThat(Nearest.of("ca", List.of("abc"))).isNull();
        assertThat(Nearest.of("kca", List.of("kac"))).isEqualTo("kac");
        // "ca" to "abc" is two steps: swap, then insert between; six letters allow them.
        assertThat(Nearest.of("xxxxca", List.of("xxxxabc"))).isEqualTo("xxxxabc");
    }

    @Test
    void theNearerNameWins() {
        assertThat(Nearest.of("labels", List.of("lapels", "label", "labels2"))).isEqualTo("label");
        assertThat(Nearest.of("FOO_bar", List.of("foo-bar", "foo_bar"))).isEqualTo("foo_bar");
    }

    @Property
    void theOrderOfTheNamesDoesNotMatter(
            @ForAll @AlphaChars @StringLength(max = 6) String word,
            @ForAll @Size(max = 10) Set<@AlphaChars @StringLength(max = 6) String> known) {
        List<String> names = new ArrayList<>(new TreeSet<>(known));
        String answer = Nearest.of(word, names);
        Collections.reverse(names);
        assertThat(Nearest.of(word, names)).isEqualTo(answer);
        assertThat(answer).isNotEqualTo(word);
    }

    @Test
    void upToSevenNamesAreListedInTheirOrder() {
        List<String> seven = List.of("g", "a", "f", "b", "e", "c", "d");
        assertThat(Nearest.few("word", seven)).isEqualTo(seven);
        assertThat(Quoted.choices("word", List.of("b", "a"))).isEqualTo("`b`, `a`");
    }

    @Test
    void overSevenTheNearestFiveAreListedInTheirOrder() {
        List<String> eight = List.of("zebra", "word5", "word1", "word2", "apple", "word3", "word4", "pear");
        assertThat(Nearest.few("word", eight)).containsExactly("word5", "word1", "word2", "word3", "word4");
        assertThat(Quoted.choices("word", eight)).isEqualTo("`word5`, `word1`, `word2`, `word3`, `word4` (of 8)");
    }
}
