package dev.cuecard.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.cli.Cli;
import dev.cuecard.cli.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings: made once, answered from strictly, never silently wrong. */
class RecordingTest {

    private static final String GOOD = "{\"label\": \"good\", \"score\": 1}";
    private static final String MOOD = """
            prompt mood
            model "gpt-6-luna"
            var text: untrusted string = "Best purchase of the year!"
            system "How does this sound? Reply with JSON: {{ shape() }}"
            user text
            output json { label: "good" | "bad", score: number(0..1) }
            test "a happy customer" {
              expect output.label == "good"
            }
            """;

    @TempDir
    private Path folder;

    private Path file;

    private String mood(String text) throws IOException {
        file = Files.writeString(folder.resolve("mood.prompt"), text);
        return file.toString();
    }

    private static Cli cli(Script server) {
        return new Cli().with("OPENAI_API_KEY", "sk-test-0123456789abcdef").with("OPENAI_BASE_URL", server.url());
    }

    /** Records with these replies, and gives the requests that were made. */
    private List<String> record(String prompt, String option, String... replies) throws IOException {
        try (Script server = new Script(replies)) {
            Cli.Ran ran = cli(server).run("test", prompt, option);
            assertThat(ran.code()).as(ran.err()).isZero();
            return List.copyOf(server.requests());
        }
    }

