package dev.cuecard.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Explanation;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.parse.PromptParser;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example of each explanation earns its code, and nothing else; its repair earns nothing. */
class ExplainedSyntaxTest {

    private static final Pattern BLOCK = Pattern.compile("```prompt\n(.*?)```\n", Pattern.DOTALL);

    static Stream<Code> codes() {
        return Arrays.stream(Code.values()).filter(code -> code.name().startsWith("P0"));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void examplesAreTrue(Code code) {
        List<String> examples = BLOCK.matcher(Explanation.of(code))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(examples).hasSize(2);
        assertThat(codesOf(examples.get(0))).containsExactly(code);
        assertThat(codesOf(examples.get(1))).isEmpty();
    }

    private static List<Code> codesOf(String prompt) {
        return PromptParser.parse(new Source("example.prompt", prompt)).findings().stream()
                .map(Diagnostic::code)
                .toList();
    }
}
