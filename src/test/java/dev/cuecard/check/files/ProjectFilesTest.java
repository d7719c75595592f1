package dev.cuecard.check.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.check.files.FileReading.Reason;
import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a prompt can name. */
class ProjectFilesTest {

    @TempDir
    Path outside;

    private Path root;
    private Path main;

    @BeforeEach
    void project() throws IOException {
        root = Files.createDirectories(outside.resolve("project"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("cuecard.json"), "{}");
        write("prompts/main.prompt", "prompt main\n");
        write("prompts/shared/common.prompt", "let x = 1\n");
        write("rules.txt", "Be brief.\n");
        write("prompts/.hidden", "x");
        write("prompts/.git-like/a.txt", "x");
        main = root.resolve("prompts/main.prompt");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private FileReading read(String path) throws IOException {
        return ProjectFiles.of(main).read(new Source(main.toString(), ""), path);
    }

    private void isRefused(String path, Reason reason) throws IOException {
        assertThat(read(path))
                .isInstanceOfSatisfying(
                        FileReading.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    @Test
    void besideAndBelowAndAboveWithinTheProject() throws IOException {
        for (String path : new String[] {"shared/common.prompt", "./shared/common.prompt", "../rules.txt"}) {
            assertThat(read(path)).as(path).isInstanceOf(FileReading.Found.class);
        }
    }

    @Test
    void namesAreAsSeenFromTheHostsName() throws IOException {
        ProjectFiles files = ProjectFiles.of(main, "prompts/main.prompt");
        FileReading.Found common =
                (FileReading.Found) files.read(new Source("prompts/main.prompt", ""), "shared/common.prompt");
        assertThat(common.name()).isEqualTo("prompts/shared/common.prompt");
        FileReading.Found rules = (FileReading.Found) files.read(new Source(common.name(), ""), "../../rules.txt");
        assertThat(rules.name()).isEqualTo("rules.txt");
        assertThat(rules.text()).isEqualTo("Be brief.\n");
    }

    @Test
    void outsideIsRefusedWhateverIsThere() throws IOException {
        isRefused("../../secret.txt", Reason.OUTSIDE);
        isRefused("../../none.txt", Reason.OUTSIDE);
        isRefused("../../../../../../../../../../../../etc/passwd", Reason.OUTSIDE);
        isRefused("/etc/passwd", Reason.ABSOLUTE);
        isRefused(outside.resolve("secret.txt").toString(), Reason.ABSOLUTE);
    }

    @Test
    void linksLeadNowhereElse() throws IOException {
        Files.createSymbolicLink(root.resolve("prompts/out.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("prompts/up"), outside);
        Files.createSymbolicLink(root.resolve("prompts/in.txt"), root.resolve("rules.txt"));
        Files.createSymbolicLink(root.resolve("prompts/dot.txt"), root.resolve("prompts/.hidden"));
        isRefused("out.txt", Reason.OUTSIDE);
        isRefused("up/secret.txt", Reason.OUTSIDE);
        isRefused("dot.txt", Reason.DOT_FILE);
        assertThat(read("in.txt")).isInstanceOf(FileReading.Found.class);
    }

    @Test
    void dotFilesAreRefused() throws IOException {
        isRefused(".hidden", Reason.DOT_FILE);
        isRefused(".git-like/a.txt", Reason.DOT_FILE);
        isRefused("../.git/config", Reason.DOT_FILE);
    }

    @Test
    void onlyRegularFilesAreRead() throws Exception {
        isRefused("shared", Reason.DIRECTORY);
        isRefused("", Reason.NO_PATH);
        isRefused("shared\\common.prompt", Reason.NO_PATH);
        isRefused("a\0b", Reason.NO_PATH);
        Process fifo = new ProcessBuilder("mkfifo", root.resolve("prompts/pipe").toString()).start();
        if (fifo.waitFor() == 0) {
            isRefused("pipe", Reason.SPECIAL);
        }
    }

    @Test
    void whatIsMissingHasNeighbours() throws IOException {
        assertThat(read("shared/comon.prompt"))
                .isInstanceOfSatisfying(
                        FileReading.Missing.class,
                        missing -> assertThat(missing.near()).containsExactly("shared/common.prompt"));
        assertThat(read("none/common.prompt")).isInstanceOf(FileReading.Missing.class);
    }

    @Test
    void textIsUtf8WithoutAMark() throws IOException {
        Files.write(root.resolve("prompts/latin.txt"), new byte[] {'a', (byte) 0xe9});
        Files.writeString(root.resolve("prompts/mark.txt"), "\uFEFFa");
        assertThat(((FileReading.Found) read("latin.txt")).text()).isNull();
        assertThat(((FileReading.Found) read("mark.txt")).text()).isEqualTo("a");
    }

    @Test
    void theRootIsTheNearestProjectElseTheRepositoryElseTheFolder() throws IOException {
        assertThat(ProjectFiles.of(main).root()).isEqualTo(root.toRealPath());
        Files.delete(root.resolve("cuecard.json"));
        Files.createDirectory(outside.resolve(".git"));
        assertThat(ProjectFiles.of(main).root()).isEqualTo(outside.toRealPath());
        Files.delete(outside.resolve(".git"));
        assertThat(ProjectFiles.of(main).root()).isEqualTo(main.getParent().toRealPath());
    }
}
