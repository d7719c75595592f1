package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.CheckResult;
import dev.cuecard.PromptEngine;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.check.CheckedInput;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Explanation;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.render.Binding;
import dev.cuecard.testing.Offline;
import dev.cuecard.testing.TestOptions;
import dev.cuecard.testing.TestPlan;
import dev.cuecard.testing.TestRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each code is explained, in one form, by examples that are true. */
class ExplanationTest {

    /** Told of a reply that a {@code test} cans. */
    private static final Set<Code> IN_TESTS = EnumSet.of(Code.P504, Code.P505, Code.P506, Code.P507);

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

    /** Those whose example is a prompt; what only a command finds has a golden that runs it. */
    static Stream<Code> shownByPrompts() {
        return Arrays.stream(Code.values())
                .filter(code -> !IN_TESTS.contains(code))
                .filter(code -> Explained.of(Explanation.of(code))
                        .wrong()
                        .get(0)
                        .language()
                        .equals("prompt"));
    }

    @ParameterizedTest
    @MethodSource("shownByPrompts")
    void theWrongExampleIsWrongAndTheRightOneIsNot(Code code) throws InterruptedException {
        Explained explained = Explained.of(Explanation.of(code));
        boolean ofTests = code.name().startsWith("P6");
        assertThat(ofTests ? tested(explained.wrong()) : findings(explained.wrong()))
                .extracting(Diagnostic::code)
                .contains(code);
        assertThat(ofTests ? tested(explained.right()) : findings(explained.right()))
                .isEmpty();
    }

    /** What the tests of an example come to. */
    private static List<Diagnostic> tested(List<Explained.Block> blocks) throws InterruptedException {
        try (PromptEngine engine = PromptEngine.builder().build()) {
            CheckResult checked = engine.check("example.prompt", blocks.get(0).text());
            assertThat(checked.findings()).isEmpty();
            TestPlan plan = TestPlan.of(checked.prompt().stream().toList(), List.of());
            List<Diagnostic> findings = new ArrayList<>(plan.findings());
            new TestRunner(TestOptions.DEFAULT, new Offline())
                    .run(plan.cases(), result -> findings.addAll(result.allFindings()));
            return findings;
        }
    }

    /**
     * What is found of an example: of the prompt that it begins with, with its {@code inputs} where it has some, and of
     * its {@code reply} where it has one. Other blocks are files beside the prompt.
     */
    private static List<Diagnostic> findings(List<Explained.Block> blocks) {
        Map<String, String> files = new HashMap<>();
        blocks.forEach(block -> files.put(block.name(), block.text()));
        Pipeline pipeline = new Pipeline();
        CheckedPrompt prompt =
                pipeline.check(new Source("example.prompt", blocks.get(0).text()), new MemoryFiles(files));
        if (prompt != null && (files.containsKey("inputs") || files.containsKey("reply") || !asksForInputs(prompt))) {
            String inputs = files.getOrDefault("inputs", "{}");
            Binding binding = pipeline.bind(prompt, new Source("inputs", inputs));
            ChatRequest request = pipeline.render(prompt, binding).request();
            String reply = files.get("reply");
            if (request != null && reply != null) {
                pipeline.read(prompt, binding, Pipeline.reply(reply), request.model(), true);
            }
        }
        return pipeline.findings();
    }

    private static boolean asksForInputs(CheckedPrompt prompt) {
        return prompt.inputs().stream().anyMatch(CheckedInput::required);
    }
}
