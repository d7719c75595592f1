package dev.cuecard.chat.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.Fault;
import dev.cuecard.diagnostic.Code;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that do not come about, that break, that never end, and that speak something else. */
@Timeout(60)
class BrokenConnectionTest extends OneExchange {

    @Test
    void connectionRefused() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            port = free.getLocalPort();
        }
        ChatOutcome outcome = outcome(provider("http://127.0.0.1:" + port + "/v1", KEY), LONG);
        assertThat(assertFailed(outcome, Code.P711, Fault.Kind.NO_CONNECTION)
                        .diagnostic()
                        .message())
                .isEqualTo("no connection to `127.0.0.1:" + port + "`");
    }

    @Test
    void noSuchHost() throws Exception {
        ChatOutcome outcome = outcome(provider("https://no-such-host.invalid/v1", KEY), LONG);
        assertThat(assertFailed(outcome, Code.P712, Fault.Kind.NO_SUCH_HOST)
                        .diagnostic()
                        .message())
                .isEqualTo("host not found: `no-such-host.invalid`");
    }

    @Test
    void resetBeforeTheReply() throws Exception {
        server = new RawServer(connection -> {
            connection.readRequest();
            connection.reset();
        });
        assertFailed(outcome(), Code.P715, Fault.Kind.RESET);
        assertThat(server.request()).isNotNull();
        assertThat(server.requestsLeft()).as("sent once").isZero();
    }

    @Test
    void closedBeforeTheReply() throws Exception {
        server = new RawServer(RawServer.Connection::readRequest);
        assertFailed(outcome(), Code.P715, Fault.Kind.RESET);
    }

    @Test
    void neverAnswers() throws Exception {
        server = new RawServer(connection -> {
            connection.readRequest();
            connection.awaitEnd();
        });
        ChatOutcome.Failed failed = assertFailed(
                outcome(provider(server.baseUrl(), KEY), Duration.ofMillis(200)),
                Code.P716,
                Fault.Kind.ATTEMPT_TIMEOUT);
        assertThat(failed.diagnostic().message()).endsWith("within 0.2 s");
        assertThat(shown(failed)).contains("the head of the reply had not arrived");
        assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
    }

    @Test
    void stopsInTheBody() throws Exception {
        server = new RawServer(connection -> {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"choices\"");
            connection.awaitEnd();
        });
        ChatOutcome.Failed failed = assertFailed(
                outcome(provider(server.baseUrl(), KEY), Duration.ofSeconds(1)), Code.P716, Fault.Kind.ATTEMPT_TIMEOUT);
        assertThat(shown(failed)).contains("the head of the reply and 10 bytes of its body had arrived");
        assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
    }

    @Test
    void halfABody() throws Exception {
        server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", "{\"choices\"".getBytes(StandardCharsets.UTF_8));
        assertThat(shown(assertFailed(outcome(), Code.P733, Fault.Kind.CUT))).contains("10 of 500 bytes arrived");
    }

    @Test
    void halfAChunk() throws Exception {
        server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "5\r\n{\"cho\r\n20\r\nices".getBytes(StandardCharsets.UTF_8));
        assertFailed(outcome(), Code.P733, Fault.Kind.CUT);
    }

    @Test
    void endlessBodyIsBounded() throws Exception {
        server = new RawServer(connection -> {
            connection.readRequest();
            connection.send("HTTP/1.1 200 OK\r\n\r\n");
            byte[] blanks = " ".repeat(64 << 10).getBytes(StandardCharsets.UTF_8);
            while (true) {
                connection.send(blanks);
            }
        });
        assertFailed(outcome(), Code.P719, Fault.Kind.TOO_LARGE);
        assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
    }

    @Test
    void noHttpAtAll() throws Exception {
        server = RawServer.answering("SSH-2.0-OpenSSH_9.6\r\n", new byte[0]);
        assertFailed(outcome(), Code.P717, Fault.Kind.NOT_HTTP);
    }

    @Test
    void plainToATlsPort() throws Exception {
        WireMockServer tls = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
        tls.start();
        try {
            ChatOutcome outcome = outcome(provider("http://127.0.0.1:" + tls.httpsPort() + "/v1", KEY), LONG);
            assertThat(shown(assertFailed(outcome, Code.P717, Fault.Kind.NOT_HTTP)))
                    .contains("https://");
        } finally {
            tls.stop();
        }
    }

    @Test
    void certificateThatNobodyTrusts() throws Exception {
        WireMockServer tls = new WireMockServer(options().dynamicPort().dynamicHttpsPort());
        tls.start();
        try {
            ChatOutcome outcome = outcome(provider("https://localhost:" + tls.httpsPort() + "/v1", KEY), LONG);
            assertThat(shown(assertFailed(outcome, Code.P714, Fault.Kind.TLS)))
                    .contains("its certificate is not signed by anyone that this Java trusts");
            assertThat(tls.getAllServeEvents()).isEmpty();
        } finally {
            tls.stop();
        }
    }

    @Test
    void tlsToAPlainPort() throws Exception {
        server = new RawServer(connection -> {
            connection.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
            connection.awaitEnd();
        });
        ChatOutcome outcome = outcome(provider("https://127.0.0.1:" + server.port() + "/v1", KEY), LONG);
        assertThat(shown(assertFailed(outcome, Code.P714, Fault.Kind.TLS))).contains("does not speak TLS");
    }
}
