package dev.cuecard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {

    private static final String LOOSE = "prompt   a\n\nuser    \"Hi\"   // a comment\n";
    private static final String TIDY = "prompt a\n\nuser \"Hi\" // a comment\n";

    @TempDir
    private Path folder;

    @Test
    void aFileIsRewrittenOnceAndListed() throws IOException {
        Path file = Files.writeString(folder.resolve("a.prompt"), LOOSE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Cli.Ran first = new Cli().run("fmt", folder.toString());
        assertThat(first.code()).isZero();
        assertThat(first.out()).isEqualTo(file + "\n");
        assertThat(Files.readString(file)).isEqualTo(TIDY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");

        Cli.Ran second = new Cli().run("fmt", folder.toString());
        assertThat(second.out()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void checkOnlyLists() throws IOException {
        Path file = Files.writeString(folder.resolve("a.prompt"), LOOSE);
        Cli.Ran ran = new Cli().run("fmt", "--check", file.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo(file + "\n");
        assertThat(Files.readString(file)).isEqualTo(LOOSE);
    }

    @Test
    void standardInputGoesToStandardOutput() {
        Cli.Ran ran = new Cli().typing(LOOSE).run("fmt", "-");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo(TIDY);
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadAsAPromptIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("a.prompt"), "prompt a\n\nuser \"Hi\n");
        Cli.Ran ran = new Cli().run("fmt", file.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).startsWith("error[P003]: string is never closed");
        assertThat(Files.readString(file)).isEqualTo("prompt a\n\nuser \"Hi\n");
    }

    @Test
    void theGalleryIsFormatted() {
        Cli.Ran ran = new Cli().run("fmt", "--check", "prompts");
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).isZero();
    }
}
