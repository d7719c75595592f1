package dev.cuecard.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.PromptEngine;
import dev.cuecard.cli.Cli;
import dev.cuecard.cli.Script;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.sim.Known;
import dev.cuecard.sim.SimOptions;
import dev.cuecard.sim.SimServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stubs stand for the code of tools: in tests, in runs, in recordings. */
class ToolStubsTest {

    private static final String ASSISTANT = "prompts/personal-assistant.prompt";
    private static final String UMBRELLA = "an umbrella for the dentist";

    private static final String TRIP = """
            prompt trip
            model "gpt-6-luna" { reasoning_effort = "none" }
            /// The weather of a town.
            tool weather(town: string): { celsius: number(-90..60) }
            var question = "Do I need a coat in Oslo or in Rome?"
            user question
            output text
            test "two towns" {
              stub weather = { celsius: -4 }
              stub weather = { celsius: 20 }
              expect output == "In Oslo."
            }
            """;

    @TempDir
    private Path folder;

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static Cli.Ran ran(Script server, String... arguments) {
        return new Cli()
                .with("OPENAI_API_KEY", "sk-test-0123456789abcdef")
                .with("OPENAI_BASE_URL", server.url())
                .run(arguments);
    }

    private static Json.Obj parsed(String text) {
        return (Json.Obj) ((JsonReading.Parsed) JsonText.parse(new Source("out", text)))
                .document()
                .value();
    }

    private static Json at(Json json, Object... path) {
        Json at = json;
        for (Object step : path) {
            at = step instanceof Integer index
                    ? ((Json.Arr) at).items().get(index)
                    : ((Json.Obj) at).members().get(step);
        }
        return at;
    }

    @Test
    void theSimulatorGoesThroughTheToolsThatATestStubs() {
        Cli.Ran ran = new Cli().run("run", ASSISTANT, "--test", UMBRELLA, "--model", "sim", "--format", "envelope");
        assertThat(ran.code()).as(ran.err()).isZero();
        Json.Obj envelope = parsed(ran.out());
        assertThat(((Json.Arr) envelope.members().get("tool_calls")).items())
                .extracting(call -> at(call, "name") + " " + at(call, "outcome") + " " + at(call, "result"))
                .containsExactly(
                        "\"calendar\" \"answered\" [{\"title\":\"Dentist\",\"day\":\"2026-11-25\",\"start\":\"09:30\"}]",
                        "\"weather\" \"answered\" {\"celsius\":4,\"sky\":\"rain\"}");
        assertThat(((Json.Arr) envelope.members().get("attempts")).items()).hasSize(3);
        assertThat(ran.err()).contains("note: the model calls weather with `{\"town\":");
    }

    @Test
    void theSimulatorAsAServerCallsAllThatAreSent() throws IOException {
        String stubs = write("stubs.json", """
                {"calendar": [], "weather": {"celsius": 4, "sky": "rain"}, "add_event": true}""");
        try (PromptEngine engine = PromptEngine.builder().build();
                SimServer server = SimServer.start(SimOptions.defaults()
                        .withKnown(
                                List.of(Known.of(engine.load(Path.of(ASSISTANT)).checked()))))) {
            for (String streaming : List.of("--reask=0", "--stream")) {
                Cli.Ran ran = new Cli()
                        .with("OPENAI_API_KEY", "sk-test-0123456789abcdef")
                        .with("OPENAI_BASE_URL", server.baseUri().toString())
                        .run(
                                "run",
                                ASSISTANT,
                                "--var",
                                "today=2026-11-24",
                                "--var",
                                "request=Hello",
                                "--stub",
                                stubs,
                                "--format",
                                "envelope",
                                streaming);
                assertThat(ran.code()).as(ran.err()).isZero();
                Json.Obj envelope = parsed(ran.out());
                assertThat(at(envelope, "simulated")).isEqualTo(Json.of(true));
                assertThat(((Json.Arr) envelope.members().get("tool_calls")).items())
                        .extracting(call -> at(call, "name") + " " + at(call, "outcome"))
                        .containsExactly(
                                "\"calendar\" \"answered\"", "\"weather\" \"answered\"", "\"add_event\" \"answered\"");
            }
        }
    }

