package dev.cuecard.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.cuecard.cli.Cli;
import dev.cuecard.cli.Script;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.sim.SimOptions;
import dev.cuecard.sim.SimServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {

    private static final String HELLO =
            "{\"model\":\"gpt-3.5-turbo-1106\",\"messages\":[{\"role\":\"system\",\"content\":"
                    + "\"You are an assistant.\"},{\"role\":\"user\",\"content\":\"Hello!\"}]}";

    @TempDir
    private Path folder;

    private static Json json(String text) {
        return ((JsonReading.Parsed) JsonText.parse(new Source("text", text)))
                .document()
                .value();
    }

    @Test
    void helloIsExactlyTheTutorials() {
        Cli.Ran ran = new Cli().run("render", "prompts/hello.prompt");
        assertThat(ran.code()).isZero();
        assertThat(json(ran.out())).isEqualTo(json(HELLO));
    }

    @Test
    void helloJsonAsksForJsonMode() {
        Cli.Ran ran = new Cli().run("render", "prompts/hello-json.prompt");
        String expected = HELLO.replace("You are an assistant.", "You are an assistant, and you only reply with JSON.");
        expected = expected.substring(0, expected.length() - 1) + ",\"response_format\":{\"type\":\"json_object\"}}";
        assertThat(json(ran.out())).isEqualTo(json(expected));
    }

    @Test
    void theCurlCommandIsAnsweredWhenItIsPasted() throws Exception {
        Cli.Ran ran = new Cli()
                .run(
                        "render",
                        "prompts/sentiment.prompt",
                        "--var",
                        "review=It's \"fine\" $HOME `id`",
                        "--format",
                        "curl");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("$OPENAI_API_KEY");
        Path out = folder.resolve("out");
        try (SimServer server = SimServer.start(SimOptions.defaults())) {
            ProcessBuilder shell = new ProcessBuilder("sh", "-c", ran.out())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            shell.environment().put("OPENAI_BASE_URL", server.baseUri().toString());
            shell.environment().put("OPENAI_API_KEY", "sk-test");
            shell.environment().put("no_proxy", "127.0.0.1");
            Process process = shell.start();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            String answer = Files.readString(out, StandardCharsets.UTF_8);
            assumeFalse(answer.contains("curl: not found"), "curl is not installed");
            assertThat(((Json.Obj) json(answer)).get("object")).isEqualTo(Json.of("chat.completion"));
        }
    }

    @Test
    void jsonModeWithoutTheWordIsRefusedBeforeAnythingIsSent() throws Exception {
        String file = Files.writeString(folder.resolve("a.prompt"), """
                prompt a

                model "gpt-6-luna"

                user "Give me an object."

                output json { a: string }
                """).toString();
        try (Script server = new Script("{\"a\": \"b\"}")) {
            Cli.Ran ran = new Cli()
                    .with("OPENAI_BASE_URL", server.url())
                    .with("OPENAI_API_KEY", "sk-test")
                    .run("run", file);
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err()).startsWith("error[P301]: JSON mode is on, but no message mentions JSON");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void thatOnlyAValueCanBringTheWordIsToldOnce() throws Exception {
        String file = Files.writeString(folder.resolve("b.prompt"), """
                prompt b

                model "gpt-6-luna"

                var task: string

                user task

                output json { a: string }
                """).toString();
        assertThat(new Cli().run("check", file).err()).startsWith("warning[P302]:");

        Cli.Ran without = new Cli().run("render", file, "--var", "task=Count to three.");
        assertThat(without.code()).isEqualTo(1);
        assertThat(without.err()).startsWith("error[P301]:").doesNotContain("P302");

        Cli.Ran with = new Cli().run("render", file, "--var", "task=Count to three, as JSON.");
        assertThat(with.code()).isZero();
        assertThat(with.err()).isEmpty();
    }

    @Test
    void theTranscriptIsForPeople() {
        Cli.Ran ran = new Cli().run("render", "prompts/hello.prompt", "--format", "text");
        assertThat(ran.out()).isEqualTo("""
                        model: gpt-3.5-turbo-1106

                        --- system -------------------------------------------------
                        You are an assistant.

                        --- user ---------------------------------------------------
                        Hello!
                        """);
    }
}
