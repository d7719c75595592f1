package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.Parsed;
import dev.cuecard.syntax.PromptParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Any beginning of a file, and any file that lacks one character, is read: to a tree, with or without findings. */
class CutTest {

    /** Longer files are cut and thinned at fewer places. */
    private static final int PLACES = 600;

    @TestFactory
    Stream<DynamicTest> everyCutGivesDiagnosticsOrATree() {
        return HygieneTest.files(".prompt")
                .map(file -> dynamicTest(file.toString(), () -> {
                    String text = text(file);
                    int step = 1 + text.length() / PLACES;
                    for (int at = 0; at < text.length(); at += step) {
                        read(text.substring(0, at));
                        read(text.substring(0, at) + text.substring(at + 1));
                    }
                }));
    }

    private static String text(Path file) throws Exception {
        // Of bytes that are no UTF-8, as a reader of text has them.
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static void read(String text) {
        Parsed parsed = PromptParser.parse(new Source("cut.prompt", text));
        assertThat(parsed.file()).isNotNull();
        assertThat(DiagnosticRenderer.plain().render(parsed.findings())).isNotNull();
    }
}