    @Test
    void withoutStubsTheSimulatorCallsNothing() {
        Cli.Ran ran = new Cli()
                .run("run", ASSISTANT, "--var", "today=2026-11-24", "--var", "request=Hello", "--model", "sim");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).doesNotContain("the model calls").contains("1 attempt");
    }

    @Test
    void testsOnTheSimulatorGoThroughTheLoopToo() throws IOException {
        String prompt = write("trip.prompt", TRIP);
        Cli.Ran ran = new Cli().run("test", prompt, "--model", "sim", "--report", "json=" + folder.resolve("r.json"));
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("1 passed");
    }

    @Test
    void aFileOfStubsHoldsResultsOrListsOfThem() throws IOException {
        String prompt = write("trip.prompt", TRIP);
        String stubs = write("stubs.json", "{\"weather\": [{\"celsius\": -4}, {\"celsius\": 20}]}");
        try (Script server = new Script(
                "call:weather {\"town\": \"Oslo\"}",
                "call:weather {\"town\": \"Rome\"}",
                "call:weather {\"town\": \"Bern\"}",
                "In Oslo.")) {
            Cli.Ran ran = ran(server, "run", prompt, "--stub", stubs);
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.out()).isEqualTo("In Oslo.\n");
            Json messages = at(parsed(server.requests().get(3)), "messages");
            assertThat(Stream.of(2, 4, 6).map(i -> at(messages, i, "content").toString()))
                    .containsExactly(
                            "\"{\\\"celsius\\\":-4}\"", "\"{\\\"celsius\\\":20}\"", "\"{\\\"celsius\\\":20}\"");
        }
    }

    @Test
    void aStubOfAListIsOneResult() throws IOException {
        String stubs = write("stubs.json", "{\"calendar\": [], \"weather\": {\"celsius\": 4, \"sky\": \"rain\"}}");
        try (Script server = new Script("call:calendar {\"day\": \"2026-11-25\"}", "Nothing.")) {
            Cli.Ran ran =
                    ran(server, "run", ASSISTANT, "--var", "today=2026-11-24", "--var", "request=Hi", "--stub", stubs);
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.err()).contains("which gives `[]`");
        }
    }

    @Test
    void streamedTextBeforeACallStandsOnLinesOfItsOwn() throws IOException {
        String prompt = write("trip.prompt", TRIP);
        Cli.Ran ran = new Cli().run("run", prompt, "--stream", "--model", "sim", "--test", "two towns");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).isNotBlank().endsWith("\n");
        assertThat(ran.err()).contains("note: the model calls weather with");
    }

    @Test
    void aConversationWithToolsIsRecordedInItsOrderAndReplayedWithoutACall() throws IOException {
        String prompt = write("trip.prompt", TRIP);
        try (Script server =
                new Script("call:weather {\"town\": \"Oslo\"}", "call:weather {\"town\": \"Rome\"}", "In Oslo.")) {
            Cli.Ran ran = ran(server, "test", prompt, "--record");
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(server.requests()).hasSize(3);
        }
        Json calls = parsed(Files.readString(recording())).members().get("calls");
        assertThat(Stream.of(0, 1, 2)
                        .map(i -> ((Json.Arr) at(calls, i, "request", "messages"))
                                .items()
                                .size()))
                .containsExactly(1, 3, 5);
        try (Script server = new Script()) {
            Cli.Ran ran = ran(server, "test", prompt);
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran(server, "check", prompt).code()).isZero();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void anotherStubMakesTheRecordingStaleAtItsLine() throws IOException {
        String prompt = write("trip.prompt", TRIP);
        try (Script server = new Script("call:weather {\"town\": \"Oslo\"}", "In Oslo.")) {
            assertThat(ran(server, "test", prompt, "--record").code()).isZero();
        }
        write("trip.prompt", TRIP.replace("celsius: -4", "celsius: -14"));
        try (Script server = new Script()) {
            Cli.Ran ran = ran(server, "test", prompt);
            assertThat(ran.code()).as(ran.err()).isEqualTo(6);
            assertThat(ran.err())
                    .contains(
                            "is stale: the request has changed at `messages[2].content`",
                            "trip.prompt:9:18",
                            "`messages[2].content` is what this stub gives",
                            "recorded: `{\"celsius\":-4}`");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void ofSeveralStubsTheOneThatAnsweredIsShown() throws IOException {
        String prompt = write("trip.prompt", TRIP);
        try (Script server = new Script(
                "call:weather {\"town\": \"Oslo\"}",
                // Answered by no stub.
                "call:weather {\"city\": \"Rome\"}",
                "call:weather {\"town\": \"Rome\"}",
                "call:weather {\"town\": \"Bern\"}",
                "In Oslo.")) {
            assertThat(ran(server, "test", prompt, "--record").code()).isZero();
        }
        write("trip.prompt", TRIP.replace("celsius: 20", "celsius: 21"));
        try (Script server = new Script()) {
            Cli.Ran ran = ran(server, "test", prompt);
            assertThat(ran.code()).as(ran.err()).isEqualTo(6);
            assertThat(ran.err())
                    .contains(
                            "the request has changed at `messages[6].content`",
                            "trip.prompt:10:18",
                            "now: `{\"celsius\":21}`");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aShorterConversationLeavesCallsUnused() throws IOException {
        String prompt = write("trip.prompt", TRIP);
        try (Script server =
                new Script("call:weather {\"town\": \"Oslo\"}", "call:weather {\"town\": \"Rome\"}", "In Oslo.")) {
            assertThat(ran(server, "test", prompt, "--record").code()).isZero();
        }
        write("trip.prompt", TRIP.replace("  stub weather = { celsius: -4 }\n  stub weather = { celsius: 20 }\n", ""));
        try (Script server = new Script()) {
            Cli.Ran ran = ran(server, "test", prompt);
            assertThat(ran.code()).as(ran.err()).isEqualTo(1);
            assertThat(ran.err()).contains("warning[P606]: unused in a recording: 2 of the 3 calls of `");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void whatIsRedactedStandsInNoCallOfATool() throws IOException {
        write("cuecard.json", "{\"redact\": [\"\\\\b\\\\d{16}\\\\b\", \"Mrs [A-Z][a-z]+\"]}");
        String prompt = write(
                "trip.prompt",
                TRIP.replace("town: string): { celsius: number(-90..60) }", "town: string, card: any): any")
                        .replace("{ celsius: -4 }", "\"for Mrs Smith, 1234567812345678\""));
        String key = "sk-" + "proj-" + "0123456789abcdefghijklmnopqrstuv";
        try (Script server = new Script(
                "call:weather {\"town\": \"of Mrs Smith\", \"card\": [1234567812345678, \"" + key + "\"]}",
                "call:weather {\"town\": \"of Mrs Smith\", \"card\": ",
                "In Oslo.")) {
            Cli.Ran ran = ran(server, "test", prompt, "--record");
            assertThat(ran.code()).as(ran.err()).isZero();
        }
        assertThat(Files.readString(recording()))
                .doesNotContain("Smith", "1234567812345678", key)
                .contains("{\\\"town\\\":\\\"of [redacted]\\\",\\\"card\\\":[\\\"[redacted]\\\",");
        try (Script server = new Script()) {
            assertThat(ran(server, "test", prompt).code()).isZero();
            assertThat(server.requests()).isEmpty();
        }
    }

    private Path recording() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("recordings"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
