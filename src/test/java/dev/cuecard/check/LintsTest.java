package dev.cuecard.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.files.MemoryFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.parse.PromptParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no mistake, but worth fixing. */
class LintsTest {

    private static Checked check(String text) {
        MemoryFiles files = new MemoryFiles(Map.of("lib.prompt", "type T = string\n\nlet x = 1\n\nlet y = x\n"));
        return Checker.check(PromptParser.parse(new Source("test.prompt", text)), files, CheckOptions.DEFAULT);
    }

    private static List<String> codes(String text) {
        return check(text).findings().stream().map(d -> d.code().name()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            nullValues = "clean",
            value = {
                "var a: string => P801",
                "var a: string  user a => clean",
                "var a: string  ensure output == a => clean",
                "var a = 'x'  test 't' { a = 'y' } => P801",
                "var a = 'x'  test 't' { expect a == 'x' } => clean",
                "var a = b  var b = 'x' => P801",
                "let a = 1 => P801",
                "type A = string => P802",
                "type A = B[]  type B = string => P802",
                "type A = string  user shape(A) => clean",
                "template t() 'x' => P804",
                "template t() 'x'  user t() => clean",
                "tool t(): string => clean",
                "import { x } from 'lib.prompt' => P803",
                "import { x, T as U } from 'lib.prompt'  user '{{ x }}'  user \"{{ x }}\" => P803",
                "import 'lib.prompt' as l => P803",
                "import 'lib.prompt' as l  user \"{{ l.y }}\" => clean",
                "user \"{{ if true }}x{{ end }}\" => P805",
                "var a: 'x' | 'y'  user \"{{ if a }}{{ a }}{{ end }}\" => P805",
                "var a: string(1..)  user \"{{ if a }}{{ a }}{{ end }}\" => P805",
                "var a: string  user \"{{ if a }}{{ a }}{{ end }}\" => clean",
                "var a?: string(1..)  user \"{{ if a }}{{ a }}{{ end }}\" => clean",
                "var a: { b: string }  if a { user a.b } => P805",
                "var a: { b?: string }  if a { user 'x' } => clean",
                "var a: string  user \"Hello {a}\" => P806",
                "var a: string  user \"Hello ${a}\" => P806",
                "var a: string  user \"Hello {a} {{ a }}\" => clean",
                "var a: string  user \"Hello { a | upper }}\" => P806",
                "let a = 'x'  user \"Hello {a}\" => P806",
                "user \"{% if x %}y{% endif %}\" => P807",
                "user \"{% of the time\" => clean",
                "user '{% if x %}' => clean",
                "var a: string  user \"Hello {{{ a }}}\" => P808",
                "var a: string  user \"Hello {{{ a }}}, you\" => P808",
                "var a: string  user \"\\\\frac{{{ a }}}{2}\" => clean",
                "var a: string  user \"{\\\"a\\\": {{ a | json }}}\" => clean",
                "user \"x\u200by\" => P809",
                "user \"x\u202Ey\" => P809",
                "// x\u200b => P809",
                "user \"\uD83D\uDC68\u200D\uD83D\uDC69\" => clean",
                "user \"sk-aaaaaaaaaaaaaaaaaaaaaaaa\" => P810",
                "// AKIAABCDEFGHIJKLMNOP => P810",
                "user \"sk-short\" => clean",
                "var a: string[]  user \"{{ for x in a }}{{ x }}{{ if not loop.last }}, {{ end }}{{ end }}\" => P811",
                "var a: string[]  user \"{{ for x in a }}{{ x }}, {{ end }}\" => clean",
                "var a: string  user unknown => P201",
            })
    void each(String declarations, String codes) {
        String text = "prompt test\n" + declarations.replace("  ", "\n") + "\nuser \"Hello\"\n";
        assertThat(String.join(" ", codes(text)))
                .as(Checks.shown(check(text).findings()))
                .isEqualTo(codes == null ? "" : codes);
    }

    @Test
    void whatALibraryDeclaresIsForOthers() {
        assertThat(codes("type A = string\nlet b = 1\ntemplate c() \"x\"\n")).isEmpty();
        assertThat(codes("import { x } from \"lib.prompt\"\nlet b = 1\n")).containsExactly("P803");
    }

    @Test
    void aKeyIsNeverShown() {
        Checked checked = check("prompt p\nuser \"sk-abcdefghijklmnopqrstuvwxyz\"\n");
        assertThat(Checks.shown(checked.findings())).contains("P810").doesNotContain("sk-abcdef");
    }

    @Test
    void aMisspeltDeclarationIsOneMistake() {
        String text = """
                prompt greet

                var uestion: string

                user question

                test "a" {
                  question = "x"
                }

                test "b" {
                  question = "y"
                }
                """;
        assertThat(Checks.shown(check(text).findings())).isEqualTo("""
                        error[P201]: unknown variable `question`
                         --> test.prompt:3:5
                          |
                        3 | var uestion: string
                          |     ^^^^^^^ declared as this, used nowhere
                        4 |
                        5 | user question
                          |      -------- used as this
                          |
                          = note: `question` is used in 3 places
                          = help: did you mean `question`?

                        """);
    }

    @Test
    void acceptedAtTheirPlaceWithAReason() {
        assertThat(codes("prompt p\n// accept P801: kept for the API of the caller\nvar a: string\nuser \"x\"\n"))
                .isEmpty();
        assertThat(codes("prompt p\n// accept P801\nvar a: string\nuser \"x\"\n"))
                .containsExactly("P821");
        assertThat(codes("prompt p\nuser \"x\"\n// accept P801: no\ntest \"t\" {}\n"))
                .containsExactly("P822");
        assertThat(codes("prompt p\n// accept P201: no\nuser x\n")).containsExactly("P822", "P201");
    }
}
