package dev.cuecard.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.format.Formatter;
import dev.cuecard.syntax.parse.Parsed;
import dev.cuecard.syntax.parse.PromptParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Files cut, doubled and strewn with signs of the language: each gives a tree; a part of it that could not be read comes
 * with an error; what has no error is formatted to the same meaning, once and for all.
 */
class MutationTest {

    private static final int TRIES = 4000;

    private static final String[] SIGNS = {
        "{{",
        "}}",
        "\"\"\"",
        "'''",
        "\"",
        "'",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "\n",
        "\n\n",
        " ",
        "\t",
        ",",
        ":",
        "=",
        "|",
        "~",
        "//",
        "///",
        "/*",
        "*/",
        "\\",
        "\\{{",
        "if ",
        "for ",
        "end",
        "else",
        "user ",
        "test ",
        "let ",
        "var ",
        "type ",
        "x",
        "1",
        "..",
        "...",
        "?",
        "-",
        "not ",
        " and ",
        "\r\n",
        "\uD83D\uDE00",
        "é",
        "\0",
        "\uD800",
        "{{ x }}",
        "{{~",
        "~}}",
        "{{ if x }}",
        "{{ end }}",
        "\nvar a: string\n",
        "\n// c\n",
        "/* a\nb */",
        "history",
        "reply ",
        "output json ",
        "in "
    };

    @Test
    void allAreRead() throws Exception {
        List<String> texts = texts();
        Random random = new Random(20261124);
        int formatted = 0;
        for (int i = 0; i < TRIES; i++) {
            String text = mutate(texts.get(random.nextInt(texts.size())), random);
            Parsed parsed = PromptParser.parse(new Source("mutant.prompt", text));
            assertThat(DiagnosticRenderer.plain().render(parsed.findings())).isNotNull();
            boolean broken = parsed.file().declarations().stream().anyMatch(Declaration.Broken.class::isInstance);
            if (parsed.findings().stream().noneMatch(Diagnostic::isError)) {
                assertThat(broken).as(text).isFalse();
                assertFormats(text, parsed);
                formatted++;
            }
        }
        assertThat(formatted).isGreaterThan(TRIES / 50);
    }

    private static void assertFormats(String text, Parsed parsed) {
        String once = Formatter.format(new Source("mutant.prompt", text)).text();
        assertThat(once).as(text).isNotNull();
        Parsed again = PromptParser.parse(new Source("mutant.prompt", once));
        assertThat(TreePrinter.meaning(again.file())).as(text).isEqualTo(TreePrinter.meaning(parsed.file()));
        assertThat(Formatter.format(new Source("mutant.prompt", once)).text())
                .as(text)
                .isEqualTo(once);
    }

    private static String mutate(String text, Random random) {
        int from = random.nextInt(Math.max(1, text.length()));
        StringBuilder mutant = new StringBuilder(
                random.nextInt(3) == 0
                        ? text
                        : text.substring(from, Math.min(text.length(), from + random.nextInt(600))));
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int place = random.nextInt(mutant.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> mutant.delete(place, Math.min(mutant.length(), place + 1 + random.nextInt(5)));
                case 1 ->
                    mutant.insert(
                            place, mutant.substring(place, Math.min(mutant.length(), place + random.nextInt(30))));
                default -> mutant.insert(place, SIGNS[random.nextInt(SIGNS.length)]);
            }
        }
        return mutant.toString();
    }

    private static List<String> texts() throws Exception {
        List<String> texts = new ArrayList<>();
        for (String folder : List.of("src/test/golden/parse", "src/test/golden/format", "prompts")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(file -> file.toString().endsWith(".prompt"))
                        .sorted()
                        .toList()) {
                    texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                }
            }
        }
        return texts;
    }
}
