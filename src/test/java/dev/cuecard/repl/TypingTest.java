package dev.cuecard.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.cuecard.PromptEngine;
import dev.cuecard.repl.live.LiveSession;
import dev.cuecard.repl.state.History;
import dev.cuecard.repl.state.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed line by line is taken when it is whole, and not before. */
class TypingTest {

    private static LiveSession open() {
        return LiveSession.open(new Surroundings(
                () -> PromptEngine.builder().build(), Path.of("prompts"), History.ofSession(text -> text), null));
    }

    private static List<Path> gallery() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("prompts"))) {
            return files.filter(file -> file.toString().endsWith(".prompt"))
                    .sorted()
                    .toList();
        }
    }

    /** As at a terminal: what is complete or wrong when the line ends is submitted. */
    @TestFactory
    Stream<DynamicTest> everyPromptOfTheGalleryCanBeTyped() throws IOException {
        return gallery().stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                    try (LiveSession session = open()) {
                        StringBuilder text = new StringBuilder();
                        for (String line : Files.readAllLines(file)) {
                            text.append(text.isEmpty() ? "" : "\n").append(line);
                            if (session.completeness(text.toString()) != Completeness.INCOMPLETE) {
                                Reaction reaction = session.submit(text.toString(), SessionListener.NONE);
                                assertThat(reaction.exitCode())
                                        .as(text + "\n" + reaction.said())
                                        .isZero();
                                text.setLength(0);
                            }
                        }
                        assertThat(text).isEmpty();
                        assertThat(session.view().prompt()).isNotNull();
                    }
                }));
    }

    /** Whatever has been typed so far, there is an answer; and a right text is never taken for wrong before its end. */
    @TestFactory
    Stream<DynamicTest> noBeginningOfALineIsTooMuch() throws IOException {
        return gallery().stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                    String text = Files.readString(file);
                    List<Integer> wrong = new ArrayList<>();
                    try (LiveSession session = open()) {
                        for (int end = 0; end < text.length(); end++) {
                            boolean endsLine = end == 0 || text.charAt(end - 1) == '\n';
                            if (!endsLine && end % 37 != 0) {
                                continue;
                            }
                            Completeness answer = session.completeness(text.substring(0, end));
                            if (endsLine && answer == Completeness.WRONG) {
                                wrong.add(end);
                            }
                        }
                    }
                    assertThat(wrong).isEmpty();
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + 1 | COMPLETE",
                "1 + | INCOMPLETE",
                "(1 + | INCOMPLETE",
                "1 1 | WRONG",
                "[1, 2 | INCOMPLETE",
                "[1 2 | WRONG",
                "x = | INCOMPLETE",
                "x = 1 | COMPLETE",
                "x == 1 | COMPLETE",
                "var x | COMPLETE",
                "var x: | INCOMPLETE",
                "var x: string = | INCOMPLETE",
                "output | COMPLETE",
                "output json | COMPLETE",
                "output json { | INCOMPLETE",
                "output.label | COMPLETE",
                "output ?? | INCOMPLETE",
                "reply | COMPLETE",
                "model | COMPLETE",
                "user | INCOMPLETE",
                "user 'a' | COMPLETE",
                "user 'a | WRONG",
                "user {{ x }} | WRONG",
                "if x { | INCOMPLETE",
                "test 'a' { | INCOMPLETE",
                "/* a comment | INCOMPLETE",
                "vra x: string | WRONG",
                "x y | COMPLETE",
                "x y z | WRONG",
                "That was bad | WRONG",
                "user 'a' b | WRONG",
                "alice x.y | COMPLETE",
                "alice a if b | INCOMPLETE",
                "if a { alice b | INCOMPLETE",
                ":anything at all ( | COMPLETE",
                "} | WRONG",
                "`` | COMPLETE"
            })
    void theParserSaysWhenATextIsWhole(String text, Completeness wanted) {
        try (LiveSession session = open()) {
            assertThat(session.completeness(text == null ? "" : text)).isEqualTo(wanted);
        }
    }
}
