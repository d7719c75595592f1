package dev.cuecard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Prompts as dynamic tests of Jupiter: the gallery's own run here so. */
class PromptTestsTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicNode> gallery() {
        return PromptTests.in("prompts");
    }

    private static List<DynamicTest> tests(Path path) {
        return PromptTests.in(path)
                .flatMap(node -> node instanceof DynamicContainer container ? container.getChildren() : Stream.of(node))
                .map(DynamicTest.class::cast)
                .toList();
    }

    @Test
    void eachNodeLeadsToItsLine() throws Throwable {
        Path file = Files.writeString(
                folder.resolve("a.prompt"), "prompt a\n\nuser \"Hi\"\n\ntest \"a\" {\n  reply \"x\"\n}\n");
        assertThat(PromptTests.in(folder).map(node -> node.getTestSourceUri().orElseThrow()))
                .containsExactly(file.toUri());
        DynamicTest test = tests(folder).get(0);
        assertThat(test.getTestSourceUri().orElseThrow().toString()).isEqualTo(file.toUri() + "?line=5");
        test.getExecutable().execute();
    }

    @Test
    void factoriesShareWhatTheyMayCost() {
        Parameters some = Parameters.of(name -> Optional.of("0.0123").filter(cost -> name.equals("cuecard.max-cost")));
        assertThat(PromptTests.budget(some))
                .isSameAs(PromptTests.budget(some))
                .satisfies(budget -> assertThat(budget.limit()).isEqualTo("0.0123"));
        assertThat(PromptTests.budget(Parameters.DEFAULT)).isNull();
    }

    @Test
    void whatFailsSaysWhy() throws Exception {
        Files.writeString(
                folder.resolve("a.prompt"),
                "prompt a\n\nuser \"Hi\"\n\ntest \"a\" {\n  reply \"x\"\n  expect output == \"y\"\n}\n");
        assertThatThrownBy(() -> tests(folder).get(0).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("error[P601]");
        Files.writeString(folder.resolve("a.prompt"), "prompt a\n\nusr \"Hi\"\n");
        assertThatThrownBy(() -> tests(folder).get(0).getExecutable().execute()).hasMessageContaining("error[P207]");
        assertThatThrownBy(() ->
                        tests(folder.resolve("none")).get(0).getExecutable().execute())
                .hasMessageContaining("there is no `");
        assertThatThrownBy(() -> tests(Files.createDirectories(folder.resolve("empty")))
                        .get(0)
                        .getExecutable()
                        .execute())
                .hasMessageContaining("no test in `");
    }
}
