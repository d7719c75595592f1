package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.render.eval.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What hostile prompts and values run into: each limit of the builder, below its default, and a diagnostic. */
@Timeout(60)
class LimitsTest {

    private static final Limits LIMITS = Limits.DEFAULT;

    private static List<Code> findings(Limits limits, String text, Map<String, ?> inputs, Map<String, String> files) {
        try (PromptEngine engine = PromptEngine.builder()
                .limits(limits)
                .files(new MemoryFiles(files))
                .build()) {
            CheckResult checked = engine.check("hostile.prompt", "prompt hostile\n" + text);
            List<Diagnostic> findings = new ArrayList<>(checked.findings());
            checked.prompt()
                    .ifPresent(prompt -> findings.addAll(prompt.render(inputs).findings()));
            return findings.stream().map(Diagnostic::code).toList();
        }
    }

    private static List<Code> findings(Limits limits, String text, Map<String, ?> inputs) {
        return findings(limits, text, inputs, Map.of());
    }

    @Test
    void anInputHasASize() {
        String text = "var a: string\nuser a";
        assertThat(findings(LIMITS.withInput(10), text, Map.of("a", "12345678")))
                .isEmpty();
        assertThat(findings(LIMITS.withInput(10), text, Map.of("a", "123456789")))
                .containsExactly(Code.P405);
    }

    @Test
    void anInputHasADepth() {
        Object nested = "x";
        for (int i = 0; i < 6; i++) {
            nested = List.of(nested);
        }
        String text = "var a: any\nuser \"{{ a | json }}\"";
        assertThat(findings(LIMITS.withNesting(6), text, Map.of("a", nested))).isEmpty();
        assertThat(findings(LIMITS.withNesting(5), text, Map.of("a", nested))).containsExactly(Code.P405);
    }

    @Test
    void aTextHasASize() {
        String text = "let a = \"0123456789\"\nlet b = a + a + a + a\nuser b";
        assertThat(findings(LIMITS.withText(41), text, Map.of())).isEmpty();
        assertThat(findings(LIMITS.withText(39), text, Map.of())).containsExactly(Code.P415);
    }

    @Test
    void aRangeHasALength() {
        String text = "user \"{{ range(0, 11) | length }}\"";
        assertThat(findings(LIMITS.withItems(11), text, Map.of())).isEmpty();
        assertThat(findings(LIMITS.withItems(10), text, Map.of())).containsExactly(Code.P414);
    }

    @Test
    void loopsTakeSteps() {
        String text = "user \"{{ for a in range(0, 100) }}{{ for b in range(0, 100) }}{{ b }}{{ end }}{{ end }}\"";
        assertThat(findings(LIMITS, text, Map.of())).isEmpty();
        assertThat(findings(LIMITS.withWork(10_000), text, Map.of())).containsExactly(Code.P416);
    }

    @Test
    void messagesInLoopsTakeStepsToo() {
        String text = "for a in range(0, 1000) { for b in range(0, 1000) { user \"{{ b }}\" } }";
        assertThat(findings(LIMITS.withWork(100_000), text, Map.of())).containsExactly(Code.P416);
    }

    @Test
    void aRenderingHasATime() {
        String loops = "user \"{{ for a in range(0, 90000) }}{{ for b in range(0, 90000) }}{{ b }}{{ end }}{{ end }}\"";
        Limits short1 = LIMITS.withWork(Long.MAX_VALUE).withTime(Duration.ofMillis(50));
        long start = System.nanoTime();
        assertThat(findings(short1, loops, Map.of())).containsExactly(Code.P421);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        String growing = "user \"{{ for a in range(0, 100000) }}{{ range(0, 100000) | json }}{{ end }}\"";
        assertThat(findings(short1.withText(Integer.MAX_VALUE), growing, Map.of()))
                .containsExactly(Code.P421);
    }

    @Test
    void importsHaveANumberAndADepth() {
        Map<String, String> chain = new HashMap<>();
        for (int i = 1; i < 5; i++) {
            chain.put(
                    "f" + i + ".prompt",
                    "import { a" + (i + 1) + " } from \"f" + (i + 1) + ".prompt\"\nlet a" + i + " = a" + (i + 1));
        }
        chain.put("f5.prompt", "let a5 = \"five\"");
        String text = "import { a1 } from \"f1.prompt\"\nuser a1";
        assertThat(findings(LIMITS.withImports(5).withImportDepth(5), text, Map.of(), chain))
                .isEmpty();
        assertThat(findings(LIMITS.withImports(4), text, Map.of(), chain)).contains(Code.P106);
        assertThat(findings(LIMITS.withImportDepth(4), text, Map.of(), chain)).contains(Code.P106);
        assertThat(findings(LIMITS.withImports(0), text, Map.of(), chain)).contains(Code.P106);
    }

    @Test
    void filesHaveASize() {
        Map<String, String> files = Map.of("a.prompt", "let a = \"0123456789\"", "b.txt", "0123456789");
        String importing = "import { a } from \"a.prompt\"\nuser a";
        assertThat(findings(LIMITS.withFile(100), importing, Map.of(), files)).isEmpty();
        assertThat(findings(LIMITS.withFile(60), importing + "\n".repeat(20), Map.of(), files))
                .as("the prompt itself")
                .containsExactly(Code.P104);
        Map<String, String> large = Map.of("a.prompt", "let a = \"" + "x".repeat(100) + "\"", "b.txt", "x".repeat(101));
        assertThat(findings(LIMITS.withFile(100), importing, Map.of(), large)).contains(Code.P104);
        assertThat(findings(LIMITS.withFile(100), "user file(\"b.txt\")", Map.of(), large))
                .containsExactly(Code.P104);
    }

    @Test
    void conditionsOnRepliesAreLimitedToo() {
        String text = """
                prompt hostile
                user "JSON"
                output json { n: integer }
                ensure (range(0, output.n) | map(json) | join("") | length) > 0
                """;
        try (PromptEngine engine =
                PromptEngine.builder().limits(LIMITS.withWork(1000)).build()) {
            Result result = engine.load("hostile.prompt", text).read("{\"n\": 90000}", Map.of());
            assertThat(result.findings()).extracting(Diagnostic::code).containsExactly(Code.P416);
        }
    }

    @Test
    void noLimitIsZeroOrNegative() {
        assertThatThrownBy(() -> LIMITS.withText(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LIMITS.withTime(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LIMITS.withImports(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
