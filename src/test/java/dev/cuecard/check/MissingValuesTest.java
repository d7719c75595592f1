package dev.cuecard.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that may be missing or null is used only where something has told that it is there. */
class MissingValuesTest {

    private static final String NAMES = """
            prompt test

            type Deep { news?: string, rank: integer? }

            var name?: string
            var other?: string
            var nick: string?
            var deep?: Deep
            var sure: Deep
            var list: string[]

            """;

    private static List<String> codes(String text) {
        return Checks.codes(NAMES + "user \"\"\"\n" + text.indent(2) + "  \"\"\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ if name }}{{ name }}{{ end }}",
                "{{ if nick }}{{ nick }}{{ end }}",
                "{{ if not name }}-{{ else }}{{ name }}{{ end }}",
                "{{ if name == null }}-{{ else }}{{ name }}{{ end }}",
                "{{ if name != null }}{{ name }}{{ end }}",
                "{{ if null != name }}{{ name }}{{ end }}",
                "{{ if name == \"a\" }}{{ name }}{{ end }}",
                "{{ if name != \"a\" }}-{{ else }}{{ name }}{{ end }}",
                "{{ if name and other }}{{ name + other }}{{ end }}",
                "{{ if not (name and other) }}-{{ else }}{{ name + other }}{{ end }}",
                "{{ if not name or not other }}-{{ else }}{{ name + other }}{{ end }}",
                "{{ if not name }}-{{ else if other }}{{ name + other }}{{ end }}",
                "{{ if name and (name | length) > 3 }}-{{ end }}",
                "{{ if not name or (name | length) > 3 }}-{{ end }}",
                "{{ name | upper if name else \"-\" }}",
                "{{ \"-\" if not name else name | upper }}",
                "{{ if deep?.news }}{{ deep.news }}{{ end }}",
                "{{ if deep and deep.news }}{{ deep.news }}{{ end }}",
                "{{ if sure.news }}{{ sure.news }}{{ end }}",
                "{{ if sure[\"news\"] }}{{ sure.news }}{{ end }}",
                "{{ if list[0] }}{{ list[0] }}{{ end }}",
                "{{ let first = list[0] }}{{ if first }}{{ first }}{{ end }}",
                "{{ let first = list[0] ?? \"\" }}{{ first }}",
                "{{ if sure.rank != null and sure.rank < 10 }}-{{ end }}",
                "{{ name ?? other ?? \"-\" }}",
                "{{ { name: name } }}",
                "{{ \"-\" if name == other else \"+\" }}",
                "{{ \"-\" if name in list else \"+\" }}",
                "{{ for x in list }}{{ if name }}{{ x + name }}{{ end }}{{ end }}"
            })
    void tested(String text) {
        assertThat(codes(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ name }}",
                "{{ nick }}",
                "{{ name | upper }}",
                "{{ name + \"a\" }}",
                "{{ if other }}{{ name }}{{ end }}",
                "{{ if name }}-{{ else }}{{ name }}{{ end }}",
                "{{ if name }}-{{ end }}{{ name }}",
                "{{ if name or other }}{{ name }}{{ end }}",
                "{{ if not (name or other) }}{{ name }}{{ end }}",
                "{{ if name == null }}{{ name }}{{ end }}",
                "{{ if name == other }}{{ name }}{{ end }}",
                "{{ if name or (name | length) > 3 }}-{{ end }}",
                "{{ deep.news ?? \"\" }}",
                "{{ if deep }}{{ deep.news }}{{ end }}",
                "{{ if deep?.news }}{{ sure.news }}{{ end }}",
                "{{ if list[0] }}{{ list[1] }}{{ end }}",
                "{{ let first = list[0] }}{{ first }}",
                "{{ if name }}{{ let name = list[0] }}{{ name }}{{ end }}",
                "{{ name ?? other }}",
                "{{ for x in list }}{{ name }}{{ end }}",
                "{{ for c in name | lines }}{{ c }}{{ end }}"
            })
    void untested(String text) {
        assertThat(codes(text)).containsExactly("P221");
    }

    @Test
    void statementsTell() {
        String text = """
                prompt test
                var name?: string
                if name { user name } else { user "nobody" }
                if not name { system "a" } else if name == "x" { system name }
                """;
        assertThat(Checks.codes(text)).isEmpty();
        assertThat(Checks.codes("prompt test\nvar name?: string\nif name { user \"a\" }\nuser name\n"))
                .containsExactly("P221");
    }

    @Test
    void aDefaultMakesItThere() {
        assertThat(Checks.codes("prompt test\nvar name?: string = \"you\"\nuser name\n"))
                .isEmpty();
    }

    @Test
    void parametersOfTemplatesMayBeMissing() {
        String text = """
                prompt test
                var name?: string
                template dear(name?: string) "Dear {{ name ?? "reader" }}"
                user dear(name)
                user dear()
                """;
        assertThat(Checks.codes(text)).isEmpty();
        assertThat(Checks.codes(text.replace("name?: string)", "name: string)")))
                .containsExactly("P221", "P225");
    }

    @Test
    void theMessageNamesWhatToDo() {
        assertThat(Checks.shown(NAMES + "user name\n")).isEqualTo("""
                        error[P221]: `name` may be missing
                          --> test.prompt:12:6
                           |
                        12 | user name
                           |      ^^^^ may be missing here
                           |
                           = help: test it first (`if name`), or give it a default: `name ?? ""`

                        """);
    }
}
