package dev.cuecard.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.http.RawServer;
import dev.cuecard.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which provider answers, and which key it gets: a project never decides where a key goes. */
class ProvidersTest {

    private static final String KEY = "team-key-0123456789abcdef";
    private static final String OPENAI_KEY = "sk-proj-0123456789abcdefABCDEF";
    private static final String REPLY =
            "{\"choices\":[{\"message\":{\"content\":\"Hi!\"},\"finish_reason\":\"stop\"}],\"model\":\"small-1\","
                    + "\"usage\":{\"prompt_tokens\":1000000,\"completion_tokens\":1000000,\"total_tokens\":2000000}}";

    @TempDir
    private Path folder;

    private RawServer server;
    private String prompt;

    @BeforeEach
    void begin() throws IOException {
        server = RawServer.answering(200, "", REPLY);
        prompt = write("project/greet.prompt", "prompt greet\n\nmodel \"team/small\"\n\nuser \"Hello!\"\n")
                .toString();
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static String team(String url, String more) {
        return "{\"providers\": {\"team\": {\n  \"base_url\": \"" + url + "\"" + more + "\n}}}\n";
    }

    private String team(String more) {
        return team(server.baseUrl(), more);
    }

    private static final String TEAM_KEY = ",\n  \"key_env\": \"TEAM_KEY\"";

    private Cli cli() {
        return new Cli()
                .with("XDG_CONFIG_HOME", folder.resolve("config").toString())
                .with("TEAM_KEY", KEY)
                .with("OPENAI_API_KEY", OPENAI_KEY);
    }

    @Test
    void aProviderOfTheUserGetsItsKeyAndTheModelWithoutItsName() throws Exception {
        write("config/cuecard/cuecard.json", team(TEAM_KEY + ",\n  \"headers\": {\"X-Team\": \"search\"}"));
        Cli cli = cli().guarding("OPENAI_API_KEY");
        Cli.Ran ran = cli.run("run", prompt, "--format", "envelope");
        assertThat(ran.err()).doesNotContain("error");
        assertThat(ran.out())
                .contains("\"provider\": \"team\"", "\"requested_model\": \"team/small\"", "\"model\": \"small-1\"");
        assertThat(server.request())
                .contains("Authorization: Bearer " + KEY, "X-Team: search", "\"model\":\"small\"")
                .doesNotContain(OPENAI_KEY);
    }

    @Test
    void aNameWithASlashIsTheModelsUnlessAProviderIsConfigured() throws Exception {
        Cli.Ran ran = cli().with("OPENAI_BASE_URL", server.baseUrl()).run("run", prompt);
        assertThat(ran.code()).isZero();
        assertThat(server.request()).contains("Bearer " + OPENAI_KEY, "\"model\":\"team/small\"");
    }

    @Test
    void onlyTheFirstSlashCounts() throws Exception {
        write("config/cuecard/cuecard.json", team(TEAM_KEY));
        assertThat(cli().run("run", prompt, "--model", "team/org/large").code()).isZero();
        assertThat(server.request()).contains("\"model\":\"org/large\"");
    }

    @Test
    void factsAndPricesAreThoseOfTheWholeName() throws Exception {
        write(
                "project/cuecard.json",
                "{\"providers\": {\"team\": {\"base_url\": \"" + server.baseUrl() + "\"}},\n"
                        + "\"models\": {\"team/small\": {\"input_usd\": 0.25, \"output_usd\": 0.5}}}");
        Cli.Ran ran = cli().run("run", prompt, "--format", "envelope");
        assertThat(ran.out()).contains("\"cost_usd\": 0.75");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEAM_KEY", "OPENAI_API_KEY", "HOME", "GITHUB_TOKEN"})
    void aProjectNeverDecidesWhereAKeyGoes(String variable) throws IOException {
        write("project/cuecard.json", team(",\n  \"key_env\": \"" + variable + "\""));
        Cli cli = cli().with("GITHUB_TOKEN", "ghp_0123456789abcdef").with("HOME", "/home/someone");
        cli = variable.equals("HOME") ? cli : cli.guarding(variable);
        for (String[] command :
                new String[][] {{"run", prompt}, {"run", prompt, "--stream"}, {"run", prompt, "--format", "envelope"}
                }) {
            Cli.Ran ran = cli.run(command);
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err())
                    .startsWith("error[P707]: nobody allows the key `" + variable + "` to be sent to `127.0.0.1`")
                    .contains("cuecard.json:3:14")
                    .contains("help: if you trust that server: CUECARD_ALLOW_PROVIDER=team@127.0.0.1");
        }
        assertThat(server.requestsLeft()).isZero();
    }

    @Test
    void whatSendsNothingNeedsNoLeave() throws IOException {
        write("project/cuecard.json", team(TEAM_KEY));
        Cli cli = cli().guarding("TEAM_KEY").guarding("OPENAI_API_KEY");
        assertThat(cli.run("check", prompt).code()).isZero();
        assertThat(cli.run("render", prompt).out()).contains("\"model\": \"small\"");
        assertThat(cli.run("run", prompt, "--model", "sim").code()).isZero();
        assertThat(cli.run("render", prompt, "--format", "curl").err()).startsWith("error[P707]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team@127.0.0.1",
                "TEAM@x,team@127.0.0.1",
                "other@example.com, team@127.0.0.1",
                "other@example.com team@127.0.0.1:PORT",
            })
    void theOperatorCanAllowIt(String allowed) throws Exception {
        write("project/cuecard.json", team(TEAM_KEY));
        String list = allowed.replace("PORT", Integer.toString(server.port()));
        Cli.Ran ran = cli().with("CUECARD_ALLOW_PROVIDER", list).run("run", prompt);
        assertThat(ran.err()).doesNotContain("error");
        assertThat(server.request()).contains("Bearer " + KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"team@127.0.0.2", "Team@127.0.0.1", "tea@127.0.0.1", "team@127.0.0.1:1", "team@localhost"})
    void whatIsAllowedIsThatProviderAtThatHost(String allowed) throws IOException {
        write("project/cuecard.json", team(TEAM_KEY));
        Cli.Ran ran = cli().guarding("TEAM_KEY")
                .with("CUECARD_ALLOW_PROVIDER", allowed)
                .run("run", prompt);
        assertThat(ran.err()).startsWith("error[P707]");
        assertThat(server.requestsLeft()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"team", "team@", "@127.0.0.1", "team@http://127.0.0.1", "team@127.0.0.1;x@y", "*"})
    void whatIsNotUnderstoodAllowsNothing(String allowed) throws IOException {
        write("project/cuecard.json", team(TEAM_KEY));
        Cli cli = cli().guarding("TEAM_KEY").guarding("OPENAI_API_KEY").with("CUECARD_ALLOW_PROVIDER", allowed);
        assertThat(cli.run("run", prompt).err())
                .startsWith("error[P709]: `" + allowed + "` in `CUECARD_ALLOW_PROVIDER` names no provider and host");
        assertThat(cli.run("run", prompt, "--model", "gpt-6-luna").err()).startsWith("error[P709]");
        assertThat(server.requestsLeft()).isZero();
    }

    @Test
    void aProjectThatMovesTheUsersProviderGetsNoKeyOfIt() throws IOException {
        write("config/cuecard/cuecard.json", team("https://models.example/v1", TEAM_KEY));
        write("project/cuecard.json", team(TEAM_KEY));
        Cli.Ran ran = cli().guarding("TEAM_KEY").run("run", prompt);
        assertThat(ran.err()).startsWith("error[P707]").contains("this key may go to `models.example`");
        assertThat(server.requestsLeft()).isZero();
    }

    @Test
    void aProjectThatMovesItWithoutAKeyGetsNone() throws Exception {
        write("config/cuecard/cuecard.json", team("https://models.example/v1", TEAM_KEY));
        write("project/cuecard.json", team(""));
        Cli cli = cli().guarding("TEAM_KEY").guarding("OPENAI_API_KEY");
        assertThat(cli.run("run", prompt).code()).isZero();
        assertThat(server.request()).doesNotContain("Authorization", KEY, OPENAI_KEY);
    }

    @Test
    void aProjectThatMovesTheBuiltInProviderGetsNoKeyOfIt() throws IOException {
        write(
                "project/cuecard.json",
                team(",\n  \"key_env\": \"OPENAI_API_KEY\"").replace("\"team\"", "\"openai\""));
        Cli.Ran ran = cli().guarding("OPENAI_API_KEY").run("run", prompt, "--model", "openai/gpt-6-luna");
        assertThat(ran.err()).startsWith("error[P707]").contains("this key may go to `api.openai.com`");
        assertThat(server.requestsLeft()).isZero();
    }

    @Test
    void aKeyMayGoWhereTheUserOrTheOperatorSendsItAnyway() throws Exception {
        write("project/cuecard.json", team(",\n  \"key_env\": \"OPENAI_API_KEY\""));
        Cli operator = cli().with("OPENAI_BASE_URL", "http://127.0.0.1:1/v1");
        assertThat(operator.run("run", prompt).code()).isZero();
        assertThat(server.request()).contains("Bearer " + OPENAI_KEY);
        write("config/cuecard/cuecard.json", team(TEAM_KEY).replace("\"team\"", "\"mine\""));
        write("project/cuecard.json", team(TEAM_KEY));
        assertThat(cli().run("run", prompt).code()).isZero();
        assertThat(server.request()).contains("Bearer " + KEY);
    }

    @Test
    void plainHttpToAnotherMachineIsRefusedUnlessAllowed() throws IOException {
        write("config/cuecard/cuecard.json", team("http://models.invalid/v1", TEAM_KEY));
        Cli.Ran refused = cli().guarding("TEAM_KEY").run("run", prompt);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("error[P703]: the base URL `http://models.invalid/v1` is plain http to another machine")
                .contains("cuecard.json:2:15", "CUECARD_ALLOW_PROVIDER=team@models.invalid");
        Cli.Ran allowed =
                cli().with("CUECARD_ALLOW_PROVIDER", "team@models.invalid").run("run", prompt);
        assertThat(allowed.err()).startsWith("error[P712]: host not found: `models.invalid`");
        Cli builtIn = cli().with("OPENAI_BASE_URL", "http://models.invalid/v1");
        assertThat(builtIn.run("run", prompt, "--model", "m").err()).startsWith("error[P703]");
        builtIn.with("CUECARD_ALLOW_PROVIDER", "openai@models.invalid");
        assertThat(builtIn.run("run", prompt, "--model", "m").err()).startsWith("error[P712]");
    }

    @Test
    void aKeyThatIsNotSetIsMissedBeyondThisMachine() throws Exception {
        write("config/cuecard/cuecard.json", team("https://models.example/v1", TEAM_KEY));
        Cli without = new Cli().with("XDG_CONFIG_HOME", folder.resolve("config").toString());
        Cli.Ran ran = without.run("run", prompt);
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("error[P701]: no API key for the provider `team`")
                .contains("`TEAM_KEY`");
        write("config/cuecard/cuecard.json", team(TEAM_KEY));
        assertThat(without.run("run", prompt).code()).isZero();
        assertThat(server.request()).doesNotContain("Authorization");
    }

    @Test
    void eachOfSeveralProvidersGetsItsOwnKeyOnly() throws Exception {
        try (RawServer other = RawServer.answering(200, "", REPLY)) {
            write(
                    "config/cuecard/cuecard.json",
                    "{\"providers\": {\"team\": {\"base_url\": \"" + server.baseUrl()
                            + "\", \"key_env\": \"TEAM_KEY\"}, \"other\": {\"base_url\": \"" + other.baseUrl()
                            + "\", \"key_env\": \"OTHER_KEY\"}}}");
            write(
                    "project/greet.prompt",
                    "prompt greet\n\nmodel \"team/small\"\n\nuser \"Hello!\"\n\ntest \"t\" {\n  expect outcome == \"valid\"\n}\n");
            Cli.Ran ran = cli().with("OTHER_KEY", "other-key-0123456789")
                    .run("test", prompt, "--live", "--model", "team/small", "--model", "other/large");
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(server.request())
                    .contains("Bearer " + KEY, "\"model\":\"small\"")
                    .doesNotContain("other-key");
            assertThat(other.request())
                    .contains("Bearer other-key-0123456789", "\"model\":\"large\"")
                    .doesNotContain(KEY);
        }
    }

    @Test
    void curlNamesThePlaceAndTheVariableOfTheProvider() throws IOException {
        write(
                "config/cuecard/cuecard.json",
                team(
                        "https://models.example/v1/$(id)",
                        TEAM_KEY + ",\n  \"headers\": {\"X-Team\": \"it's\", \"X-Api-Key\": \"secret\"}"));
        Cli.Ran ran = cli().guarding("TEAM_KEY").run("render", prompt, "--format", "curl");
        assertThat(ran.out()).startsWith("""
                curl -sS 'https://models.example/v1/$(id)/chat/completions' \\
                  -H "Authorization: Bearer $TEAM_KEY" \\
                  -H 'X-Team: it'\\''s' \\
                  -H 'X-Api-Key: ***' \\
                  -H "Content-Type: application/json" \\
                """).contains("\"model\": \"small\"");
    }
}
