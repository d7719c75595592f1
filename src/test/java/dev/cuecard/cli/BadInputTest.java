package dev.cuecard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no prompt gets one clear diagnostic, whichever command meets it, and never a stack trace. */
class BadInputTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        byte[] notUtf8 = "prompt a\n\nuser \"caf\u00e9\"\n".getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                Arguments.of("not UTF-8", notUtf8, "error[P104]: cannot read"),
                Arguments.of("empty", new byte[0], "error[P119]:"),
                Arguments.of("front matter", bytes("---\nmodel: gpt-4o\n---\nHello!\n"), "error[P021]:"),
                Arguments.of("deep brackets", bytes("[".repeat(100_000)), "error[P008]:"),
                Arguments.of("braces", bytes("{{{{"), "error[P0"),
                Arguments.of("a megabyte of braces", bytes("{".repeat(1 << 20)), "error[P0"),
                Arguments.of(
                        "deep brackets in a prompt",
                        bytes("prompt a\n\nlet x = " + "[".repeat(100_000) + "\n\nuser \"Hi\"\n"),
                        "error[P008]:"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void oneDiagnostic(String name, byte[] content, String start) throws IOException {
        String file = Files.write(folder.resolve("bad.prompt"), content).toString();
        for (String command : new String[] {"run", "render", "read", "schema"}) {
            Cli.Ran ran = new Cli().run(command, file);
            assertOne(ran, start);
            assertThat(ran.code()).as(command).isEqualTo(1);
        }
        if (!name.equals("empty")) {
            assertOne(new Cli().run("check", file), start);
        }
    }

    private static void assertOne(Cli.Ran ran, String start) {
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith(start).doesNotContain("Exception", "\tat ");
        assertThat(ran.err().lines().filter(line -> line.startsWith("error["))).hasSize(1);
    }

    @Test
    void aMissingFileAndADirectory() {
        for (String command : new String[] {"run", "render", "read", "schema", "check"}) {
            Cli.Ran missing =
                    new Cli().run(command, folder.resolve("nothing.prompt").toString());
            assertOne(missing, "error[P102]: file not found:");
            assertThat(missing.code()).as(command).isEqualTo(2);
        }
        assertOne(new Cli().run("render", folder.toString()), "error[P104]: cannot read");
        Cli.Ran nothing = new Cli().run("check", folder.toString());
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).startsWith("error: no .prompt file below");
    }

    @Test
    void anEmptyFileIsALibraryThatDeclaresNothing() throws IOException {
        String file = Files.writeString(folder.resolve("empty.prompt"), "").toString();
        Cli.Ran ran = new Cli().run("check", file);
        assertThat(ran.err()).doesNotContain("error[").contains("1 file checked");
        assertThat(ran.code()).isZero();
    }
}