    private List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("recordings"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Path recording() throws IOException {
        List<Path> all = recordings();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** Runs without a key and with a server that must not be asked. */
    private static Cli.Ran replay(String command, String prompt, String... options) throws IOException {
        try (Script server = new Script(GOOD)) {
            String[] all = Stream.concat(Stream.of(command, prompt), Stream.of(options))
                    .toArray(String[]::new);
            Cli.Ran ran = cli(server).run(all);
            assertThat(server.requests()).isEmpty();
            return ran;
        }
    }

    @Test
    void whatIsRecordedIsAnsweredFromWithoutACall() throws IOException {
        String prompt = mood(MOOD);
        assertThat(record(prompt, "--record", GOOD)).hasSize(1);
        assertThat(folder.relativize(recording()).toString())
                .matches("recordings/mood-[0-9a-f]{6}/a-happy-customer-[0-9a-f]{6}\\.json");
        Cli.Ran ran = replay("test", prompt);
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).isEqualTo("pass        " + prompt + ": a happy customer\n1 test: 1 passed\n");
        assertThat(replay("check", prompt).code()).isZero();
    }

    @Test
    void recordingAgainAsksOnlyForWhatIsMissingOrStale() throws IOException {
        String prompt = mood(MOOD);
        record(prompt, "--record", GOOD);
        String before = Files.readString(recording());
        assertThat(record(prompt, "--record")).isEmpty();
        assertThat(Files.readString(recording())).isEqualTo(before);
        assertThat(record(prompt, "--record=all", GOOD.replace("1", "0.5"))).hasSize(1);
        assertThat(Files.readString(recording())).contains("0.5").isNotEqualTo(before);
        mood(MOOD.replace("How does", "In what way does"));
        assertThat(record(prompt, "--record", GOOD)).hasSize(1);
        // The request of before is gone: no test makes it any more.
        assertThat(Files.readString(recording())).contains("In what way").doesNotContain("How does");
    }

    @Test
    void aRewordedPromptMakesTheTestStaleAndTheReportSaysWhere() throws IOException {
        String prompt = mood(MOOD);
        record(prompt, "--record", GOOD);
        mood(MOOD.replace("this sound", "this review sound"));
        Cli.Ran ran = replay("test", prompt);
        assertThat(ran.code()).isEqualTo(6);
        assertThat(ran.err())
                .contains("error[P603]: the recording of `a happy customer` is stale", "`messages[0].content`")
                .contains("mood.prompt:4:23\n")
                .contains("^^^^^^ ")
                .contains("recorded: `How does this sound?")
                .contains("now: `How does this review sound?")
                .contains("cuecard test " + prompt + " --record");
        Cli.Ran warned = replay("test", prompt, "--stale", "warn");
        assertThat(warned.code()).isZero();
        assertThat(warned.err()).contains("warning[P603]").endsWith("1 test: 1 not run\n");
    }

    @Test
    void aChangedSettingIsNamedToo() throws IOException {
        String prompt = mood(MOOD);
        record(prompt, "--record", GOOD);
        mood(MOOD.replace("\"gpt-6-luna\"", "\"gpt-6-luna\" { max_completion_tokens = 300 }"));
        assertThat(replay("test", prompt).err())
                .contains("has changed at `max_completion_tokens`", "mood.prompt:2:22\n", "recorded: nothing");
    }

    @Test
    void aNarrowedTypeIsFoundByCheckInTheRecordedReply() throws IOException {
        String prompt = mood(MOOD);
        record(prompt, "--record", GOOD);
        mood(MOOD.replace("number(0..1)", "number(0..0.5)"));
        Cli.Ran ran = replay("check", prompt);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .contains("error[P501]: the reply does not match its type at `/score`")
                .contains("--> reply 1 in " + recording() + ":1:28\n")
                .contains("{\"label\": \"good\", \"score\": 1}")
                .contains("::: " + prompt + ":6:")
                .contains("required by this declaration");
    }

    @Test
    void checkHoldsRecordedRepliesToTheConditionsOfToday() throws IOException {
        String prompt = mood(MOOD);
        record(prompt, "--record", GOOD);
        mood(MOOD + "ensure output.score < 0.9 : \"nobody is that happy\"\n");
        Cli.Ran ran = replay("check", prompt);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("error[P503]", "nobody is that happy");
    }

    @Test
    void whatIsNotAsItWasWrittenIsNotUsed() throws IOException {
        String prompt = mood(MOOD);
        record(prompt, "--record", GOOD);
        String whole = Files.readString(recording());
        List<String> damaged = List.of(
                whole.substring(0, whole.length() / 2),
                "<<<<<<< HEAD\n" + whole,
                whole.replace("\\\"score\\\": 1", "\\\"score\\\": 0"),
                whole.replace("\"latency_ms\"", "\"latency\""),
                whole.replace("\"calls\"", "\"call\""),
                "");
        for (String text : damaged) {
            Files.writeString(recording(), text);
            for (String option : List.of("--stale=fail", "--record")) {
                Cli.Ran ran = replay("test", prompt, option);
                assertThat(ran.code()).as(ran.err()).isEqualTo(6);
                assertThat(ran.err()).contains("error[P604]", "--> " + recording() + ":");
            }
            assertThat(replay("check", prompt).err()).contains("error[P604]");
        }
        Files.writeString(recording(), whole.replace("\"recording\": 1", "\"recording\": 2"));
        assertThat(replay("test", prompt).code()).isEqualTo(6);
        assertThat(replay("test", prompt).err()).contains("error[P605]", recording() + ":2:16\n");
        Files.writeString(recording(), whole.replace("\n", "\r\n"));
        assertThat(replay("test", prompt).code())
                .as("blanks between members are nobody's")
                .isZero();
    }

    @Test
    void eachRunHasItsReply() throws IOException {
        String prompt = mood(MOOD.replace("customer\" {", "customer\" repeat 3 pass 2 {"));
        assertThat(record(prompt, "--record", GOOD, "{}", GOOD)).hasSize(3);
        assertThat(replay("test", prompt).err()).contains("(2 of 3, ");
        mood(MOOD.replace("customer\" {", "customer\" repeat 4 {"));
        assertThat(replay("test", prompt).err()).contains("(1 of 2, ");
    }

    @Test
    void aRunThatIsNotRecordedIsMissing() throws IOException {
        String prompt = mood(MOOD);
        record(prompt, "--record", GOOD);
        Cli.Ran ran = replay("test", prompt, "--repeat", "2");
        assertThat(ran.code()).isEqualTo(6);
        assertThat(ran.err()).contains("has no recorded reply for run 2", "1 run is recorded");
    }

    @Test
    void recordingsOfNoTestAreTold() throws IOException {
        String prompt = mood(MOOD);
        record(prompt, "--record", GOOD);
        mood(MOOD.replace("a happy customer", "a glad customer"));
        Cli.Ran ran = replay("test", prompt);
        assertThat(ran.code()).isEqualTo(6);
        assertThat(ran.err()).contains("error[P602]", "warning[P606]: unused recording: `");
    }

    @Test
    void callsOfARecordingThatNoTestMakesAreToldAndDropped() throws IOException {
        String prompt = mood(MOOD);
        try (Script server = new Script("Good!", GOOD)) {
            assertThat(cli(server)
                            .run("test", prompt, "--record", "--reask", "1")
                            .code())
                    .isZero();
        }
        assertThat(replay("test", prompt, "--reask", "1").err()).doesNotContain("P606");
        // An invalid reply that is not sent back.
        Cli.Ran ran = replay("test", prompt);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err())
                .contains("warning[P606]: unused in a recording: 1 of the 2 calls of `", "a-happy-customer-")
                .contains(
                        "the test `a happy customer` does not make them any more",
                        "cuecard test " + prompt + " --record");
        // Another test alone says nothing of it.
        mood(MOOD + "test \"a sad one\" { reply '{\"label\": \"bad\", \"score\": 0}' }\n");
        assertThat(replay("test", prompt, "--filter", "sad").err()).doesNotContain("P606");
        // Nor does a stale one, which is told as that.
        mood(MOOD.replace("How does", "In what way does"));
        assertThat(replay("test", prompt).err()).contains("P603").doesNotContain("P606");
        mood(MOOD);
        try (Script server = new Script()) {
            assertThat(cli(server).run("test", prompt, "--record").code()).isEqualTo(1);
        }
        assertThat(replay("test", prompt).err()).doesNotContain("P606");
    }

