package dev.cuecard.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.cli.Cli;
import dev.cuecard.cli.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tests will cost is told before they run, what they did cost after; it stands in every report. */
class CostTest {

    private static final String GREET = """
            prompt greet
            model "gpt-6-luna" { max_completion_tokens = 100 }
            var name: string
            user "Hello, {{ name }}!"
            output text

            test "twice" repeat 2 {
              name = "x"
            }

            test "canned" {
              name = "x"
              reply "Hi."
            }
            """;

    /** As the scripted server says it: 10 tokens at $0.10 and 5 at $0.50 a million, two times. */
    private static final String COST = "cost: `gpt-6-luna`, 2 runs, 20 + 10 tokens, $0.000007\n2 tests: 2 passed\n";

    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("greet.prompt"), GREET).toString();
    }

    private static Cli cli(Script server) {
        return new Cli().with("OPENAI_API_KEY", "sk-test-0123456789abcdef").with("OPENAI_BASE_URL", server.url());
    }

    @Test
    void isToldBeforeAndAfter() throws IOException {
        try (Script server = new Script("Hi.", "Hi.")) {
            Cli.Ran ran = cli(server).run("test", file, "--live");
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.err())
                    .startsWith("estimate: `gpt-6-luna`, 2 runs, 22 + 200 tokens, about $0.0001, at most $0.00013\n")
                    .endsWith(COST);
        }
    }

    @Test
    void onlyWhatIsNotRecordedIsAskedFor() throws IOException {
        try (Script server = new Script("Hi.", "Hi.", "Hi.", "Hi.")) {
            assertThat(cli(server).run("test", file, "--record").err()).contains("estimate: `gpt-6-luna`, 2 runs");
            assertThat(cli(server).run("test", file, "--record").err())
                    .as("all is recorded")
                    .doesNotContain("estimate");
            Cli.Ran again = cli(server).run("test", file, "--record=all");
            assertThat(again.err())
                    .as("the recorded replies had five tokens each")
                    .contains("estimate: `gpt-6-luna`, 2 runs, 22 + 10 tokens");
            assertThat(new Cli().run("test", file).err()).doesNotContain("estimate", "cost");
        }
    }

    @Test
    void theListShowsTheEstimateWhereItIsMeant() {
        Cli.Ran ran = new Cli().run("test", file, "--list", "--live", "--repeat", "59");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo(file + ": twice\n" + file + ": canned\n");
        assertThat(ran.err()).startsWith("estimate: `gpt-6-luna`, 59 runs, ");
        assertThat(new Cli().run("test", file, "--list").err()).isEmpty();
    }

    @Test
    void sendingBackCostsMoreAtWorst() {
        String once = new Cli().run("test", file, "--list", "--live").err();
        String thrice =
                new Cli().run("test", file, "--list", "--live", "--reask", "2").err();
        assertThat(once).contains("about $0.0001, at most $0.00013");
        assertThat(thrice).contains("about $0.0001, at most $0.0017");
    }

    @Test
    void roundsOfToolsAreToldOf() throws IOException {
        Files.writeString(
                folder.resolve("greet.prompt"),
                GREET.replace(
                        "test \"twice\" repeat 2 {", "tool now(): string\n\ntest \"a\" {\n  stub now = \"noon\""));
        assertThat(new Cli().run("test", file, "--list", "--live").err())
                .startsWith("estimate: `gpt-6-luna`, 1 run, ")
                .endsWith("; for each round of tools as much again\n");
    }

    @Test
    void aModelThatNobodyKnowsHasNoPrice() {
        Cli.Ran ran = new Cli().run("test", file, "--list", "--live", "--model", "house-model");
        assertThat(ran.err()).contains("estimate: `house-model`, 2 runs, ").endsWith("the price is not known\n");
    }

    @Test
    void standsInEachReport() throws IOException {
        Path json = folder.resolve("r.json");
        Path junit = folder.resolve("r.xml");
        Path markdown = folder.resolve("r.md");
        try (Script server = new Script("Hi.", "Hi.")) {
            cli(server).run("test", file, "--record");
        }
        Cli.Ran ran = new Cli()
                .run(
                        "test",
                        file,
                        "--report",
                        "json=" + json,
                        "--report",
                        "junit=" + junit,
                        "--report",
                        "markdown=" + markdown);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Files.readString(json))
                .contains("\"cost_usd\": 0.000007", "\"runs_of_unknown_cost\": 0", "\"prompt_tokens\": 20");
        assertThat(Files.readString(junit))
                .contains("<properties><property name=\"cost_usd\" value=\"0.000007\"/></properties>");
        assertThat(Files.readString(markdown))
                .contains("gpt-6-luna: 2 runs, $0.000007\n", "| passed | 2 of 2 | $0.000007 |", "| 1 of 1 |  |");
    }

    @Test
    void whatCannotShowARateSaysWhatCanAndItsPrice() throws IOException {
        Files.writeString(folder.resolve("greet.prompt"), GREET.replace("repeat 2", "repeat 2 rate 0.95"));
        try (Script server = new Script("Hi.", "Hi.")) {
            Cli.Ran ran = cli(server).run("test", file, "--live");
            assertThat(ran.err())
                    .contains("warning[P611]: 2 runs cannot show a rate of 0.95")
                    .contains("= note: 59 runs on `gpt-6-luna` cost about $0.00021, at most $0.0036\n")
                    .contains("= help: write `repeat 59`");
        }
    }

    @Test
    void aCannedReplyIsReadOnceHoweverOftenItIsMeant() throws IOException {
        Files.writeString(folder.resolve("greet.prompt"), GREET.replace("\"canned\"", "\"canned\" repeat 1000000"));
        Cli.Ran ran = new Cli().run("test", file, "--filter", "canned");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("(1000000 of 1000000, 100–100 %)");
    }
}
