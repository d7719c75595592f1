package dev.cuecard.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.provider.Secret;
import dev.cuecard.repl.state.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was typed is kept: whole, without keys, for its owner alone. */
class HistoryTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("cuecard").resolve("history");
    }

    private History open() {
        return History.in(file(), Secret::maskLikely);
    }

    @Test
    void blocksOfSeveralLinesComeBackWhole() {
        open().add("output json {\n  label: string\n}\n");
        open().add("\"a\\\"b\" | upper");
        assertThat(open().entries()).containsExactly("output json {\n  label: string\n}", "\"a\\\"b\" | upper");
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        open().add(":run");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatOthersMayReadIsClosedToThem() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "\":run\"\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(open().entries()).containsExactly(":run");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void noKeyIsInIt() throws IOException {
        History history = open();
        history.add("key = \"sk-abcdefghijklmnopqrstuvwx\"");
        assertThat(history.entries().toString()).doesNotContain("abcdefgh");
        assertThat(Files.readString(file())).doesNotContain("abcdefgh");
    }

    @Test
    void blankLinesAndRepetitionsAreNotKept() {
        History history = open();
        history.add(":run");
        history.add("");
        history.add(":run");
        history.add("  \n");
        assertThat(history.entries()).containsExactly(":run");
    }

    @Test
    void theLinesOfThisSessionAreKnown() {
        open().add("1 + 1");
        History later = open();
        later.add("2 + 2");
        assertThat(later.ofThisSession()).containsExactly("2 + 2");
        assertThat(later.entries()).containsExactly("1 + 1", "2 + 2");
    }

    @Test
    void linesThatAreNoJsonArePassedOver() throws IOException {
        open().add("1 + 1");
        Files.writeString(file(), Files.readString(file()) + "torn \"line\n\"2 + 2\"\n");
        assertThat(open().entries()).containsExactly("1 + 1", "2 + 2");
    }

    @Test
    void theOldestGoWhenThereAreTooMany() throws IOException {
        Files.createDirectories(file().getParent());
        List<String> lines = IntStream.range(0, History.MOST + 10)
                .mapToObj(number -> "\"" + number + "\"")
                .toList();
        Files.write(file(), lines);
        assertThat(open().entries()).hasSize(History.MOST).startsWith("10");
        assertThat(Files.readAllLines(file())).hasSize(History.MOST);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderThatCannotBeMadeIsNoMistake() throws IOException {
        Path blocked = folder.resolve("file");
        Files.writeString(blocked, "");
        History history = History.in(blocked.resolve("history"), text -> text);
        history.add("1 + 1");
        assertThat(history.entries()).containsExactly("1 + 1");
    }
}
