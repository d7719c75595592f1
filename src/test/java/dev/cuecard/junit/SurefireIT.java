package dev.cuecard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Maven project whose prompts Surefire tests, by a suite: built by Maven itself, without a network. */
class SurefireIT {

    private static final String SUITE = """
            package shop;

            import org.junit.platform.suite.api.*;

            @Suite
            @IncludeEngines("cuecard")
            @SelectDirectories("prompts")
            class PromptsTest {}
            """;

    private static final String MOOD = """
            prompt mood

            user "How is it?"

            output text "good" | "bad"

            test "it is good" {
              reply "good"
              expect output == "good"
            }
            """;

    @TempDir
    private Path project;

    @BeforeEach
    void write() throws IOException {
        write("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>shop</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <dependencies>
                    <dependency>
                      <groupId>org.junit.platform</groupId>
                      <artifactId>junit-platform-suite</artifactId>
                      <version>1.14.4</version>
                      <scope>test</scope>
                    </dependency>
                  </dependencies>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>org.apache.maven.plugins</groupId>
                        <artifactId>maven-resources-plugin</artifactId>
                        <version>3.5.0</version>
                      </plugin>
                      <plugin>
                        <groupId>org.apache.maven.plugins</groupId>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <version>3.16.0</version>
                      </plugin>
                      <plugin>
                        <groupId>org.apache.maven.plugins</groupId>
                        <artifactId>maven-surefire-plugin</artifactId>
                        <version>3.6.1</version>
                        <configuration>
                          <failIfNoTests>true</failIfNoTests>
                          <additionalClasspathElements>
                            <additionalClasspathElement>JAR</additionalClasspathElement>
                          </additionalClasspathElements>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.replace(
                        "JAR", Path.of("target/cuecard.jar").toAbsolutePath().toString()));
        write("src/test/java/shop/PromptsTest.java", SUITE);
        write("prompts/mood.prompt", MOOD);
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** What Maven printed, and how it ended. */
    private record Ran(int code, String printed) {}

    private Ran test() throws Exception {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-o", "test"));
        String repository = System.getProperty("maven.repo.local", "");
        if (!repository.isEmpty()) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        Path printed = project.resolve("printed");
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(printed));
    }

    @Test
    void surefireTestsThePromptsAndFailsWhenOneFailsOrThereIsNone() throws Exception {
        Ran green = test();
        assertThat(green.code()).as(green.printed()).isZero();
        assertThat(green.printed()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
        String report = Files.readString(report());
        assertThat(report).contains("it is good");

        write("prompts/mood.prompt", MOOD.replace("reply \"good\"", "reply \"bad\""));
        Ran red = test();
        assertThat(red.code()).isEqualTo(1);
        assertThat(red.printed())
                .contains(
                        "Tests run: 1, Failures: 1, Errors: 0",
                        "error[P601]: an expectation does not hold",
                        "`output` is `\"bad\"`");

        write("prompts/mood.prompt", MOOD.replace("user ", "usr "));
        Ran broken = test();
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.printed()).contains("Tests run: 1, Failures: 0, Errors: 1", "error[P207]");

        Files.delete(project.resolve("prompts/mood.prompt"));
        Ran none = test();
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.printed()).contains("no test in `prompts`");
    }

    private Path report() throws IOException {
        try (var files = Files.list(project.resolve("target/surefire-reports"))) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
