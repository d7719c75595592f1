package dev.cuecard.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What a user sees of providers that do not answer as they should. */
@Timeout(120)
class ServedTest {

    private static final boolean UPDATE = Boolean.getBoolean("golden.update") && System.getenv("CI") == null;

    @TestFactory
    Stream<DynamicTest> providers() {
        return Folder.files(Folder.ROOT.resolve("errors"), file -> file.endsWith(".http"))
                .map(file ->
                        new Case(Folder.ROOT.resolve("errors"), file.substring(0, file.length() - ".http".length())))
                .map(golden -> DynamicTest.dynamicTest(
                        golden.name(), golden.file(".http").toUri(), () -> {
                            String result = Served.errors(golden);
                            if (UPDATE) {
                                Files.writeString(golden.file(".err"), result);
                            }
                            assertThat(result).isEqualTo(golden.text(".err"));
                        }));
    }
}
