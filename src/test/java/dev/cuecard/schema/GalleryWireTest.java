package dev.cuecard.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cuecard.Prompt;
import dev.cuecard.PromptEngine;
import dev.cuecard.schema.generate.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The outputs of the gallery, as structured outputs would take them: the API's rules hold, or it is said why not. */
class GalleryWireTest {

    @TestFactory
    Stream<DynamicTest> everyOutputKeepsTheRules() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of("prompts"))) {
            files = all.filter(file -> file.toString().endsWith(".prompt"))
                    .sorted()
                    .toList();
        }
        return files.stream().map(file -> dynamicTest(file.toString(), () -> keepsTheRules(file)));
    }

    private static void keepsTheRules(Path file) {
        try (PromptEngine engine = PromptEngine.builder().build()) {
            Optional<Prompt> prompt = engine.check(file).prompt();
            assertThat(prompt).isPresent();
            Wire wire = prompt.get().schemas().wire();
            if (wire.canBeSent()) {
                assertThat(WireRules.brokenBy(wire.schema())).isEmpty();
            } else {
                assertThat(wire.problems())
                        .allSatisfy(problem -> assertThat(problem.text()).isNotBlank());
                assertThat(file).hasFileName("hello-json.prompt");
            }
        }
    }
}
