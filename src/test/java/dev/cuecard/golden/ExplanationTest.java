package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Explanation;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.Parsed;
import dev.cuecard.syntax.PromptParser;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
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

    @ParameterizedTest
    @EnumSource(Code.class)
    void theWrongExampleIsWrongAndTheRightOneIsNot(Code code) {
        Explained explained = Explained.of(Explanation.of(code));
        Assumptions.assumeTrue(
                (code.compareTo(Code.P401) < 0 && code != Code.P016)
                        || code.name().startsWith("P8"),
                "the stages that find this are still to be connected");
        Assumptions.assumeTrue(
                explained.wrong().get(0).language().equals("prompt"), "a command finds this: there is a golden of it");
        boolean read = code.compareTo(Code.P101) < 0;
        assertThat(findings(explained.wrong(), read))
                .extracting(Diagnostic::code)
                .contains(code);
        assertThat(findings(explained.right(), read)).isEmpty();
    }

    /** What reading a text finds, and checking it unless it is only to be read. */
    private static List<Diagnostic> findings(List<Explained.Block> blocks, boolean read) {
        Parsed parsed =
                PromptParser.parse(new Source("example.prompt", blocks.get(0).text()));
        if (read || !parsed.findings().isEmpty()) {
            return parsed.findings();
        }
        Map<String, String> files = new HashMap<>();
        blocks.stream().skip(1).forEach(block -> files.put(block.name(), block.text()));
        return Checker.check(parsed.file(), new MemoryFiles(files), CheckOptions.DEFAULT.on(LocalDate.of(2026, 11, 24)))
                .findings();
    }
}
