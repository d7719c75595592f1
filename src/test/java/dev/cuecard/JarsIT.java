package dev.cuecard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two jars as a user gets them. */
class JarsIT {
    private static final Path TARGET = Path.of("target");

    @TempDir
    private Path folder;

    /** What the runnable jar did. */
    private record Ran(int code, String out, String err) {}

    private Ran run(String... arguments) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                TARGET.resolve("cuecard.jar").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    @Test
    void theRunnableJarStartsWithoutAWarning() throws Exception {
        Ran ran = run("--version");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("cuecard " + version() + "\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void theRunnableJarDoesTheMainJobOnTheSimulator() throws Exception {
        Ran ran = run("run", "prompts/sentiment.prompt", "--test", "a happy customer", "--model", "sim");
        assertThat(ran.err()).matches("valid, sim \\(simulated\\), 1 attempt, [0-9]+ \\+ [0-9]+ tokens, [0-9]+ ms\n");
        assertThat(ran.out()).startsWith("{\n  \"label\": ").endsWith("\n}\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void theRunnableJarHoldsNoModuleAndNoForeignAntlr() throws IOException {
        try (JarFile jar = new JarFile(TARGET.resolve("cuecard.jar").toFile())) {
            assertThat(names(jar))
                    .contains("dev/cuecard/syntax/antlr/runtime/Parser.class", "META-INF/LICENSE", "META-INF/NOTICE")
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .noneMatch(name -> name.startsWith("org/antlr/"));
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .isEqualTo(version());
            String providers = text(jar, "META-INF/services/org.jline.terminal.spi.TerminalProvider");
            assertThat(providers).contains("ExecTerminalProvider", "JniTerminalProvider");
        }
    }

    @Test
    void theLibraryJarHoldsOurCodeAndWhatIsRelocatedIntoItOnly() throws IOException {
        Path library = TARGET.resolve("cuecard-" + version() + ".jar");
        try (JarFile jar = new JarFile(library.toFile())) {
            assertThat(names(jar))
                    .contains(
                            "dev/cuecard/syntax/antlr/runtime/Parser.class",
                            "dev/cuecard/schema/library/networknt/schema/Schema.class",
                            "module-info.class",
                            "META-INF/LICENSE")
                    .filteredOn(name -> name.endsWith(".class"))
                    .allMatch(name -> name.startsWith("dev/cuecard/") || name.equals("module-info.class"));
        }
        assertThat(Files.readString(TARGET.resolve("dependency-reduced-pom.xml"), UTF_8))
                .doesNotContain(
                        "<artifactId>antlr4-runtime</artifactId>", "<artifactId>json-schema-validator</artifactId>");
    }

    private static List<String> names(JarFile jar) {
        return jar.stream().map(ZipEntry::getName).toList();
    }

    private static String text(JarFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static String version() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = JarsIT.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }
}
