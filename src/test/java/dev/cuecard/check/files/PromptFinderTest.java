package dev.cuecard.check.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are meant by a folder. */
class PromptFinderTest {

    @TempDir
    private Path folder;

    private Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    @Test
    void allBelowItInTheirOrderAndNothingHidden() throws IOException {
        Path last = file("b.prompt");
        Path first = file("a/c.prompt");
        file("a/notes.md");
        file(".git/d.prompt");
        file("a/.e.prompt");
        assertThat(PromptFinder.below(folder)).containsExactly(first, last);
    }

    @Test
    void aFileAndWhatIsNotThereAreThemselves() throws IOException {
        Path file = file("any.txt");
        Path none = folder.resolve("none");
        assertThat(PromptFinder.below(file)).containsExactly(file);
        assertThat(PromptFinder.below(none)).containsExactly(none);
    }

    @Test
    void aLinkIsFollowedWhereItIsNamedAndNotBelow() throws IOException {
        file("real/a.prompt");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("real/round"), folder.resolve("real"));
        assertThat(PromptFinder.below(link)).containsExactly(link.resolve("a.prompt"));
        assertThat(PromptFinder.below(folder)).containsExactly(folder.resolve("real/a.prompt"));
    }

    /** Files that import each other have such names, and one file has one. */
    @Test
    void aDotAtTheBeginningIsLeftOut() {
        assertThat(PromptFinder.below(Path.of("./prompts")))
                .isEqualTo(PromptFinder.below(Path.of("prompts")))
                .contains(Path.of("prompts/sentiment.prompt"));
        assertThat(PromptFinder.below(Path.of("."))).contains(Path.of("prompts/sentiment.prompt"));
        assertThat(PromptFinder.below(Path.of("./pom.xml"))).containsExactly(Path.of("pom.xml"));
    }

    /** Told by whoever reads it. A user to whom nothing is closed would not notice, so it is said here. */
    @Test
    void aFolderThatCannotBeReadIsKept() {
        List<Path> found = new ArrayList<>();
        PromptFinder.Finding finding = new PromptFinder.Finding(found);
        Path closed = folder.resolve("closed");
        finding.visitFileFailed(closed, new AccessDeniedException("closed"));
        finding.visitFileFailed(folder.resolve("gone.prompt"), new NoSuchFileException("gone.prompt"));
        finding.visitFileFailed(folder.resolve(".hidden"), new AccessDeniedException(".hidden"));
        finding.postVisitDirectory(folder.resolve("half"), new IOException("half read"));
        assertThat(found).containsExactly(closed, folder.resolve("half"));
    }
}
