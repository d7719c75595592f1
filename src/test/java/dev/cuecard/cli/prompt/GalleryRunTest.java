package dev.cuecard.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cuecard.PromptEngine;
import dev.cuecard.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The inputs of every test of the gallery work: rendered they are a request, and on the simulator the first is valid. */
class GalleryRunTest {

    @TestFactory
    Stream<DynamicTest> everyTestsInputsWork() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of("prompts"))) {
            files = all.filter(file -> file.toString().endsWith(".prompt"))
                    .sorted()
                    .toList();
        }
        List<DynamicTest> tests = new ArrayList<>();
        try (PromptEngine engine = PromptEngine.builder().build()) {
            for (Path file : files) {
                List<String> names = engine.load(file).tests();
                tests.add(dynamicTest(file + " runs", () -> runs(file, names.get(0))));
                names.forEach(name -> tests.add(dynamicTest(file + ": " + name, () -> renders(file, name))));
            }
        }
        return tests.stream();
    }

    private static void runs(Path file, String test) {
        Cli.Ran ran = new Cli().run("run", file.toString(), "--test", test, "--model", "sim");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).isNotBlank();
    }

    private static void renders(Path file, String test) {
        Cli.Ran ran = new Cli().run("render", file.toString(), "--test", test);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("{\n");
    }
}
