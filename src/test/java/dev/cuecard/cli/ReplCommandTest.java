package dev.cuecard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session without a terminal: values on stdout, all else on stderr, true exit codes. */
class ReplCommandTest {

    @TempDir
    private Path folder;

    private String file = "";

    @BeforeEach
    void writeAPrompt() throws IOException {
        file = folder.resolve("review.prompt").toString();
        Files.writeString(folder.resolve("review.prompt"), """
                prompt review

                model "gpt-6-luna"

                var text: string

                system "Reply with JSON in this shape: {{ shape() }}"
                user text

                output json { label: "yes" | "no" }

                test "no reply" {
                  text = "x"
                }
                """);
    }

    private static Cli.Ran run(String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = "repl";
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new Cli().run(arguments);
    }

    @Test
    void valuesGoToStdoutAndTypesToStderr() {
        Cli.Ran ran = run("-e", "1 + 1", "-e", "\"a\" | upper", "-e", "[1, 2]");
        assertThat(ran.out()).isEqualTo("2\n\"A\"\n[\n  1,\n  2\n]\n");
        assertThat(ran.err()).contains(": integer", ": string");
        assertThat(ran.code()).isZero();
    }

    @Test
    void textsAndFilesAreSubmittedInTheirOrder() throws IOException {
        Path script = Files.writeString(folder.resolve("script"), "var x: integer\nx = 2\n");
        Cli.Ran ran = run("-e", "let y = 1", "-f", script.toString(), "-e", "x + y", "-e", "x = 5", "-e", "x + y");
        assertThat(ran.out()).isEqualTo("3\n6\n");
    }

    @Test
    void aPipeIsSubmittedAsItStands() {
        Cli.Ran ran = new Cli().typing("""
                        // A script of a few lines.
                        prompt greeting

                        model "sim"

                        var name: string

                        user \"""
                          Hello,
                          {{ name }}!
                          \"""

                        name = "Ada"
                        :render json
                        """).run("repl");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("\"content\": \"Hello,\\nAda!\"");
        assertThat(ran.code()).isZero();
    }

    @Test
    void onlyTheOutputOfARunIsOnStdout() {
        Cli.Ran ran =
                run(file, "--model", "sim", "--var", "text=Fine.", "-e", ":run", "-e", "output.label | length > 0");
        assertThat(ran.out()).matches("(?s)\\{\n  \"label\": \"(yes|no)\"\n}\ntrue\n");
        assertThat(ran.err()).contains("valid, sim (simulated)");
        assertThat(ran.code()).isZero();
    }

    @Test
    void whatFollowsAMistakeIsNotLookedAt() {
        Cli.Ran ran = new Cli().typing("1 + 1\nnonsense\n2 + 2\n").run("repl");
        assertThat(ran.out()).isEqualTo("2\n");
        assertThat(ran.err()).contains("--> stdin:2:1", "from line 3 on, was not looked at");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void exitCodesAreThoseOfTheOtherCommands() {
        assertThat(run("-e", ":load nowhere.prompt").code()).isEqualTo(1);
        assertThat(run("-e", ":rendr").code()).isEqualTo(2);
        assertThat(run(file, "-e", ":run").code()).isEqualTo(1);
        assertThat(run(file, "--var", "text=x", "-e", ":run").code()).isEqualTo(3);
        assertThat(run(file, "-e", ":test").code()).isEqualTo(6);
        assertThat(run(file, "--var", "text=x", "--set", "temperature=9").code())
                .isEqualTo(1);
        assertThat(run(file, "--vars", "nowhere.json").code()).isEqualTo(2);
        assertThat(run("--var", "text=x", "-e", "1").code()).isEqualTo(2);
        assertThat(run(file, "--var", "text=x", "-e", ":quit", "-e", "nonsense(")
                        .code())
                .isZero();
    }

    @Test
    void aFileWithMistakesIsShownAndEndsIt() throws IOException {
        Files.writeString(folder.resolve("broken.prompt"), "prompt broken\n\nuser txt\n");
        Cli.Ran ran = run(folder.resolve("broken.prompt").toString(), "-e", "1 + 1");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("error[P201]: unknown variable `txt`", "broken.prompt:3:6");
    }

    @Test
    void inputsThatDoNotFitAreToldBeforeAnythingElse() {
        Cli.Ran ran = run(file, "--var", "txt=x", "-e", "1 + 1");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("error[P402]: unknown input `txt`", "did you mean `text`?");
    }

    @Test
    void nothingIsKeptOfASessionWithoutATerminal() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        new Cli().with("HOME", home.toString()).run("repl", "-e", "1 + 1");
        assertThat(home).isEmptyDirectory();
    }
}
