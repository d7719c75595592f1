package dev.cuecard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that takes no more leaves the old file or the new one, never half: the process may write a kilobyte to a file and
 * no more, which the system tells it as it tells of a full disk.
 */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class DiskFullTest {

    private static final String PROMPT = """
            prompt a

            model "m"

            user "Say something."

            output text

            test "a test without a canned reply" {
              expect outcome == "valid"
            }

            test "canned" {
              reply "REPLY"
            }
            """;

    @TempDir
    private Path folder;

    private Path prompt;

    private record Ended(int code, String err) {}

    @BeforeEach
    void write() throws IOException {
        prompt = Files.writeString(folder.resolve("a.prompt"), PROMPT.replace("REPLY", "x".repeat(3_000)));
    }

    private Ended run(String url, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 1; exec \"$@\"", "bash"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OPENAI_BASE_URL", url);
        // A terminal would be looked for by native code, which is unpacked to the disk.
        builder.environment().put("TERM", "dumb");
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = builder.start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), err);
    }

    private List<String> names(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aReportIsTheOldOneOrTheNewOne() throws Exception {
        for (String kind : new String[] {"json", "junit"}) {
            Path report = Files.writeString(folder.resolve("report." + kind), "old");
            Ended ended = run("http://127.0.0.1:1/v1", "test", prompt.toString(), "--report", kind + "=" + report);
            assertThat(report).as(kind + "\n" + ended.err).hasContent("old");
            assertThat(ended.err).contains("error").doesNotContain("Exception");
            assertThat(ended.code).as(ended.err).isNotZero();
        }
        assertThat(names(folder)).containsOnlyOnce("report.json").noneMatch(name -> name.contains("tmp"));
    }

    @Test
    void aRecordingIsTheOldOneOrTheNewOne() throws Exception {
        try (Script server = new Script("y".repeat(3_000), "y".repeat(3_000), "short", "y".repeat(3_000))) {
            Ended ended = run(server.url(), "test", prompt.toString(), "--record", "--filter", "without");
            assertThat(ended.err).contains("error[P612]").doesNotContain("Exception");
            assertThat(ended.code).isEqualTo(6);
            Path recordings = folder.resolve("recordings");
            if (Files.exists(recordings)) {
                try (Stream<Path> all = Files.walk(recordings)) {
                    assertThat(all.filter(Files::isRegularFile)).isEmpty();
                }
            }
        }
    }
}