    @Test
    void ofTheSimulatorNothingIsRecordedAndThatIsSaid() throws IOException {
        String prompt = mood(MOOD);
        try (Script server = new Script(GOOD)) {
            Cli.Ran ran = cli(server).run("test", prompt, "--record", "--model", "sim");
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.err())
                    .contains(
                            "note: of 1 test nothing is recorded: the simulator answered, and gives the same again\n");
            assertThat(server.requests()).isEmpty();
            assertThat(folder.resolve("recordings")).doesNotExist();
            // Beside it another model is recorded.
            assertThat(cli(server)
                            .run("test", prompt, "--record", "--model", "sim", "--model", "gpt-6-luna")
                            .err())
                    .contains("note: of 1 test nothing is recorded");
            assertThat(recordings()).hasSize(1);
            assertThat(cli(server).run("test", prompt, "--model", "sim").err()).doesNotContain("note:");
        }
    }

    @Test
    void whatOnlySparedRunsHaveAskedForIsKept() throws IOException {
        String prompt = mood(MOOD.replace("customer\" {", "customer\" repeat 2 pass 1 {"));
        try (Script server = new Script(GOOD, "Good!", GOOD)) {
            assertThat(cli(server)
                            .run("test", prompt, "--record", "--reask", "1", "--rate", "0.1", "--jobs", "1")
                            .code())
                    .isZero();
        }
        String before = Files.readString(recording());
        assertThat(before).contains("Good!");
        // One pass is enough now: the second run, which was sent back, is spared.
        assertThat(replay("test", prompt, "--reask", "1").err())
                .contains("1 passed")
                .doesNotContain("P606");
        assertThat(record(prompt, "--record")).isEmpty();
        assertThat(Files.readString(recording())).isEqualTo(before);
    }

    @Test
    void noKeyIsEverWrittenAndWhatTheProjectNamesNeither() throws IOException {
        Files.writeString(folder.resolve("cuecard.json"), "{\"redact\": [\"\\\\b\\\\d{16}\\\\b\"]}");
        String prompt = mood(MOOD.replace("Best purchase", "4111111111111111 sk-proj-\" + \"abcdefghij0123456789ABCD"));
        record(prompt, "--record", GOOD.replace("{", "{ "));
        String text = Files.readString(recording());
        assertThat(text)
                .doesNotContain("sk-test-0123456789abcdef", "sk-proj-abcdefghij0123456789ABCD", "4111111111111111")
                .doesNotContainIgnoringCase("authorization")
                .contains("[redacted]");
        assertThat(replay("test", prompt).code()).isZero();
    }

    @Test
    void nothingIsAskedThatCouldNotBeKept() throws IOException {
        String prompt = mood(MOOD);
        Files.writeString(folder.resolve("recordings"), "in the way");
        Cli.Ran ran = replay("test", prompt, "--record");
        assertThat(ran.code()).isEqualTo(6);
        assertThat(ran.err()).contains("error[P612]");
    }

    @Test
    void theFilesAreWholeAndAlone() throws IOException {
        String prompt = mood(MOOD.replace("customer\" {", "customer\" repeat 3 {"));
        record(prompt, "--record", GOOD, GOOD, GOOD);
        assertThat(recordings()).hasSize(1);
        assertThat(Files.readString(recording()))
                .startsWith("{\n  \"recording\": 1,\n")
                .endsWith("}\n");
    }
}
