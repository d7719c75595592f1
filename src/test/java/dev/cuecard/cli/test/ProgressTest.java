package dev.cuecard.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.cli.Cli;
import dev.cuecard.cli.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a terminal there is a bar below the lines of the tests, which it never disturbs; elsewhere there are the lines. */
@Timeout(60)
class ProgressTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Console console(boolean terminal, Map<String, String> environment) {
        return new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                environment,
                terminal,
                InstantSource.system());
    }

    /** What a terminal shows in the end, as far as it needs to know: lines, the way back to their beginning, erasing. */
    private static List<String> screen(String written) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int at = 0;
        String text = written.replace("\u001b[?7l", "").replace("\u001b[?7h", "");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lines.add(line.toString());
                line.setLength(0);
                at = 0;
            } else if (c == '\r') {
                at = 0;
            } else if (text.startsWith("\u001b[K", i)) {
                line.setLength(at);
                i += 2;
            } else {
                if (at < line.length()) {
                    line.setCharAt(at, c);
                } else {
                    line.append(c);
                }
                at++;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private String written() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theBarStandsBelowTheLinesAndGoesInTheEnd() {
        Console console = console(true, Map.of());
        try (Progress progress = Progress.of(console, 200)) {
            for (int i = 0; i < 100; i++) {
                progress.done(2);
                int line = i;
                progress.above(() -> console.err().println("line " + line));
            }
            await("tests");
            String before = written();
            assertThat(screen(before).subList(0, 100))
                    .isEqualTo(java.util.stream.IntStream.range(0, 100)
                            .mapToObj(i -> "line " + i)
                            .toList());
            assertThat(screen(before).get(100)).startsWith("tests").hasSizeLessThan(80);
        }
        assertThat(written()).contains("200/200");
        assertThat(screen(written())).hasSize(100).last().isEqualTo("line 99");
    }

    private void await(String text) {
        while (!written().endsWith("\u001b[?7h") || !written().contains(text)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whereNobodyWatchesThereIsNone() {
        for (Console console : List.of(console(false, Map.of()), console(true, Map.of("CI", "true")))) {
            try (Progress progress = Progress.of(console, 10)) {
                progress.done(10);
                progress.above(() -> console.err().println("line"));
            }
            console.err().flush();
        }
        assertThat(written()).isEqualTo("line\nline\n");
    }

    @Test
    void aSuiteShowsTheSameLinesWithItAndWithout() throws Exception {
        String file = Files.writeString(folder.resolve("greet.prompt"), """
                        prompt greet
                        user "Hello!"
                        output text

                        test "often" repeat 50 {
                          reply "Hi."
                        }

                        test "fails" {
                          reply "Hi."
                          expect output == "no"
                        }

                        test "passes" {
                          reply "Hi."
                        }
                        """).toString();
        Console console = console(true, Map.of());
        int code = Cli.run(console, "test", file, "--report", "json=-");
        console.err().flush();
        assertThat(code).isEqualTo(1);
        Cli.Ran plain = new Cli().run("test", file);
        assertThat(screen(written().replaceAll("\u001b\\[[0-9;]*m", "")))
                .isEqualTo(plain.err().lines().toList());
        assertThat(written()).contains("52/52");
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{").doesNotContain("\u001b", "\r");
    }
}
