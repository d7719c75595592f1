package dev.cuecard.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.http.RawServer;
import dev.cuecard.cli.Cli;
import dev.cuecard.cli.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests go through the proxy of the environment, and the key does not go to the proxy. */
@Timeout(60)
class ProxyTest {

    private static final String KEY = "sk-proj-0123456789abcdefABCDEF";

    @TempDir
    private Path folder;

    private String prompt;

    @BeforeEach
    void write() throws IOException {
        prompt = Files.writeString(
                        folder.resolve("greet.prompt"), "prompt greet\n\nmodel \"gpt-6-luna\"\n\nuser \"Hello!\"\n")
                .toString();
    }

    private Cli.Ran run(RawServer proxy, String variable) {
        return new Cli()
                .with("OPENAI_API_KEY", KEY)
                .with("OPENAI_BASE_URL", "https://models.invalid/v1")
                .with(variable, "http://127.0.0.1:" + proxy.port())
                .run("run", prompt);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, HTTP/1.1 403 No, 1, does not connect to `models.invalid` (HTTP 403)",
        "https_proxy, HTTP/1.1 403 No, 1, does not connect to `models.invalid` (HTTP 403)",
        "HTTPS_PROXY, HTTP/1.1 407 No, 1, wants a user and a password",
    })
    void aProxyThatRefuses(String variable, String status, int calls, String message) throws Exception {
        try (RawServer proxy = new RawServer(connection -> {
            connection.readRequest();
            connection.send(status + "\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
        })) {
            Cli.Ran ran = run(proxy, variable);
            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.err()).startsWith("error[P720]: the proxy ").contains(message);
            assertThat(proxy.request())
                    .startsWith("CONNECT models.invalid:443 ")
                    .doesNotContain(KEY, "Authorization");
            assertThat(proxy.requestsLeft()).isEqualTo(calls - 1);
        }
    }

    @Test
    void whatIsSaidGoesThroughTheTunnelOnly() throws Exception {
        try (RawServer proxy = new RawServer(connection -> {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\n\r\nno TLS here");
        })) {
            Cli.Ran ran = run(proxy, "HTTPS_PROXY");
            assertThat(ran.err()).startsWith("error[P714]: no secure connection to `models.invalid`");
            assertThat(proxy.request()).startsWith("CONNECT models.invalid:443 ");
        }
    }

    @Test
    void noProxyGoesPastIt() throws Exception {
        try (RawServer proxy = RawServer.answering(403, "", "")) {
            Cli cli = new Cli()
                    .with("OPENAI_API_KEY", KEY)
                    .with("OPENAI_BASE_URL", "https://models.invalid/v1")
                    .with("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port())
                    .with("no_proxy", ".invalid");
            assertThat(cli.run("run", prompt).err()).startsWith("error[P712]: host not found: `models.invalid`");
            assertThat(proxy.requestsLeft()).isZero();
        }
    }

    @Test
    void thisMachineIsNeverAskedThroughAProxy() throws Exception {
        try (RawServer proxy = RawServer.answering(403, "", "");
                Script server = new Script("Hi!")) {
            Cli cli = new Cli()
                    .with("OPENAI_BASE_URL", server.url())
                    .with("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port())
                    .with("HTTP_PROXY", "http://127.0.0.1:" + proxy.port());
            assertThat(cli.run("run", prompt).out()).isEqualTo("Hi!\n");
            assertThat(proxy.requestsLeft()).isZero();
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() throws Exception {
        RawServer gone = RawServer.answering(403, "", "");
        gone.close();
        Cli cli =
                new Cli().with("OPENAI_API_KEY", KEY).with("HTTPS_PROXY", "http://ada:secret@127.0.0.1:" + gone.port());
        Cli.Ran ran = cli.run("run", prompt);
        assertThat(ran.err())
                .contains("it would go through the proxy `127.0.0.1:" + gone.port() + "`")
                .doesNotContain("secret", KEY);
    }
}
