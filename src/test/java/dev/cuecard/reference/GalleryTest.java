package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cuecard.CheckResult;
import dev.cuecard.PromptEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The gallery checks without a finding, passes its own tests, and is listed. */
class GalleryTest {

    private static final Path GALLERY = Path.of("prompts");
    private static final Path SHARED = GALLERY.resolve("shared");

    private final List<Path> files;

    GalleryTest() throws IOException {
        try (Stream<Path> found = Files.walk(GALLERY)) {
            files = found.filter(file -> file.toString().endsWith(".prompt"))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFile() {
        assertThat(files).hasSizeGreaterThan(12);
        return files.stream().map(file -> dynamicTest(file.toString(), () -> holds(file)));
    }

    @Test
    void everyPromptIsListed() throws IOException {
        String list = Files.readString(GALLERY.resolve("README.md"));
        assertThat(files).allSatisfy(file -> assertThat(list).contains("(" + GALLERY.relativize(file) + ")"));
    }

    private static void holds(Path file) throws InterruptedException {
        try (PromptEngine engine = PromptEngine.builder().build()) {
            CheckResult checked = engine.check(file);
            int tests = CannedTests.pass(checked);
            if (file.startsWith(SHARED)) {
                assertThat(checked.prompt()).as("a library").isEmpty();
            } else {
                assertThat(tests).as("its tests").isGreaterThan(1);
            }
        }
    }
}
