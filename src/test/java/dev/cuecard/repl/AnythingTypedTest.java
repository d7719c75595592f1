package dev.cuecard.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.PromptEngine;
import dev.cuecard.repl.live.LiveSession;
import dev.cuecard.repl.show.Shown;
import dev.cuecard.repl.state.History;
import dev.cuecard.repl.state.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed, the session says something, goes on, and loses nothing by a mistake. */
class AnythingTypedTest {

    private static final int INPUTS = 250;
    private static final String SIGNS = "{}[]()\"'`:=|,.;!?#$%&/\\<>+-*@~ \t\n\u0000\u001b\u202eé漢😀09azAZ_";

    @TempDir
    private Path folder;

    /** What was typed in all the stories. */
    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/golden/repl"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".session"))
                    .sorted()
                    .toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("> ") || line.startsWith(". "))
                        .map(line -> line.substring(2))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void nothingBreaksIt(long seed) throws IOException {
        List<String> lines = lines();
        Random random = new Random(seed);
        try (LiveSession session = LiveSession.open(new Surroundings(
                () -> PromptEngine.builder().build(), folder, History.ofSession(text -> text), null))) {
            for (int i = 0; i < INPUTS; i++) {
                String text = text(lines, random);
                String before = shown(session);
                Completeness answer = session.completeness(text);
                Reaction reaction = session.submit(text, SessionListener.NONE);
                assertThat(answer).isNotNull();
                StringBuilder said = new StringBuilder();
                reaction.said().forEach(one -> said.append(Shown.onTerminal(one, false)));
                assertThat(said.toString()).as(text).doesNotContain("\u001b", "\u0000", "\u202e");
                if (reaction.exitCode() != 0 && text.indexOf('\n') < 0) {
                    assertThat(shown(session)).as(text).isEqualTo(before);
                }
                assertThat(session.view().tree()).isNotNull();
            }
        }
    }

    private static String shown(LiveSession session) {
        return session.submit(":show", SessionListener.NONE).said().toString();
    }

    private static String text(List<String> lines, Random random) {
        StringBuilder text = new StringBuilder(lines.get(random.nextInt(lines.size())));
        if (random.nextInt(3) == 0) {
            text.append(random.nextBoolean() ? "\n" : " ").append(lines.get(random.nextInt(lines.size())));
        }
        for (int i = random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.deleteCharAt(at);
            } else {
                text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
        }
        return text.toString();
    }
}
