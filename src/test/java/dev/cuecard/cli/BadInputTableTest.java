package dev.cuecard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What commands make of inputs that are wrong, hostile or too much: the calls that are made all the same, the exit code and
 * what the user sees. The table of them is {@code src/test/bad-inputs.md}; {@code -Dgolden.update=true} writes it.
 */
@Timeout(300)
@EnabledOnOs(OS.LINUX)
class BadInputTableTest {

    private static final Path TABLE = Path.of("src/test/bad-inputs.md");
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final String HEAD = """
            # Bad inputs, and what commands make of them

            Written by `BadInputTableTest`, which holds each line to its expectations, with a server on loopback that counts
            the calls. Each line takes less than 10 s.

            | input | command | calls | exit | what the user sees first |
            | --- | --- | --- | --- | --- |
            """;

    @TempDir
    private Path folder;

    private int number;

    @Test
    void theTableIsTrue() throws Exception {
        StringBuilder table = new StringBuilder(HEAD);
        List<String> failures = new ArrayList<>();
        for (BadInput input : BadInputs.all()) {
            try {
                table.append(line(input));
            } catch (AssertionError wrong) {
                failures.add(String.valueOf(wrong.getMessage()));
            }
        }
        assertThat(failures).isEmpty();
        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            Files.writeString(TABLE, table);
        }
        assertThat(table.toString()).isEqualTo(Files.readString(TABLE));
    }

    private String line(BadInput input) throws Exception {
        Path base = Files.createDirectories(folder.resolve("case" + number++));
        Path project = Files.createDirectory(base.resolve("project"));
        Files.writeString(project.resolve("cuecard.json"), "{}");
        try (Script server = new Script("Hi!")) {
            input.setUp().in(project);
            String command = input.command().replace("URL", server.url());
            String[] arguments = command.replace("DIR", project.toString()).split(" ", -1);
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = arguments[i].replace("\\r\\n", "\r\n").replace("~", " ");
            }
            Cli cli = new Cli().with("OPENAI_BASE_URL", server.url());
            input.environment().forEach(cli::with);
            long start = System.nanoTime();
            Cli.Ran ran = cli.run(arguments);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            String about = input.name() + ": " + command + "\n" + ran.err();
            assertThat(took).as(about).isLessThan(BOUND);
            assertThat(ran.code()).as(about).isEqualTo(input.exit());
            assertThat(server.requests()).as(about).hasSize(input.calls());
            assertThat(ran.err()).as(about).doesNotContain("Exception", "java.", "pw@", "\u001b", "\u202e");
            input.check().of(ran, server.requests(), project);
            // Whoever tidies up would stumble over a link to a device.
            for (String end : new String[] {"prompt", "json", "png"}) {
                Files.deleteIfExists(project.resolve("device." + end));
            }
            String first = ran.err()
                    .lines()
                    .filter(line -> line.matches("(error|warning)(\\[.*|: .*)"))
                    .findFirst()
                    .orElse("the output");
            return "| " + input.name() + " | " + input.shown() + " | " + input.calls() + " | " + ran.code() + " | "
                    + first.replace(project + "/", "")
                            .replace(base + "/", "")
                            .replace(server.url(), "URL")
                            .replace("|", "\\|")
                    + " |\n";
        }
    }
}
