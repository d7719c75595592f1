package dev.cuecard.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from outside is followed wherever it goes. */
class UntrustedTest {

    private static final String NAMES = """
            prompt test

            type Mail { from: email, subject: string, day: date, size: integer, label: "a" | "b" }

            var q: untrusted string
            var docs: untrusted string[]
            var mail: untrusted Mail
            var mine: string
            var n: untrusted integer
            var label: untrusted "a" | "b"
            var photo: untrusted image

            let question = q | trim
            let asked = "They ask: {{ q }}"
            let fenced = q | fence

            template quote(text: string) "Quote: {{ text }}"
            template fence_it(text: string) "Quote: {{ text | fence }}"

            """;

    private static List<String> codes(String statement) {
        return Checks.codes(NAMES + statement.replace("\\n", "\n") + "\nuser \"Go on.\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user q",
                "user question",
                "user \"{{ q }}\"",
                "user \"\"\"\\n  {{ q }}\\n  \"\"\"",
                "user \"{{ if mine }}{{ q }}{{ end }}\"",
                "user q | upper",
                "user q[0:3]",
                "user docs | first ?? \"\"",
                "user docs[0] ?? mine",
                "assistant q",
                "user [q, mine]",
                "user [\"About this:\", q]",
                "user [image(photo), q]",
                "user \"Read: {{ q | fence }}\"",
                "user \"Read: {{ q | json }}\"",
                "user \"Read: {{ fenced }}\"",
                "user \"Read: {{ q | fence | indent(2) }}\"",
                "user \"Read: {{ docs }}\"",
                "user \"Read: {{ mail }}\"",
                "user \"Read: {{ { a: q } }}\"",
                "user fence_it(q)",
                "user \"{{ docs | map(fence) | join(mine) }}\"",
                "for d in docs { user d }",
                "for d in docs { user \"Read: {{ d | fence }}\" }",
                "history [user q, assistant \"Yes\"]",
                "system \"{{ n }} {{ label }} {{ mail.size }} {{ mail.day }} {{ mail.label }} {{ q | length }}\"",
                "system \"{{ \"long\" if q | length > 3 else \"short\" }}\"",
                "system \"{{ if q }}There is a question.{{ end }}\"",
                "system \"{{ for d, i in docs }}{{ i }}{{ loop.index }}{{ end }}\"",
                "system q | fence | trusted(\"ours\")",
                "system \"Read: {{ docs | json | trusted(\"ours\") }}\"",
                "system mine",
                "user \"{{ mine }}: {{ mine }}\"",
                "history"
            })
    void apart(String statement) {
        assertThat(codes(statement)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "user \"Read: {{ q }}\" => P242",
                "user \"{{ q }} Read this.\" => P242",
                "user \"{{ q }}{{ q }}\" => P242",
                "user \"{{ q }}{{ mine }}\" => P242",
                "user \"{{ q | upper }}!\" => P242",
                "user \"Read: {{ q | fence | upper }}\" => P242",
                "user \"Read: {{ (q | fence)[0:9] }}\" => P242",
                "user \"Read: {{ mail.subject }}\" => P242",
                "user \"Read: {{ mail.from }}\" => P242",
                "user \"{{ for d in docs }}{{ d }}{{ end }}\" => P242",
                "user docs | join(mine) => P242",
                "user docs | bullets => P242",
                "user \"Read: \" + q => P242",
                "user q + q => P242",
                "user mine | replace(mine, q) => P242",
                "user asked => P242",
                "user \"{{ asked }}\" => P242",
                "user quote(q) => P242",
                "user docs | map(quote) | first ?? \"\" => P242",
                "user \"{{ let x = q }}A: {{ x }}\" => P242",
                "user \"Read: {{ q if mine else mine }}\" => P242",
                "user \"Read: {{ docs[0] ?? mine }}\" => P242",
                "user [\"Read: {{ q }}\"] => P242",
                "assistant \"Read: {{ q }}\" => P242",
                "history [user \"Read: {{ q }}\"] => P242",
                "system q => P241",
                "system fenced => P241",
                "system \"Read: {{ q | fence }}\" => P241",
                "developer \"Read: {{ q | json }}\" => P241",
                "system \"{{ if mine }}{{ q }}{{ end }}\" => P241",
                "system \"{{ mail }}\" => P241",
                "system asked => P241",
                "system fence_it(q) => P241",
                "system \"{{ (history | first)?.content ?? \"\" }}\" => P241",
                "system q | trusted(\"ours\") => P243",
                "user \"Read: {{ q | trusted(\"ours\") }}\" => P243",
            })
    void notApart(String statement, String code) {
        assertThat(codes(statement)).containsExactly(code);
    }

    @Test
    void thePathIsShown() {
        String text = """
                prompt test

                var docs: untrusted string[]

                template entry(text: string) "- {{ text }}"

                let list = docs | map(entry) | join("; ")

                user list
                """;
        assertThat(Checks.shown(text)).isEqualTo("""
                        error[P242]: untrusted text is mixed with other text: `list`
                         --> test.prompt:9:6
                          |
                        3 | var docs: untrusted string[]
                          |     ---- declared untrusted here
                        4 |
                        5 | template entry(text: string) "- {{ text }}"
                          |                ----                ---- mixed with other text here
                          |                |
                          |                passed as this parameter
                        6 |
                        7 | let list = docs | map(entry) | join("; ")
                          |     ---- passes through this
                        8 |
                        9 | user list
                          |      ^^^^ not told apart
                          |
                          = note: the model cannot tell where such text ends: it may pass for the prompt's own
                          = help: fence it: `{{ list | fence }}`

                        """);
    }

    @Test
    void whereSomebodyVouchesIsListed() {
        Checked checked = Checks.check(
                NAMES
                        + "system \"\"\"\n  {{ q | fence | trusted(\"from our wiki\") }}\n  {{ mine | fence | trusted(\"ours\") }}\n  \"\"\"\nuser q\n");
        assertThat(checked.findings()).isEmpty();
        assertThat(checked.trusted()).extracting(Trusted::reason).containsExactly("from our wiki");
    }
}
