package dev.cuecard.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.cli.Cli;
import dev.cuecard.cli.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cuecard test}: what it runs, what it says, how it ends. */
class TestCommandTest {

    private static final String MOOD = """
            prompt mood
            model "gpt-6-luna"
            var text: untrusted string = "Best purchase of the year!"
            system "How does this sound? Reply with JSON: {{ shape() }}"
            user text
            output json { label: "good" | "bad", score: number(0..1) }
            """;

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text).toString();
    }

    private String mood(String tests) throws IOException {
        return file("mood.prompt", MOOD + tests);
    }

    private static Cli.Ran test(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "test";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Cli().run(all);
    }

    @Test
    void theGalleryPassesFromItsCannedReplies() {
        Cli.Ran ran = test("prompts");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("pass        prompts/sentiment.prompt: a happy customer\n");
        assertThat(ran.err()).containsPattern("\n([0-9]+) tests: \\1 passed, [0-9]+ expectations not judged\n$");
    }

    @Test
    void aMistakeThatSeveralPromptsImportIsToldOnce() throws IOException {
        file("lib.prompt", "type feeling = strin\n");
        for (String name : List.of("one", "two")) {
            file(name + ".prompt", "prompt " + name + """

                    import { feeling } from "lib.prompt"
                    user "Reply with JSON: {{ shape() }}"
                    output json { feeling: feeling }
                    """);
        }
        Cli.Ran ran = test(folder.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).containsOnlyOnce("error[P211]").contains("\n1 error in ");
    }

    @Test
    void anExpectationSeesAllThatTheLanguageNames() throws IOException {
        Cli.Ran ran = test(mood("""
                        test "all of it" {
                          history = [user "Hi", assistant "Hello"]
                          recover all
                          reply '''
                            ```json
                            {"label": "good", "score": 1}
                            ```
                            '''
                          expect output.label == "good"
                          expect reply | matches('good')
                          expect outcome == "valid"
                          expect errors == []
                          expect recoveries[0]?.kind == "code_fence"
                          expect finish_reason == "stop"
                          expect cost_usd == null
                          expect latency_ms == 0
                          expect (messages | length) == 4
                          expect messages[1]?.content == "Hi"
                          expect (history | length) == 2
                          expect text == "Best purchase of the year!"
                        }
                        test "what is wrong" {
                          reply '{"label": "good", "score": 4}'
                          expect outcome == "schema_violation"
                          expect errors[0]?.pointer == "/score"
                        }
                        test "a refusal" {
                          refusal "I would rather not."
                          expect outcome == "refused"
                        }
                        test "cut off" {
                          reply '{"label":' finish "length"
                          expect outcome == "truncated" and finish_reason == "length"
                        }
                        """));
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).endsWith("4 tests: 4 passed\n");
    }

    @Test
    void unlessAnExpectationSpeaksOfTheOutcomeValidIsExpected() throws IOException {
        Cli.Ran ran = test(mood("test \"a\" {\n  reply '{}'\n  expect text != \"\"\n}\n"));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("error[P501]", "1 test: 1 failed");
    }

    @Test
    void inATestRepliesAreTakenAsTheyCome() throws IOException {
        String fenced = "  reply '''\n    ```json\n    {\"label\": \"good\", \"score\": 1}\n    ```\n    '''\n}\n";
        assertThat(test(mood("test \"a\" {\n" + fenced)).code()).isEqualTo(1);
        assertThat(test(mood("test \"a\" {\n" + fenced), "--recover", "all").code())
                .isZero();
    }

    @Test
    void eachRowIsATest() throws IOException {
        file("cases.jsonl", "{\"text\": \"Fine.\", \"score\": 1}\n{\"text\": \"Poor.\", \"score\": 2}\n");
        Cli.Ran ran = test(mood("""
                type Row { text: string, score: number }
                test "rows" for row in rows("cases.jsonl": Row) {
                  text = row.text
                  reply '{"label": "good", "score": 1}'
                  expect output.score == row.score and messages[1]?.content == row.text
                }
                """));
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .contains("pass        " + folder + "/mood.prompt: rows [1]\n")
                .contains("FAIL        " + folder + "/mood.prompt: rows [2]\n")
                .contains("`row.score` is `2`");
    }

    @Test
    void noTestIsWrongUse() throws IOException {
        Cli.Ran none = test(mood(""));
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).startsWith("error: no test below ");
        assertThat(test(folder.resolve("nowhere").toString()).code()).isEqualTo(2);
        String file = mood("test \"a\" { reply '{}' }\n");
        Cli.Ran filtered = test(file, "--filter", "b");
        assertThat(filtered.code()).isEqualTo(2);
        assertThat(filtered.err()).startsWith("error: none of the 1 test is selected");
        assertThat(test(file, "--shard", "2/2").code()).isEqualTo(2);
        assertThat(test(file, "--shard", "3/2").err()).startsWith("error: `--shard 3/2` is no part of a whole");
    }

    @Test
    void aFileWithAMistakeDoesNotHideTheOthers() throws IOException {
        file("broken.prompt", "prompt broken\nuser nobody\n");
        mood("test \"a\" {\n  reply '{\"label\": \"good\", \"score\": 1}'\n}\n");
        Cli.Ran ran = test(folder.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("error[P201]", "1 test: 1 passed\n");
    }

    @Test
    void theTestsAreListedForPrograms() throws IOException {
        String file = mood("test \"one\" {\n  reply '{}'\n}\ntest \"two\" {\n  reply '{}'\n}\n");
        Cli.Ran ran = test(file, "--list");
        assertThat(ran.out()).isEqualTo(file + ": one\n" + file + ": two\n");
        assertThat(test(file, "--list", "--filter", "TWO").out()).isEqualTo(file + ": two\n");
        assertThat(test(file, "--list", "--shard", "1/2").out()).isEqualTo(file + ": one\n");
        assertThat(test(file, "--list", "--shard", "2/2").out()).isEqualTo(file + ": two\n");
    }

    @Test
    void failFastBeginsNoFurtherTest() throws IOException {
        String file = mood("test \"one\" {\n  reply '{}'\n}\ntest \"two\" {\n  reply '{}'\n}\n");
        Cli.Ran ran = test(file, "--fail-fast", "--jobs", "1");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).endsWith("2 tests: 1 failed, 1 not run\n").doesNotContain(": two");
    }

    @Test
    void onTheSimulatorValidityIsJudgedAndWhatDependsOnTheReplyIsNot() throws IOException {
        String file = mood("""
                test "a" {
                  expect output.label == "good"
                  expect output.score > 1
                  expect (messages | length) == 2
                }
                """);
        Cli.Ran ran = test(file, "--model", "sim");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err())
                .isEqualTo("pass        " + file + ": a (sim)\n1 test: 1 passed, 2 expectations not judged\n");
    }

    @Test
    void anotherModelThanTheSimulatorIsAskedOnlyLive() throws IOException {
        Cli.Ran ran = test(mood("test \"a\" {}\n"), "--model", "gpt-6-sol");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("nothing is sent without `--live`");
    }

    @Test
    void nothingIsSentUnlessAskedForWhateverTheEnvironmentHolds() throws IOException {
        try (Script server = new Script("{\"label\": \"good\", \"score\": 1}")) {
            Cli cli = new Cli().with("OPENAI_API_KEY", "sk-test").with("OPENAI_BASE_URL", server.url());
            String file = mood("test \"a\" {\n  expect output.label == \"good\"\n}\n");
            Cli.Ran ran = cli.run("test", file);
            assertThat(ran.code()).isEqualTo(6);
            assertThat(ran.err()).contains("error[P602]", "--record");
            assertThat(cli.run("test", file, "--model", "sim").code()).isZero();
            assertThat(server.requests()).isEmpty();
            assertThat(cli.run("test", file, "--live").code()).isZero();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aProvidersFaultIsNoFailedTest() throws IOException {
        String file = mood("test \"a\" {}\ntest \"b\" {\n  reply '{}'\n}\n");
        Cli.Ran ran = new Cli().run("test", file, "--live");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .contains("ERROR       " + file + ": a\n")
                .endsWith("2 tests: 1 failed, 1 without an answer from the provider\n");
    }

    @Test
    void severalModelsAreAMatrixOfTheTestsThatAskOne() throws IOException {
        String file = mood("test \"a\" {}\ntest \"b\" {\n  reply '{}'\n}\n");
        Cli.Ran ran = test(file, "--list", "--live", "--model", "one", "--model", "two", "--model", "one");
        assertThat(ran.out()).isEqualTo(file + ": a (one)\n" + file + ": a (two)\n" + file + ": b\n");
    }

    @Test
    void runsAreCounted() throws IOException {
        try (Script server =
                new Script("{\"label\": \"good\", \"score\": 1}", "{}", "{\"label\": \"good\", \"score\": 1}")) {
            Cli cli = new Cli().with("OPENAI_API_KEY", "sk-test").with("OPENAI_BASE_URL", server.url());
            String file = mood("test \"a\" repeat 4 pass 2 {}\n");
            Cli.Ran ran = cli.run("test", file, "--live");
            assertThat(ran.code()).as(ran.err()).isZero();
            // The fourth could not change the verdict.
            assertThat(server.requests()).hasSize(3);
            assertThat(ran.err()).contains("\npass        " + file + ": a (2 of 3, ");
        }
    }

    @Test
    void aRateThatCannotBeToldIsInconclusive() throws IOException {
        String good = "{\n  reply '{\"label\": \"good\", \"score\": 1}'\n}\n";
        Cli.Ran ran = test(mood("test \"a\" repeat 20 rate 0.95 " + good));
        assertThat(ran.code()).isEqualTo(7);
        assertThat(ran.err()).contains("warning[P611]", "59 runs without a failure would", "warning[P610]");
        Cli.Ran enough = test(mood("test \"a\" repeat 59 rate 0.95 " + good));
        assertThat(enough.code()).isZero();
        assertThat(enough.err()).doesNotContain("warning").endsWith("1 test: 1 passed\n");
        assertThat(test(mood("test \"a\" repeat 58 rate 0.95 " + good)).code()).isEqualTo(7);
    }

    @Test
    void failedPicksUpWhatDidNotPassTheLastTime() throws IOException {
        Cli cli = new Cli().with("XDG_STATE_HOME", folder.resolve("state").toString());
        String good = "  reply '{\"label\": \"good\", \"score\": 1}'\n";
        String file = mood(
                "test \"one\" {\n" + good + "}\ntest \"two\" {\n  reply '{}'\n}\ntest \"three\" {\n" + good + "}\n");
        Cli.Ran nothing = cli.run("test", file, "--failed");
        assertThat(nothing.code()).isZero();
        assertThat(nothing.err()).isEqualTo("no test is left that did not pass the last time\n");
        assertThat(cli.run("test", file).code()).isEqualTo(1);
        assertThat(cli.run("test", file, "--failed", "--list").out()).isEqualTo(file + ": two\n");
        mood("test \"one\" {\n" + good + "}\ntest \"two\" {\n" + good + "}\ntest \"three\" {\n" + good + "}\n");
        assertThat(cli.run("test", file, "--failed").err()).endsWith("1 test: 1 passed\n");
        assertThat(cli.run("test", file, "--failed").err()).isEqualTo(nothing.err());
    }

    @Test
    void aRunThatIsKilledLeavesWhatItDidNotComeTo() throws IOException {
        Path state = folder.resolve("state");
        Cli cli = new Cli().with("XDG_STATE_HOME", state.toString());
        String file = mood("test \"one\" {\n  reply '{}'\n}\ntest \"two\" {\n  reply '{}'\n}\n");
        cli.run("test", file, "--fail-fast", "--jobs", "1");
        assertThat(cli.run("test", file, "--failed", "--list").out()).isEqualTo(file + ": one\n" + file + ": two\n");
    }

    /** So the XDG Base Directory Specification has it: a path that is relative is to be ignored. */
    @Test
    void aFolderForStateThatIsNoAbsolutePathIsIgnored() throws IOException {
        Path home = folder.resolve("home");
        Cli cli = new Cli().with("XDG_STATE_HOME", "state").with("HOME", home.toString());
        String file = mood("test \"one\" {\n  reply '{}'\n}\n");
        cli.run("test", file);
        assertThat(cli.run("test", file, "--failed", "--list").out()).isEqualTo(file + ": one\n");
        assertThat(home.resolve(".local/state/cuecard")).isDirectory();
        assertThat(Path.of("state")).doesNotExist();
    }
}
