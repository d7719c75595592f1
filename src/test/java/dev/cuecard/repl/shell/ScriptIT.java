package dev.cuecard.repl.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code bin/cuecard}: it runs the jar, and what it keeps to start faster is never seen. */
@Timeout(180)
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the system which files a process has mapped")
class ScriptIT {

    private static final String SCRIPT = Path.of("bin/cuecard").toAbsolutePath().toString();

    @TempDir
    private Path folder;

    private Path cache;

    @BeforeEach
    void cacheFolder() {
        cache = folder.resolve("cache");
    }

    private Map<String, String> environment() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "XDG_CACHE_HOME", cache.toString());
    }

    private PseudoTerminal start() throws IOException {
        return PseudoTerminal.startCommand(List.of(SCRIPT, "repl"), folder, environment());
    }

    /** A session in which the script has neither said nor changed anything. */
    private void session() throws Exception {
        session("");
    }

    /** One that has mapped a file of that name. */
    private void session(String mapped) throws Exception {
        try (PseudoTerminal terminal = start()) {
            terminal.until("cuecard>").enter("40 + 2").until("42 : integer");
            terminal.until("is free again", shown -> PseudoTerminal.last(shown).startsWith("cuecard>"));
            assertThat(Files.readString(Path.of("/proc", String.valueOf(terminal.pid()), "maps")))
                    .contains(mapped);
            terminal.type("\u0004");
            assertThat(terminal.exit()).isZero();
            terminal.until(
                    "shows that alone below its greeting",
                    shown -> shown.matches("cuecard [^\n]+\ncuecard> 40 \\+ 2\n42 : integer\ncuecard>"));
        }
    }

    private List<Path> kept() throws IOException {
        Path own = cache.resolve("cuecard");
        if (!Files.exists(own)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.toList();
        }
    }

    /** Waits until the process that makes the archive has ended. */
    private Path archive() throws Exception {
        for (int i = 0; i < 600; i++) {
            List<Path> kept = kept();
            if (kept.size() == 1 && kept.get(0).toString().endsWith(".jsa")) {
                return kept.get(0);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("there is no archive, or more than that: " + kept());
    }

    @Test
    void theSecondSessionMapsWhatTheFirstHasLeftAndADamagedArchiveIsNotSeen() throws Exception {
        session();
        Path archive = archive();
        session(archive.toString());

        byte[] bytes = Files.readAllBytes(archive);
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        byte[] ofAnotherJvm = bytes.clone();
        // The JVM's own name stands in the header.
        Arrays.fill(ofAnotherJvm, 0, 400, (byte) 'x');
        for (byte[] damaged : List.of(new byte[0], noise, Arrays.copyOf(bytes, bytes.length / 2), ofAnotherJvm)) {
            Files.delete(archive);
            Files.write(archive, damaged);
            session();
        }
    }

    @Test
    void twoThatStartAtOnceLeaveOneArchive() throws Exception {
        try (PseudoTerminal one = start();
                PseudoTerminal other = start()) {
            one.until("cuecard>");
            other.until("cuecard>");
            other.type("\u0004");
            one.type("\u0004");
            assertThat(List.of(one.exit(), other.exit())).containsOnly(0);
        }
        session(archive().toString());
    }

    @Test
    void whereNothingCanBeKeptNothingIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        cache = file.resolve("below");
        session();
    }

    @Test
    void aPipeLeavesNoArchiveAndGetsTheResultAlone() throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(SCRIPT, "repl")
                .directory(folder.toFile())
                .redirectInput(
                        Files.writeString(folder.resolve("in"), "40 + 2\n").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment());
        assertThat(builder.start().waitFor()).isZero();
        assertThat(Files.readString(err, UTF_8)).isEqualTo(": integer\n");
        assertThat(Files.readString(out, UTF_8)).isEqualTo("42\n");
        assertThat(kept()).isEmpty();
    }
}
