package dev.cuecard.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.parse.PromptParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Each character of the gallery taken out: where the mistake is found, and that it is told once. */
class DeletionTest {

    @Test
    void mistakesAreFoundNearWhereTheyAreAndToldOnce(TestReporter reporter) throws Exception {
        int found = 0;
        int near = 0;
        int several = 0;
        for (Path file : files()) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (int at = 0; at < text.length(); at++) {
                Source source = new Source("deleted.prompt", text.substring(0, at) + text.substring(at + 1));
                List<Diagnostic> errors = PromptParser.parse(source).findings().stream()
                        .filter(Diagnostic::isError)
                        .toList();
                if (!errors.isEmpty()) {
                    int line = errors.get(0).primary().span().line();
                    int deleted = source.line(at);
                    found++;
                    near += line == deleted || line == deleted + 1 ? 1 : 0;
                    several += errors.size() > 1 ? 1 : 0;
                }
            }
        }
        reporter.publishEntry(
                "deletions",
                String.format(
                        Locale.ROOT,
                        "%d found, %.1f %% of them on the line or the next, %d told as several",
                        found,
                        100.0 * near / found,
                        several));
        assertThat(found).isGreaterThan(500);
        assertThat(100.0 * near / found).isGreaterThanOrEqualTo(90);
        assertThat(100.0 * several / found).isLessThanOrEqualTo(1);
    }

    private static List<Path> files() throws Exception {
        try (Stream<Path> gallery = Files.list(Path.of("prompts"))) {
            return Stream.concat(Stream.of(Path.of("src/test/golden/parse/sentiment.prompt")), gallery)
                    .filter(file -> file.toString().endsWith(".prompt"))
                    .sorted()
                    .toList();
        }
    }
}
