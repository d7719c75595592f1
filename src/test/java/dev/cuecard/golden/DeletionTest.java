package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.Parsed;
import dev.cuecard.syntax.PromptParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A character is deleted somewhere in a file of the gallery: the first finding is near it, nine times out of ten. */
class DeletionTest {

    private int near;
    private int all;

    /** Until unused names are told of, a misspelt declaration is found only where the name is used. */
    private static final double WANTED = 0.87;

    @Test
    void theFirstFindingIsOnTheLineOfTheDeletionOrTheNext(TestReporter reporter) throws Exception {
        TreeMap<String, String> figures = new TreeMap<>();
        for (Path file : HygieneTest.files(Path.of("prompts"), ".prompt").toList()) {
            int nearBefore = near;
            int allBefore = all;
            delete(file);
            figures.put(file.toString(), near - nearBefore + " of " + (all - allBefore));
        }
        figures.put("together", String.format("%.1f %%", 100.0 * near / all));
        reporter.publishEntry(figures);
        assertThat((double) near / all).as("%s", figures).isGreaterThanOrEqualTo(WANTED);
    }

    private void delete(Path file) throws Exception {
        String text = Files.readString(file);
        Source whole = new Source(file.toString(), text);
        FileSource files = ProjectFiles.of(file);
        Set<String> before = new HashSet<>();
        findings(whole, files).forEach(finding -> before.add(finding.message()));
        for (int at = 0; at < text.length(); at++) {
            Source source = new Source(file.toString(), text.substring(0, at) + text.substring(at + 1));
            Integer line = firstLine(source, files, before);
            if (line != null) {
                int deleted = whole.line(at);
                all++;
                near += line >= deleted && line <= deleted + 1 ? 1 : 0;
            }
        }
    }

    /** The line of the first finding that was none before, or null without one, or when it stands in an imported file. */
    private static Integer firstLine(Source source, FileSource files, Set<String> before) {
        return findings(source, files).stream()
                .filter(finding -> !before.contains(finding.message()) && finding.primary() != null)
                .sorted(Diagnostic.BY_PLACE)
                .map(finding -> finding.primary().span())
                .filter(span -> span.source().name().equals(source.name()))
                .map(span -> span.line())
                .findFirst()
                .orElse(null);
    }

    private static List<Diagnostic> findings(Source source, FileSource files) {
        Parsed parsed = PromptParser.parse(source);
        List<Diagnostic> findings = new ArrayList<>(parsed.findings());
        findings.addAll(Checker.check(parsed, files, CheckOptions.DEFAULT).findings());
        return findings;
    }
}
