package dev.cuecard.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.parse.PromptParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files at once: checks share nothing. */
class ManyFilesTest {

    @TempDir
    Path root;

    @Test
    void aThousandAtATime() throws IOException {
        Files.writeString(root.resolve("cuecard.json"), "{}");
        Files.writeString(
                root.resolve("common.prompt"), "type Label = \"a\" | \"b\"\n\nlet house = \"Reply with JSON.\"\n");
        for (int i = 0; i < 1_000; i++) {
            String wrong = i % 2 == 0 ? "input" : "inptu";
            Files.writeString(
                    root.resolve("p" + i + ".prompt"),
                    "prompt p" + i + "\n\nimport { Label, house } from \"common.prompt\"\n\nvar input: string\n\n"
                            + "system house\n\nuser " + wrong + "\n\noutput json { label: Label }\n");
        }
        List<Integer> findings = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(
                        i -> check(root.resolve("p" + i + ".prompt")).findings().size())
                .toList();
        assertThat(findings)
                .containsExactlyElementsOf(
                        IntStream.range(0, 1_000).map(i -> i % 2).boxed().toList());
    }

    private static Checked check(Path file) {
        try {
            Source source = new Source(file.toString(), Files.readString(file));
            return Checker.check(PromptParser.parse(source), ProjectFiles.of(file), CheckOptions.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
