package dev.cuecard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The first prompt: there, tested and in CI, whatever stands in the folder already. */
class InitCommandTest {

    private static final String WORKFLOW = ".github/workflows/prompts.yml";

    @TempDir
    private Path folder;

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static Cli.Ran init(Path where) {
        return new Cli().run("init", where.toString());
    }

    private static void isGreen(Path prompts) {
        Cli.Ran check = new Cli().run("check", prompts.toString(), "--deny", "warnings");
        assertThat(check.code()).as(check.err()).isZero();
        Cli.Ran test = new Cli().run("test", prompts.toString());
        assertThat(test.code()).as(test.err()).isZero();
        assertThat(test.err()).endsWith("2 tests: 2 passed, 1 expectation not judged\n");
        assertThat(new Cli().run("fmt", "--check", prompts.toString()).code()).isZero();
    }

    @Test
    void inANewFolderAllIsGreenAndTheRecordingSaysThatItIsSimulated() throws IOException {
        Path fresh = folder.resolve("a/b");
        Cli.Ran ran = init(fresh);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(files())
                .hasSize(3)
                .contains("a/b/prompts/review.prompt", "a/b/" + WORKFLOW)
                .anyMatch(file ->
                        file.matches("a/b/prompts/recordings/review-[0-9a-f]{6}/a-happy-customer-[0-9a-f]{6}\\.json"));
        isGreen(fresh.resolve("prompts"));
        String recording = files().stream()
                .filter(file -> file.endsWith(".json"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(folder.resolve(recording)))
                .contains("\"simulated\": true", "\"model\": \"gpt-6-luna\"");
    }

    @Test
    void theNextThreeCommandsDoWhatTheyShould() {
        Cli.Ran ran = init(folder);
        List<String> commands = ran.err()
                .lines()
                .filter(line -> line.startsWith("  cuecard "))
                .map(String::strip)
                .toList();
        assertThat(commands).hasSize(3);
        for (String command : commands) {
            String[] words = Stream.of(command.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                    .skip(1)
                    .map(word -> word.replace("\"", ""))
                    .toArray(String[]::new);
            Cli.Ran next = new Cli().run(words);
            assertThat(next.code()).as(command + "\n" + next.err()).isZero();
        }
    }

    @Test
    void whatExistsIsKeptAndToldOf() throws IOException {
        Files.createDirectories(folder.resolve(".github/workflows"));
        Files.writeString(folder.resolve(WORKFLOW), "name: ours\n");
        Files.createDirectories(folder.resolve("prompts"));
        Files.writeString(folder.resolve("prompts/other.prompt"), "prompt other\n\nuser \"Hello!\"\n");
        Cli.Ran ran = init(folder);
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("kept   " + folder.resolve(WORKFLOW) + ", which exists already\n");
        assertThat(Files.readString(folder.resolve(WORKFLOW))).isEqualTo("name: ours\n");
        assertThat(files()).hasSize(4);
        isGreen(folder.resolve("prompts/review.prompt"));
    }

    @Test
    void aPromptOfTheUsersOwnGetsNoRecordingAndASecondTimeNothingHappens() throws IOException {
        Path prompt = folder.resolve("prompts/review.prompt");
        Files.createDirectories(prompt.getParent());
        Files.writeString(prompt, "mine");
        assertThat(init(folder).code()).isZero();
        assertThat(files()).containsExactly(WORKFLOW, "prompts/review.prompt");
        Cli.Ran again = init(folder);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err())
                .contains("kept   " + prompt, "kept   " + folder.resolve(WORKFLOW))
                .contains("error: nothing to write: all of it exists already");
        assertThat(Files.readString(prompt)).isEqualTo("mine");
    }

    @Test
    void aLinkThatLeadsNowhereIsNotWrittenThrough() throws IOException {
        Files.createDirectories(folder.resolve("prompts"));
        Files.createSymbolicLink(folder.resolve("prompts/review.prompt"), folder.resolve("elsewhere"));
        assertThat(init(folder).code()).isZero();
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void inAPartOfARepositoryTheWorkflowStandsWhereGithubLooks() throws IOException {
        Files.createDirectories(folder.resolve(".git"));
        assertThat(init(folder.resolve("services/my reviews")).code()).isZero();
        assertThat(files()).contains(WORKFLOW).noneMatch(file -> file.startsWith("services/my reviews/.github"));
        assertThat(workflow()).hasToString("services/my reviews/prompts");
    }

    /** The folder that the workflow checks, read as YAML. */
    private Object workflow() throws IOException {
        Object yaml =
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(folder.resolve(WORKFLOW)));
        Object at = yaml;
        for (String name : List.of("jobs", "prompts", "env", "PROMPTS")) {
            at = ((java.util.Map<?, ?>) at).get(name);
        }
        return at;
    }

    @Test
    void theWorkflowIsYamlThatChecksThePrompts() throws IOException {
        assertThat(init(folder).code()).isZero();
        assertThat(workflow()).hasToString("prompts");
    }

    @Test
    void whereNothingCanBeWrittenThatIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Cli.Ran ran = init(file);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("error: cannot write in `" + file);
        assertThat(init(file.resolve("below")).code()).isEqualTo(2);
    }
}
