package dev.cuecard.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.PromptParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each file of the gallery less each one of its characters: findings or a prompt, and the first finding near by. */
class DeletionTest {

    private int all;
    private int near;

    @Test
    void oneCharacterLess() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(Path.of("prompts"))) {
            files = found.filter(f -> f.toString().endsWith(".prompt")).sorted().toList();
        }
        for (Path file : files) {
            deletions(file);
        }
        double share = (double) near / all;
        System.out.printf("deletions: %d findings, %.1f %% of the first ones near by%n", all, share * 100);
        assertThat(share).isGreaterThan(0.9);
    }

    private void deletions(Path file) throws IOException {
        Source whole = new Source(file.toString(), Files.readString(file));
        ProjectFiles project = ProjectFiles.of(file);
        for (int at = 0; at < whole.text().length(); at++) {
            String text = whole.text().substring(0, at) + whole.text().substring(at + 1);
            Source source = new Source(file.toString(), text);
            Checked checked = Checker.check(PromptParser.parse(source), project, CheckOptions.DEFAULT);
            assertThat(DiagnosticRenderer.plain().render(checked.findings())).isNotNull();
            if (!checked.findings().isEmpty()) {
                all++;
                near += isNear(checked.findings().get(0), whole.line(at)) ? 1 : 0;
            }
        }
    }

    private static boolean isNear(Diagnostic first, int line) {
        int found = first.primary() == null ? 0 : first.primary().span().line();
        return found == line || found == line + 1;
    }
}
