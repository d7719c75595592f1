package dev.cuecard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void theRunnableJarStartsWithoutAWarning() throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        TARGET.resolve("cuecard.jar").toString(),
                        "--version")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(err, UTF_8)).isEmpty();
        assertThat(Files.readString(out, UTF_8)).contains(version());
        assertThat(process.exitValue()).isZero();
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
    void theLibraryJarHoldsOurCodeAndARelocatedAntlrOnly() throws IOException {
        Path library = TARGET.resolve("cuecard-" + version() + ".jar");
        try (JarFile jar = new JarFile(library.toFile())) {
            assertThat(names(jar))
                    .contains("dev/cuecard/syntax/antlr/runtime/Parser.class", "META-INF/LICENSE")
                    .filteredOn(name -> name.endsWith(".class"))
                    .allMatch(name -> name.startsWith("dev/cuecard/"));
        }
        assertThat(Files.readString(TARGET.resolve("dependency-reduced-pom.xml"), UTF_8))
                .doesNotContain("<groupId>org.antlr</groupId>\n      <artifactId>antlr4-runtime</artifactId>");
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
