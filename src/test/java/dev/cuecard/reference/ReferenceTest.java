package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example of the language reference does what the reference says. */
class ReferenceTest {

    private static final Path REFERENCE = Path.of("grammar", "README.md");

    private final List<Example> examples;
    private final Workbench workbench;

    ReferenceTest() throws IOException {
        examples = Example.of(REFERENCE);
        workbench = new Workbench(examples);
    }

    @TestFactory
    Stream<DynamicTest> everyExample() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            List<Example> below = examples.subList(i + 1, examples.size());
            if (example.is("prompt", "render")) {
                tests.add(test(example, () -> renders(example, below)));
            } else if (example.is("prompt", "error")) {
                tests.add(test(example, () -> workbench.isRefused(example)));
            } else if (example.is("prompt")) {
                tests.add(test(example, () -> workbench.isClean(example)));
            } else if (example.is("expr")) {
                tests.add(test(example, () -> workbench.evaluates(example)));
            } else if (example.is("type")) {
                tests.add(test(example, () -> workbench.hasSchemas(example)));
            }
        }
        return tests.stream();
    }

    @Test
    void noExampleIsOfAnUnknownKind() {
        List<String> kinds = List.of("prompt", "expr", "type", "json", "text", "");
        assertThat(examples).hasSizeGreaterThan(100);
        assertThat(examples)
                .allSatisfy(example -> assertThat(kinds).contains(example.info().get(0)));
    }

    private static DynamicTest test(Example example, org.junit.jupiter.api.function.Executable body) {
        return dynamicTest("line " + example.line() + ": " + String.join(" ", example.info()), body);
    }

    private void renders(Example example, List<Example> below) {
        boolean given = below.get(0).is("json", "inputs");
        Example inputs = given ? below.get(0) : new Example(example.line(), List.of("json"), "{}");
        workbench.renders(example, inputs, below.get(given ? 1 : 0));
    }
}
