package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** One test a golden, and one a folder: nothing lies about in it. */
class GoldenTest {

    /** In CI what is expected is what was committed. */
    private static final boolean UPDATE = Boolean.getBoolean("golden.update") && System.getenv("CI") == null;

    @TestFactory
    Stream<DynamicNode> goldens() {
        return Kinds.ALL.stream().map(kind -> {
            Folder folder = Folder.of(kind);
            Stream<DynamicNode> cases = folder.cases().stream()
                    .map(golden ->
                            dynamicTest(golden.name(), golden.file(kind.input()).toUri(), () -> check(kind, golden)));
            DynamicNode strays = dynamicTest(
                    "no strays",
                    () -> assertThat(folder.strays())
                            .as("files in %s that belong to no case", folder.path())
                            .isEmpty());
            return dynamicContainer(kind.folder(), Stream.concat(cases, Stream.of(strays)));
        });
    }

    private static void check(Kind kind, Case golden) throws Exception {
        Map<String, String> results = kind.run(golden);
        assertThat(kind.outputs()).containsAll(results.keySet());
        assertThat(results).as("a case shows something").isNotEmpty();
        for (String suffix : kind.outputs()) {
            String result = results.get(suffix);
            if (UPDATE) {
                update(golden, suffix, result);
            } else if (result == null) {
                assertThat(golden.file(suffix))
                        .as("nothing of the kind came out")
                        .doesNotExist();
            } else {
                assertThat(golden.file(suffix))
                        .as("expectation; -Dgolden.update=true writes it")
                        .exists();
                assertThat(result).as(golden.file(suffix).toString()).isEqualTo(golden.text(suffix));
            }
        }
    }

    private static void update(Case golden, String suffix, String result) throws IOException {
        if (result == null) {
            Files.deleteIfExists(golden.file(suffix));
        } else if (!golden.has(suffix) || !golden.text(suffix).equals(result)) {
            Files.writeString(golden.file(suffix), result);
        }
    }
}
