package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cuecard.diagnostic.Code;
import dev.cuecard.file.TextFile;
import dev.cuecard.syntax.format.Formatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds for the files of all goldens together. */
class HygieneTest {

    private static final Set<String> FOLDERS = Set.of("parse", "errors", "render", "output", "format", "repl");

    @Test
    void everyFolderIsOfAKnownKind() {
        assertThat(Folder.files(Folder.ROOT, file -> true)).isSubsetOf(FOLDERS);
    }

    @TestFactory
    Stream<DynamicTest> messagesKeepToTheStyleGuide() {
        return files(".err")
                .map(file -> dynamicTest(
                        file.toString(),
                        () -> assertThat(MessageStyle.offences(Files.readString(file)))
                                .isEmpty()));
    }

    @Test
    void everyCodeIsProducedBySomeGolden() throws IOException {
        Set<String> produced = new TreeSet<>();
        for (Path file : files(".err").toList()) {
            Matcher codes =
                    Pattern.compile("(?m)^(?:error|warning)\\[(P[0-9]{3})]").matcher(Files.readString(file));
            codes.results().forEach(code -> produced.add(code.group(1)));
        }
        assertThat(produced)
                .containsExactlyElementsOf(
                        Arrays.stream(Code.values()).map(Enum::name).toList());
    }

    /** What is written as it is on purpose: texts whose indentation is the point, and the style guide's own examples. */
    private static final Set<String> LOOSE = Set.of(
            "whitespace-1-closing-quotes-count.prompt",
            "whitespace-1-indentation.prompt",
            "reply-outside-its-type.prompt",
            "unknown-type.prompt");

    @TestFactory
    Stream<DynamicTest> promptsAreFormattedUnlessTheirLayoutIsThePoint() {
        return files(".prompt")
                .filter(file -> !file.startsWith(Folder.ROOT.resolve("parse")))
                .filter(file -> !file.startsWith(Folder.ROOT.resolve("format")))
                .filter(file -> !LOOSE.contains(file.getFileName().toString()))
                .map(file -> dynamicTest(file.toString(), () -> {
                    // A file that is no text, or whose syntax is the mistake, has no canonical form.
                    if (TextFile.read(file) instanceof TextFile.Found found) {
                        String formatted = Formatter.format(found.source()).text();
                        assertThat(formatted == null ? found.source().text() : formatted)
                                .isEqualTo(found.source().text());
                    }
                }));
    }

    static Stream<Path> files(String suffix) {
        return files(Folder.ROOT, suffix);
    }

    /** All files below a folder. */
    static Stream<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
