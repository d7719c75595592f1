package dev.cuecard.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.parse.Parsed;
import dev.cuecard.syntax.parse.PromptParser;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds: a tree or one clear diagnostic, on a small stack and in bounded time. */
class BoundsTest {

    private static final int MANY = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{ a: ", "f(", "x[", "{a:["})
    void nestedBracketsOfAnExpression(String open) {
        assertThat(codes("let a = " + open.repeat(MANY))).containsExactly(Code.P008);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{ a: ", "map<", "list["})
    void nestedBracketsOfAType(String open) {
        assertThat(codes("type A = " + open.repeat(MANY))).hasSize(1);
    }

    @Test
    void bracketsThatAreClosedToo() {
        assertThat(codes("let a = " + "[".repeat(MANY) + "]".repeat(MANY) + "\nvar b: string\n"))
                .containsExactly(Code.P008);
        assertThat(codes("let a = " + "[".repeat(99) + "]".repeat(99) + "\n")).isEmpty();
        assertThat(codes("let a = " + "[".repeat(100) + "]".repeat(100) + "\n")).isEmpty();
        assertThat(codes("let a = " + "[".repeat(101) + "]".repeat(101) + "\n")).containsExactly(Code.P008);
    }

    @Test
    void nestedTextsAndBlocks() {
        assertThat(codes("user " + "\"{{ ".repeat(MANY))).containsExactly(Code.P008);
        assertThat(codes("if a {\n".repeat(MANY))).containsExactly(Code.P008);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{{{", "[", "(", "{", "{{", "{{ {", "\"", "'", "\"\"\"", "/*", "///", "}"})
    void aMegabyteOfOneThing(String thing) {
        List<Code> codes = codes(thing.repeat(1_000_000 / thing.length()));
        assertThat(codes.size()).isLessThanOrEqualTo(1);
    }

    @Test
    void aMistakeOnEachLineAndAllOnOneLine() {
        assertThat(codes("user \"\n".repeat(20_000))).hasSize(20_000);
        assertThat(codes("a ".repeat(20_000))).hasSize(1);
    }

    @Test
    void onlyBraces() {
        assertThat(codes("{{{{")).containsExactly(Code.P028);
        assertThat(codes("{{{{\n".repeat(1000))).containsExactly(Code.P028);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not ", "- ", "a + ", "a and ", "a if b else ", "a ?? ", "a == "})
    void chainsOfOperators(String operator) {
        assertThat(codes("let x = " + operator.repeat(MANY) + "a\n")).containsExactly(Code.P008);
        assertThat(codes("let x = " + operator.repeat(100) + "a\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".a", "[0]", " | upper", "()"})
    void chainsBehindAnOperand(String suffix) {
        assertThat(codes("let x = a" + suffix.repeat(MANY) + "\n"))
                .contains(Code.P008)
                .hasSizeLessThan(3);
        assertThat(codes("let x = a" + suffix.repeat(suffix.equals("()") ? 1 : 100) + "\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "? ", "[](1..2)"})
    void chainsBehindAType(String suffix) {
        assertThat(codes("type A = B" + suffix.repeat(MANY) + "\n")).containsExactly(Code.P008);
    }

    @Test
    void longListsAreNotDeep() {
        assertThat(codes("type A = \"a\"" + " | \"b\"".repeat(20_000) + "\n")).isEmpty();
        assertThat(codes("let a = [1" + ", 2".repeat(20_000) + "]\n")).isEmpty();
        assertThat(codes("let a = [x.y + 1" + ", x.y + 1".repeat(20_000) + "]\n"))
                .isEmpty();
        assertThat(codes("user \"" + "{{ a + 1 }}".repeat(20_000) + "\"\n")).isEmpty();
        assertThat(codes("type A {\n" + "  a: string\n".repeat(20_000) + "}\n")).isEmpty();
        assertThat(codes("if a { } " + "else if b { } ".repeat(1000) + "\n")).isEmpty();
        assertThat(codes("if a { } ".repeat(20_000) + "\n")).isEmpty();
    }

    @Test
    void aLineOfTenMegabytes() {
        assertThat(codes("user \"" + "x".repeat(10_000_000) + "\"\n")).isEmpty();
        assertThat(codes("user \"" + "中".repeat(5_000_000) + "\n")).containsExactly(Code.P003);
    }

    @Test
    void longNumbers() {
        assertThat(codes("let a = " + "9".repeat(1_000_000) + "\n")).containsExactly(Code.P013);
        assertThat(codes("let a = 1e" + "9".repeat(1_000_000) + "\n")).containsExactly(Code.P013);
        assertThat(codes("let a = 96E2156377875055758\n")).containsExactly(Code.P013);
        assertThat(codes("let a = 1e-9999\n")).isEmpty();
    }

    private static List<Code> codes(String text) {
        AtomicReference<Parsed> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        Parsed parsed = PromptParser.parse(new Source("bounds.prompt", text));
                        assertThat(TreeDepth.of(parsed.file())).isLessThanOrEqualTo(1100);
                        result.set(parsed);
                    } catch (Throwable thrown) {
                        failure.set(thrown);
                    }
                },
                "small stack",
                512 * 1024);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            thread.start();
            thread.join();
        });
        assertThat(failure.get()).isNull();
        Parsed parsed = result.get();
        if (parsed.findings().size() < 5) {
            assertThat(DiagnosticRenderer.plain().render(parsed.findings())).isNotNull();
        }
        return parsed.findings().stream().map(Diagnostic::code).toList();
    }
}
