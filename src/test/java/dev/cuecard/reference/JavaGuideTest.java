package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every example of the guide for Java compiles without a warning and runs; what it asserts holds. */
class JavaGuideTest {

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicTest> everyExample() throws IOException {
        List<Example> all = Example.of(Path.of("grammar", "java.md"));
        assertThat(all).hasSizeGreaterThan(8);
        JavaSnippets snippets = new JavaSnippets();
        // The first one is what all others begin with.
        String simulator = all.get(0).text();
        for (Example example : all) {
            assertThat(example.is("java")).isTrue();
            snippets.add("Line" + example.line(), example.line() == all.get(0).line() ? "" : simulator, example.text());
        }
        snippets.compile(folder);
        return all.stream()
                .map(example ->
                        dynamicTest("line " + example.line(), () -> JavaSnippets.run(folder, "Line" + example.line())));
    }
}
