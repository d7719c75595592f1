package dev.cuecard.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.cli.Cli;
import dev.cuecard.cli.Script;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A prompt file runs, and its JSON is validated. */
class MainJobTest {

    private static final String TRIAGE = """
            prompt triage

            model "gpt-6-luna"

            var ticket: string

            system "Reply with JSON."

            user ticket

            output json {
              urgency: number(1..5)
              team: "billing" | "support"
            }
            """;

    private static final String VALID = "{\"urgency\": 2, \"team\": \"support\"}";
    private static final String INVALID = "{\n  \"urgency\": \"high\",\n  \"team\": \"support\"\n}";

    @TempDir
    private Path folder;

    private String triage;

    @BeforeEach
    void write() throws IOException {
        triage = Files.writeString(folder.resolve("triage.prompt"), TRIAGE).toString();
    }

    private static Json json(String text) {
        JsonReading reading = JsonText.parse(new Source("stdout", text));
        assertThat(reading).as(text).isInstanceOf(JsonReading.Parsed.class);
        return ((JsonReading.Parsed) reading).document().value();
    }

    private static Json at(Json value, Object... path) {
        Json here = value;
        for (Object step : path) {
            here = step instanceof Integer index
                    ? ((Json.Arr) here).items().get(index)
                    : ((Json.Obj) here).get((String) step);
        }
        return here;
    }

    private static Cli against(Script server) {
        return new Cli().with("OPENAI_BASE_URL", server.url()).with("OPENAI_API_KEY", "sk-test-0123456789abcdef");
    }

    @Test
    void aValidReplyIsPrintedAlone() throws IOException {
        try (Script server = new Script(VALID)) {
            Cli.Ran ran = against(server).run("run", triage, "--var", "ticket=It is broken");
            assertThat(ran.err()).doesNotContain("error");
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).isEqualTo("{\n  \"urgency\": 2,\n  \"team\": \"support\"\n}\n");
        }
    }

    @Test
    void anInvalidReplyIsSentBackWithItsErrors() throws IOException {
        try (Script server = new Script(INVALID, VALID)) {
            Cli.Ran ran = against(server).run("run", triage, "--var", "ticket=It is broken", "--format", "envelope");
            assertThat(ran.code()).isZero();
            Json envelope = json(ran.out());
            assertThat(at(envelope, "outcome")).isEqualTo(Json.of("valid"));
            assertThat(at(envelope, "provider")).isEqualTo(Json.of("openai"));
            assertThat(at(envelope, "output")).isEqualTo(json(VALID));
            assertThat(((Json.Arr) at(envelope, "attempts")).items()).hasSize(2);
            assertThat(at(envelope, "attempts", 0, "outcome")).isEqualTo(Json.of("schema_violation"));
            assertThat(at(envelope, "attempts", 1, "outcome")).isEqualTo(Json.of("valid"));
            assertThat(at(envelope, "usage", "total_tokens")).isEqualTo(Json.of(30));

            Json again = json(server.requests().get(1));
            assertThat(((Json.Arr) at(again, "messages")).items()).hasSize(4);
            assertThat(at(again, "messages", 2, "role")).isEqualTo(Json.of("assistant"));
            assertThat(at(again, "messages", 2, "content")).isEqualTo(Json.of(INVALID));
            assertThat(at(again, "messages", 3, "role")).isEqualTo(Json.of("user"));
            assertThat(at(again, "messages", 3, "content").toString())
                    .contains("/urgency: expected a number from 1 to 5, got a string");
        }
    }

    @Test
    void aReplyThatStaysInvalidIsShownWithItsPlaceAndThatOfTheDeclaration() throws IOException {
        try (Script server = new Script(INVALID, INVALID)) {
            Cli.Ran ran = against(server).run("run", triage, "--var", "ticket=It is broken");
            assertThat(ran.code()).isEqualTo(4);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().replace(triage, "triage.prompt")).startsWith("""
                            error[P501]: the reply does not match its type at `/urgency`
                              --> reply from scripted-1:2:14
                               |
                             2 |   "urgency": "high",
                               |              ^^^^^^ expected a number from 1 to 5, got a string
                               |
                              ::: triage.prompt:12:12
                               |
                            12 |   urgency: number(1..5)
                               |            ------------ required by this declaration
                               |
                               = note: the other field is valid
                            """);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void readGivesTheSameVerdicts() throws IOException {
        Path reply = folder.resolve("reply.txt");
        Files.writeString(reply, INVALID);
        Cli.Ran bad = new Cli().run("read", triage, "--reply", reply.toString(), "--var", "ticket=x");
        assertThat(bad.code()).isEqualTo(4);
        assertThat(bad.out()).isEmpty();
        assertThat(bad.err()).contains("error[P501]: the reply does not match its type at `/urgency`");

        Cli.Ran good = new Cli().typing(VALID).run("read", triage, "--var", "ticket=x");
        assertThat(good.code()).isZero();
        assertThat(json(good.out())).isEqualTo(json(VALID));
    }

    @Test
    void withoutAKeyThereAreThreeWaysOn() {
        Cli.Ran ran = new Cli().run("run", triage, "--var", "ticket=x");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("OPENAI_API_KEY")
                .contains("OPENAI_BASE_URL")
                .contains("--model sim");
    }

    @Test
    void theSimulatorAnswersWhenItIsNamed() {
        Cli.Ran ran = new Cli().run("run", triage, "--var", "ticket=x", "--model", "sim", "--format", "envelope");
        assertThat(ran.code()).isZero();
        assertThat(at(json(ran.out()), "simulated")).isEqualTo(Json.of(true));
    }

    @Test
    void aMistakeInTheInputsIsAnEnvelopeToo() {
        Cli.Ran ran = new Cli().run("run", triage, "--model", "sim", "--format", "envelope");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(at(json(ran.out()), "outcome")).isEqualTo(Json.nil());
        assertThat(ran.err()).contains("error[P401]: missing 1 required input: `ticket`");
    }
}
