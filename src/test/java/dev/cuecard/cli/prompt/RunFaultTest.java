package dev.cuecard.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --model sim --fault NAME}. */
class RunFaultTest {

    @TempDir
    private Path folder;

    private String prompt;

    @BeforeEach
    void write() throws IOException {
        prompt = Files.writeString(
                        folder.resolve("greet.prompt"), "prompt greet\n\nmodel \"gpt-6-luna\"\n\nuser \"Hello!\"\n")
                .toString();
    }

    @Test
    void aFaultIsRehearsed() {
        Cli.Ran ran = new Cli().run("run", prompt, "--model", "sim", "--fault", "quota");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).startsWith("error[P729]: the quota of this key at `sim` is used up (HTTP 429)");
        assertThat(new Cli()
                        .run("run", prompt, "--model", "sim", "--fault", "refusal")
                        .code())
                .isEqualTo(4);
        Cli.Ran stall = new Cli()
                .run(
                        "run",
                        prompt,
                        "--model",
                        "sim",
                        "--fault",
                        "stall",
                        "--timeout",
                        "bytes=0.05",
                        "--timeout",
                        "overall=0.1");
        assertThat(stall.err()).startsWith("error[P716]: no further byte from `sim` within 0.05 s");
    }

    @Test
    void anotherSeedGivesAnotherReply() {
        Cli.Ran one = new Cli().run("run", prompt, "--model", "sim", "--seed", "1");
        assertThat(one.code()).isZero();
        assertThat(new Cli().run("run", prompt, "--model", "sim", "--seed", "1").out())
                .isEqualTo(one.out());
        assertThat(new Cli().run("run", prompt, "--model", "sim", "--seed", "2").out())
                .isNotEqualTo(one.out());
    }

    @Test
    void otherModelsDoWrongByThemselves() {
        Cli.Ran ran = new Cli().run("run", prompt, "--fault", "quota");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).startsWith("error: `--fault quota` is for the simulator, and another model is asked");
        assertThat(new Cli().run("run", prompt, "--seed", "3").code()).isEqualTo(2);
        Cli.Ran unknown = new Cli().run("run", prompt, "--model", "sim", "--fault", "quoat");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean `--fault quota`?");
    }
}
