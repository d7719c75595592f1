package dev.cuecard.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.parse.PromptParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file of the gallery checks clean, libraries too. */
class GalleryTest {

    @TestFactory
    Stream<DynamicTest> clean() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of("prompts"))) {
            files = found.filter(f -> f.toString().endsWith(".prompt")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(5);
        return files.stream().map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        Source source = new Source(file.toString(), Files.readString(file));
        Checked checked = Checker.check(PromptParser.parse(source), ProjectFiles.of(file), CheckOptions.DEFAULT);
        assertThat(Checks.shown(checked.findings())).isEmpty();
        assertThat(checked.prompt() == null).isEqualTo(file.startsWith("prompts/shared"));
    }
}
