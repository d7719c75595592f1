package dev.cuecard.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code cuecard.json} is looked for, and what a mistake in it does. */
class ConfiguredTest {

    private static final String OLD = "{\"models\": {\"local/small\": {\"retires\": \"2026-11-01\"}}}";
    private static final String NEW = "{\"models\": {\"local/small\": {\"retires\": \"2030-11-01\"}}}";

    @TempDir
    private Path folder;

    private String prompt;

    @BeforeEach
    void write() throws IOException {
        Path prompts = Files.createDirectories(folder.resolve("project/prompts/deep"));
        prompt = Files.writeString(
                        prompts.resolve("greet.prompt"), "prompt greet\n\nmodel \"local/small\"\n\nuser \"Hello!\"\n")
                .toString();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void theNearestFolderUpwardsConfigures() throws IOException {
        write("project/cuecard.json", OLD);
        assertThat(new Cli().run("check", prompt).err()).contains("error[P310]: the model `local/small` has retired");
        write("project/prompts/cuecard.json", NEW);
        assertThat(new Cli().run("check", prompt).code()).isZero();
    }

    @Test
    void theFolderOfTheUserConfiguresToo() throws IOException {
        write("config/cuecard/cuecard.json", OLD);
        Cli xdg = new Cli().with("XDG_CONFIG_HOME", folder.resolve("config").toString());
        assertThat(xdg.run("check", prompt).err()).contains("error[P310]");
        write("home/.config/cuecard/cuecard.json", OLD);
        Cli home = new Cli().with("HOME", folder.resolve("home").toString());
        assertThat(home.run("check", prompt).err()).contains("error[P310]");
        Cli both = new Cli()
                .with("HOME", folder.resolve("home").toString())
                .with("XDG_CONFIG_HOME", folder.resolve("elsewhere").toString());
        assertThat(both.run("check", prompt).err()).doesNotContain("P310");
        Cli relative = new Cli().with("XDG_CONFIG_HOME", "config");
        assertThat(relative.run("check", prompt).err()).doesNotContain("P310");
    }

    @Test
    void theProjectIsNearerThanTheUser() throws IOException {
        write("config/cuecard/cuecard.json", OLD);
        write("project/cuecard.json", NEW);
        Cli cli = new Cli().with("XDG_CONFIG_HOME", folder.resolve("config").toString());
        assertThat(cli.run("check", prompt).code()).isZero();
    }

    @Test
    void aModelThatHasRetiredIsAWarningOfOtherCommands() throws IOException {
        write("project/cuecard.json", OLD);
        Cli.Ran ran = new Cli().run("render", prompt);
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("local/small");
        assertThat(ran.err()).contains("warning[P310]: the model `local/small` has retired");
    }

    @Test
    void aMistakeInTheConfigurationStopsEveryCommand() throws IOException {
        write("project/cuecard.json", "{\"modles\": {}}");
        for (String command : new String[] {"check", "render", "run", "schema"}) {
            Cli.Ran ran = new Cli().run(command, prompt);
            assertThat(ran.code()).as(command).isEqualTo(1);
            assertThat(ran.err()).as(command).contains("error[P741]", "did you mean `models`?");
            assertThat(ran.out()).as(command).isEmpty();
        }
        write("project/cuecard.json", "{}");
        write("config/cuecard/cuecard.json", "{");
        Cli cli = new Cli().with("XDG_CONFIG_HOME", folder.resolve("config").toString());
        assertThat(cli.run("render", prompt).code()).isEqualTo(1);
        assertThat(cli.run("render", prompt).err()).contains("error[P740]");
    }

    @Test
    void aMistakeThatManyFilesShareIsToldOnce() throws IOException {
        write("project/cuecard.json", "{\"modles\": {}}");
        write("project/prompts/other.prompt", "prompt other\n\nuser \"Hello!\"\n");
        Cli.Ran ran = new Cli().run("check", folder.resolve("project").toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).containsOnlyOnce("error[P741]").contains("1 error in");
    }
}
