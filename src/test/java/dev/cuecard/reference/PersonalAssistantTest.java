package dev.cuecard.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the gallery that gives the personal assistant its tools compiles and runs as it stands. */
class PersonalAssistantTest {

    @TempDir
    private Path folder;

    @Test
    void itsToolsAnswerAndItEndsWithAnOutput() throws Exception {
        List<Example> programs = Example.of(Path.of("prompts", "README.md")).stream()
                .filter(example -> example.is("java"))
                .toList();
        assertThat(programs).hasSize(1);
        Path source = Files.writeString(
                folder.resolve("Assistant.java"), programs.get(0).text());
        String classes = System.getProperty("java.class.path");
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-Xlint:all,-processing",
                        "-Werror",
                        "-cp",
                        classes,
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(compiled).isZero();
        String printed = run(classes);
        assertThat(printed.lines().toList()).hasSizeGreaterThan(2).satisfies(lines -> {
            assertThat(lines.get(0))
                    .matches(
                            "calendar: \\[\\{\"title\":\"Dentist\",\"day\":\"\\d{4}-\\d\\d-\\d\\d\",\"start\":\"09:30\"}]");
            assertThat(lines.get(1)).isEqualTo("weather: {\"celsius\":4,\"sky\":\"rain\"}");
            assertThat(lines.get(2)).startsWith("\"").endsWith("\"");
        });
    }

    private String run(String classes) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + File.pathSeparator + classes,
                        "Assistant")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String printed = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
