package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Explanation;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each code is explained, in one form, by examples that are true. */
class ExplanationTest {

    @Test
    void everyCodeHasOneAndNoneIsLeftOver() {
        assertThat(Folder.files(Path.of("src/main/resources/dev/cuecard/diagnostic/explain"), file -> true))
                .containsExactlyElementsOf(
                        Arrays.stream(Code.values()).map(code -> code + ".md").toList());
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void allHaveTheSameForm(Code code) {
        String text = Explanation.of(code);
        assertThat(text).startsWith("# " + code + ": ").endsWith("```\n").doesNotContain("\r", " \n");
        // The mistake of P016 is a tab.
        assertThat(text.contains("\t")).isEqualTo(code == Code.P016);
        Explained explained = Explained.of(text);
        assertThat(explained.title()).matches("[a-z`J].*[^.]");
        assertThat(explained.prose()).hasSizeBetween(1, 3);
        assertThat(explained.wrong()).isNotEmpty();
        assertThat(explained.right()).isNotEmpty();
    }
}
