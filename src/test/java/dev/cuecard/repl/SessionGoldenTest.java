package dev.cuecard.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cuecard.repl.command.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            ScriptedSession.copy(ROOT.resolve("files"), folder);
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
    void everyCommandIsUsedAndOnceInAWrongWay() throws IOException {
        Set<String> used = new TreeSet<>();
        Set<String> failed = new TreeSet<>();
        for (Path file : sessions()) {
            Matcher typed = Pattern.compile("(?m)^> :([a-z]+).*\\n((?:(?![>!#] ).*\\n)*)")
                    .matcher(Files.readString(file));
            while (typed.find()) {
                used.add(typed.group(1));
                if (typed.group(2).contains("[exit ")) {
                    failed.add(typed.group(1));
                }
            }
        }
        List<String> all = Commands.infos().stream().map(CommandInfo::name).toList();
        assertThat(used).containsAll(all);
        assertThat(failed).containsAll(all);
    }

    @Test
    void everyFileOfTheSessionsIsUsed() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : sessions()) {
            all.append(Files.readString(file));
        }
        try (Stream<Path> files = Files.walk(ROOT.resolve("files"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .filter(name -> !all.toString().contains(name)))
                    .isEmpty();
        }
    }
}
