package dev.cuecard.syntax.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.diagnostic.Source;
import dev.cuecard.syntax.TreePrinter;
import dev.cuecard.syntax.antlr.CuecardLexer;
import dev.cuecard.syntax.antlr.Utf16Stream;
import dev.cuecard.syntax.parse.PromptParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is formatted means what it meant, keeps its comments, and is formatted already the second time. */
class FormatterTest {

    static Stream<Path> prompts() throws IOException {
        Stream<Path> folders = Stream.of(Path.of("src/test/golden"), Path.of("prompts"));
        List<Path> found = folders.filter(Files::isDirectory)
                .flatMap(FormatterTest::walk)
                .filter(file -> file.toString().endsWith(".prompt"))
                .sorted()
                .toList();
        return found.stream();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void meaningAndCommentsStay(Path file) throws IOException {
        String text = read(file);
        String formatted = format(text);
        if (formatted == null) {
            return;
        }
        assertThat(meaning(formatted)).isEqualTo(meaning(text));
        assertThat(format(formatted)).isEqualTo(formatted);
        assertThat(comments(formatted)).isEqualTo(comments(text));
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void onlyLineEndsAreTheWritersOwn(Path file) throws IOException {
        String formatted = format(read(file));
        if (formatted == null || formatted.indexOf('\t') >= 0) {
            return;
        }
        // Each line indented by twice as much, text blocks and all, and ended by CR LF, is the same file.
        String wide = formatted
                .lines()
                .map(line ->
                        line.substring(0, line.length() - line.stripLeading().length()) + line)
                .map(line -> line + "  \r\n")
                .collect(Collectors.joining());
        String again = format(wide);
        assertThat(again).isNotNull();
        assertThat(again.lines().map(String::strip).toList())
                .isEqualTo(formatted.lines().map(String::strip).toList());
    }

    @Test
    void whatHasErrorsIsNotTouched() {
        Formatted formatted = Formatter.format(new Source("x.prompt", "var x:\n"));
        assertThat(formatted.text()).isNull();
        assertThat(formatted.findings()).hasSize(1);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(format("")).isEmpty();
        assertThat(format("\n\n")).isEmpty();
        assertThat(format("\n// a\n\n\n")).isEqualTo("// a\n");
    }

    /** What is no UTF-8 has something in it at least. */
    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static String format(String text) {
        return Formatter.format(new Source("x.prompt", text)).text();
    }

    private static String meaning(String text) {
        return TreePrinter.meaning(
                PromptParser.parse(new Source("x.prompt", text)).file());
    }

    private static List<String> comments(String text) {
        CuecardLexer lexer = new CuecardLexer(new Utf16Stream("", text));
        lexer.scan((fault, start, end, until) -> {}, false);
        return lexer.comments().stream()
                .map(comment ->
                        text.substring(comment.start(), comment.end()).strip().replace("\r", ""))
                .toList();
    }
}
