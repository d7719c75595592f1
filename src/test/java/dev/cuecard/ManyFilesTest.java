package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One engine checks a tree of files in parallel, and finds what it finds one after the other. */
class ManyFilesTest {

    private static final int FILES = 1_000;

    /** Every seventh has a mistake of its own, every fifth one in a library that several import. */
    private static String text(int number) {
        StringBuilder text = new StringBuilder("prompt p" + number + "\n\n");
        if (number % 5 == 0) {
            text.append("import { Label, fast } from \"shared/lib")
                    .append(number % 3)
                    .append(".prompt\"\n\n");
            text.append("model fast\n\n");
        } else {
            text.append("type Label = \"a\" | \"b\"\n\n");
        }
        text.append("var n: integer = ").append(number).append('\n');
        text.append("var t: string(1..").append(number + 1).append(") = \"x\"\n\n");
        text.append("system \"Reply with JSON: {{ shape() }}\"\n\n");
        text.append("user \"\"\"\n  {{ if n > 3 }}{{ ")
                .append(number % 7 == 0 ? "nn" : "n")
                .append(" }}{{ end }}\n");
        text.append("  {{ t | matches('^[a-z]{1,").append(number % 90 + 1).append("}$') }}\n  \"\"\"\n\n");
        text.append("output json { label: Label, score: number(0..")
                .append(number + 1)
                .append(") }\n");
        return text.toString();
    }

    @Test
    void parallelAndSequentialFindTheSame(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("cuecard.json"), "{}");
        Path shared = Files.createDirectories(folder.resolve("shared"));
        for (int i = 0; i < 3; i++) {
            Files.writeString(
                    shared.resolve("lib" + i + ".prompt"),
                    "type Label = \"a\" | \"b\"\n\nmodel fast = \"gpt-6-luna\" {\n  "
                            + (i == 0 ? "max_tokens" : "max_completion_tokens") + " = 10\n}\n");
        }
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            files.add(Files.writeString(folder.resolve("p" + i + ".prompt"), text(i)));
        }
        try (PromptEngine engine = PromptEngine.builder().build()) {
            List<String> parallel = files.parallelStream()
                    .map(file -> shown(engine.check(file)))
                    .toList();
            try (PromptEngine other = PromptEngine.builder().build()) {
                List<String> sequential =
                        files.stream().map(file -> shown(other.check(file))).toList();
                assertThat(parallel).isEqualTo(sequential);
            }
            assertThat(parallel).filteredOn(one -> !one.isEmpty()).hasSize(with(true));
            assertThat(parallel).filteredOn(String::isEmpty).hasSize(with(false));
        }
    }

    /** How many files have a mistake, or none, by the rules above. */
    private static int with(boolean mistake) {
        int count = 0;
        for (int i = 0; i < FILES; i++) {
            boolean wrong = i % 7 == 0 || (i % 5 == 0 && i % 3 == 0);
            count += wrong == mistake ? 1 : 0;
        }
        return count;
    }

    private static String shown(CheckResult result) {
        return DiagnosticRenderer.plain().render(result.findings());
    }
}
