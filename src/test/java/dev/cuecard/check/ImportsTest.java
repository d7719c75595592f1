package dev.cuecard.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names of other files. */
class ImportsTest {

    private static final String COMMON = """
            type Tone = "formal" | "brief"

            let manners = { formal: "Be formal.", brief: "Be brief." }

            template sign(name: string) "Yours, {{ name }} ({{ manners.formal }})"

            role customer = user "customer"

            model small = "gpt-6-luna" { reasoning_effort = "none" }

            /// The weather of a town.
            tool weather(town: string): string
            """;

    private static List<String> codes(String text, Map<String, String> files) {
        return Checks.check(text, files).findings().stream()
                .map(Diagnostic::code)
                .map(Enum::name)
                .toList();
    }

    @Test
    void bothFormsTakeAllKindsOfNames() {
        String byName = """
                prompt letter
                import { Tone, manners as how, sign, customer, small, weather } from "common.prompt"
                model small
                tools weather
                var tone: Tone
                system how[tone]
                customer sign("Ada")
                """;
        String byFile = """
                prompt letter
                import "common.prompt" as c
                model c.small
                tools c.weather
                var tone: c.Tone
                system c.manners[tone]
                c.customer c.sign("Ada")
                user ["a"] | map(c.sign) | first ?? shape(c.Tone)
                """;
        for (String text : List.of(byName, byFile)) {
            Checked checked = Checks.check(text, Map.of("common.prompt", COMMON));
            assertThat(Checks.shown(checked.findings())).isEmpty();
            assertThat(checked.prompt().model().name()).isEqualTo("gpt-6-luna");
            assertThat(checked.prompt().tools()).extracting(CheckedTool::name).containsExactly("weather");
            assertThat(checked.prompt().lets()).extracting(CheckedLet::name).containsExactly("manners");
            assertThat(checked.prompt().imports()).hasSize(1);
        }
    }

    @Test
    void eachFileIsReadOnceHoweverOftenItIsImported() {
        Map<String, String> files = Map.of(
                "a.prompt", "import { base } from \"base.prompt\"\nlet a = base + \"a\"\n",
                "b.prompt", "import \"base.prompt\" as x\nlet b = x.base + \"b\"\n",
                "base.prompt", "let base = \"base\"\n");
        Checked checked = Checks.check(
                "prompt p\nimport { a } from \"a.prompt\"\nimport { b } from \"b.prompt\"\nuser a + b\n", files);
        assertThat(Checks.shown(checked.findings())).isEmpty();
        assertThat(checked.prompt().imports()).hasSize(3);
        assertThat(checked.prompt().lets()).extracting(CheckedLet::name).containsExactly("base", "a", "b");
    }

    @Test
    void whatIsImportedIsNotPassedOn() {
        Map<String, String> files = Map.of(
                "a.prompt",
                "import { base } from \"base.prompt\"\nlet a = base\n",
                "base.prompt",
                "let base = \"b\"\n");
        assertThat(codes("prompt p\nimport { base } from \"a.prompt\"\nuser base\n", files))
                .containsExactly("P107");
        assertThat(codes("prompt p\nimport \"a.prompt\" as a\nuser a.base\n", files))
                .containsExactly("P107");
    }

    @Test
    void inputsStayBehind() {
        Map<String, String> files = Map.of("a.prompt", "prompt a\nvar x: string\nlet y = x + x\nlet z = y\nuser x\n");
        assertThat(codes("prompt p\nimport { x } from \"a.prompt\"\nuser x\n", files))
                .containsExactly("P107");
        assertThat(codes("prompt p\nimport { z } from \"a.prompt\"\nuser z\n", files))
                .containsExactly("P108");
    }

    @Test
    void aMissingFileIsToldOnce() {
        assertThat(codes("""
                        prompt p
                        import { Tone, sign } from "none.prompt"
                        import "nothing.prompt" as c
                        var tone: Tone
                        user sign(tone) + c.sign(tone)
                        c.alice "Hello"
                        """, Map.of())).containsExactly("P101", "P101");
    }

    @Test
    void mistakesOfTheImportedFileStandThere() {
        Checked checked = Checks.check(
                "prompt p\nimport { x } from \"a.prompt\"\nuser x\n", Map.of("a.prompt", "let x = unknwn\n"));
        assertThat(checked.prompt()).isNull();
        assertThat(checked.findings()).hasSize(1);
        assertThat(checked.findings().get(0).primary().span().source().name()).isEqualTo("a.prompt");
    }

    @Test
    void aFileThatCannotBeReadHidesNoMoreThanItsNames() {
        Map<String, String> files = Map.of("a.prompt", "let x = = 1\n\nlet y = \"y\"\n");
        assertThat(codes("prompt p\nimport { x, y, z } from \"a.prompt\"\nuser x + y\n", files))
                .containsExactly("P001", "P107");
    }

    @Test
    void circles() {
        assertThat(codes("prompt p\nimport { x } from \"test.prompt\"\nuser x\n", Map.of("test.prompt", "")))
                .containsExactly("P105");
        Map<String, String> files = Map.of(
                "a.prompt", "import { b } from \"b.prompt\"\nlet a = b\n",
                "b.prompt", "import { a } from \"a.prompt\"\nlet b = a\n");
        assertThat(codes("prompt p\nimport { a } from \"a.prompt\"\nuser a\n", files))
                .containsExactly("P105");
    }

    @Test
    void pathsAreRelativeToTheFileThatNamesThem() {
        Map<String, String> files = Map.of(
                "shared/a.prompt", "import { b } from \"more/b.prompt\"\nlet a = b + file(\"a.txt\")\n",
                "shared/more/b.prompt", "let b = file(\"../a.txt\")\n",
                "shared/a.txt", "text\n");
        Checked checked = Checks.check("prompt p\nimport { a } from \"shared/a.prompt\"\nuser a\n", files);
        assertThat(Checks.shown(checked.findings())).isEmpty();
    }

    @Test
    void aLibraryHasNoPromptAndNoError() {
        Checked checked = Checks.check(COMMON);
        assertThat(checked.prompt()).isNull();
        assertThat(checked.findings()).isEmpty();
    }
}
