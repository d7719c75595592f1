package dev.cuecard.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.parse.PromptParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each file of the gallery less each one of its characters: findings or a prompt, never an accident; and the first
 * finding shows the line of the deletion or the next.
 */
class DeletionTest {

    private int all;
    private int near;
    private int shown;

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
        System.out.printf(
                "deletions: of %d first findings %.1f %% stand near by, and %.1f %% show a place near by%n",
                all, share * 100, 100.0 * shown / all);
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
                Diagnostic first = checked.findings().get(0);
                int line = whole.line(at);
                boolean here = first.primary() != null && isNear(first.primary(), line);
                near += here ? 1 : 0;
                shown += here || first.secondary().stream().anyMatch(label -> isNear(label, line)) ? 1 : 0;
            }
        }
    }

    private static boolean isNear(Label label, int line) {
        int found = label.span().line();
        return found == line || found == line + 1;
    }
}
