package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cuecard.check.CheckOptions;
import dev.cuecard.check.Checked;
import dev.cuecard.check.files.FileSource;
import dev.cuecard.check.files.ProjectFiles;
import dev.cuecard.check.prompt.Checker;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.Declaration;
import dev.cuecard.syntax.parse.Parsed;
import dev.cuecard.syntax.parse.PromptParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Any beginning of a file, and any file that lacks one character, is read and checked: to a prompt, or to findings. The
 * files are the goldens and the gallery.
 */
class CutTest {

    /** Longer files are cut and thinned at so many places. */
    private static final int PLACES = 100;

    @TestFactory
    Stream<DynamicTest> everyCutGivesDiagnosticsOrAPrompt() {
        return Stream.concat(HygieneTest.files(".prompt"), HygieneTest.files(Path.of("prompts"), ".prompt"))
                .map(file -> dynamicTest(file.toString(), () -> {
                    String text = text(file);
                    FileSource files = ProjectFiles.of(file, "cut.prompt");
                    int step = 1 + text.length() / PLACES;
                    for (int at = 0; at < text.length(); at += step) {
                        read(text.substring(0, at), files);
                        read(text.substring(0, at) + text.substring(at + 1), files);
                    }
                }));
    }

    private static String text(Path file) throws Exception {
        // Of bytes that are no UTF-8, as a reader of text has them.
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static void read(String text, FileSource files) {
        Parsed parsed = PromptParser.parse(new Source("cut.prompt", text));
        Checked checked = Checker.check(parsed, files, CheckOptions.DEFAULT);
        List<Diagnostic> findings = new ArrayList<>(parsed.findings());
        findings.addAll(checked.findings());
        assertThat(checked.prompt() != null || !findings.isEmpty() || isLibrary(parsed))
                .as("a prompt or a finding of:%n%s", text)
                .isTrue();
        assertThat(DiagnosticRenderer.plain().render(findings)).isNotNull();
    }

    private static boolean isLibrary(Parsed parsed) {
        return parsed.file().declarations().isEmpty()
                || !(parsed.file().declarations().get(0) instanceof Declaration.Prompt);
    }
}
