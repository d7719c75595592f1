package dev.cuecard.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is typed in a session and what it says, one file a story. */
class SessionGoldenTest {

    private static final Path ROOT = Path.of("src/test/golden/repl");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update") && System.getenv("CI") == null;

    private static List<Path> sessions() throws IOException {
        try (Stream<Path> files = Files.list(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".session"))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> sessionsSayWhatIsWritten() throws IOException {
        return sessions().stream()
                .map(file -> dynamicTest(file.getFileName().toString(), file.toUri(), () -> {
                    String script = Files.readString(file);
                    String played = played(script);
                    if (UPDATE) {
                        Files.writeString(file, played);
                    } else {
                        assertThat(played).isEqualTo(script);
                    }
                }));
    }

    private static String played(String script) throws IOException {
        Path folder = Files.createTempDirectory("session").toRealPath();
        try (ScriptedSession session = new ScriptedSession(folder)) {
            if (Files.exists(ROOT.resolve("files"))) {
                ScriptedSession.copy(ROOT.resolve("files"), folder);
            }
            return session.play(script);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    void nothingElseLiesAbout() throws IOException {
        try (Stream<Path> files = Files.list(ROOT)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.endsWith(".session") && !name.equals("files")))
                    .isEmpty();
        }
    }

    @Test
    void everyFileOfTheSessionsIsUsed() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : sessions()) {
            all.append(Files.readString(file));
        }
        if (Files.notExists(ROOT.resolve("files"))) {
            return;
        }
        try (Stream<Path> files = Files.walk(ROOT.resolve("files"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !all.toString().contains(name)))
                    .isEmpty();
        }
    }
}
