package dev.cuecard.chat.http;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.Usage;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of servers that behave and of servers that do not, on loopback. */
@Timeout(60)
class HttpChatClientTest {

    private static final String KEY = "sk-proj-0123456789abcdefABCDEF";
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String GOOD = """
            {"id": "chatcmpl-1", "object": "chat.completion", "model": "gpt-6-luna-2026-01-01",
             "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello!", "refusal": null},
              "finish_reason": "stop", "logprobs": null}],
             "usage": {"prompt_tokens": 12, "completion_tokens": 3, "total_tokens": 15,
              "prompt_tokens_details": {"cached_tokens": 8}}}
            """;

    private final HttpConnections connections = HttpConnections.open(Duration.ofSeconds(5), Proxies.none());
    private RawServer server;

    @AfterEach
    void stop() throws IOException {
        connections.close();
        if (server != null) {
            server.close();
        }
    }

    // What is sent.

    @Test
    void sendsTheRequestAndReadsTheReply() throws Exception {
        server = RawServer.answering(200, "Content-Type: application/json\r\nx-request-id: req_1\r\n", GOOD);
        ChatReply reply = reply();
        assertThat(reply)
                .isEqualTo(new ChatReply(
                        "gpt-6-luna-2026-01-01",
                        "Hello!",
                        null,
                        List.of(),
                        "stop",
                        new Usage(12, 8, 3),
                        "req_1",
                        false));
        String sent = server.request();
        assertThat(sent)
                .startsWith("POST /v1/chat/completions HTTP/1.1\r\n")
                .contains("\r\nAuthorization: Bearer " + KEY + "\r\n")
                .contains("\r\nOpenAI-Organization: org-1\r\n")
                .contains("\r\nContent-Type: application/json\r\n")
                .contains("\r\nAccept: application/json\r\n")
                .containsPattern("\r\nUser-Agent: cuecard/\\d+\\.\\d+\\.\\d+\\S*\r\n")
                .doesNotContainIgnoringCase("accept-encoding", "upgrade", "http2-settings")
                .endsWith(
                        "\r\n\r\n{\"model\":\"gpt-6-luna\",\"messages\":[{\"role\":\"user\",\"content\":\"Grüße 😀\"}],"
                                + "\"response_format\":{\"type\":\"json_object\"}}");
    }

    @Test
    void noKeyNoHeader() throws Exception {
        server = RawServer.answering(200, "", GOOD);
        outcome(provider(server.baseUrl(), null), LONG);
        assertThat(server.request()).doesNotContainIgnoringCase("authorization");
    }

    @Test
    void controlCharacterInTheModelIsNotSent() throws Exception {
        server = RawServer.answering(200, "", GOOD);
        ChatOutcome outcome = client(provider(server.baseUrl(), KEY), LONG)
                .complete(new ChatRequest(
                        "gpt\r\nX-Evil: 1",
                        Map.of(),
                        List.of(ChatMessage.of(ChatRole.USER, "Hello!")),
                        List.of(),
                        null));
        assertFailed(outcome, Code.P706, Fault.Kind.NOT_SENT);
        assertThat(server.requestsLeft()).isZero();
    }

    // Replies of other servers.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\": [{\"message\": {\"content\": \"Hello!\"}}]}",
                "{\"choices\": [{\"finish_reason\": null, \"message\": {\"role\": \"assistant\", \"content\": \"Hello!\", \"odd\": [1]}}], \"id\": 7, \"more\": {\"x\": 1}}",
                "\uFEFF {\"error\": null, \"choices\": [{\"message\": {\"content\": [{\"type\": \"text\", \"text\": \"Hel\"}, {\"type\": \"text\", \"text\": \"lo!\"}]}}]}",
                "{\"choices\": [{\"index\": 1, \"message\": {\"content\": \"no\"}}, {\"index\": 0, \"message\": {\"content\": \"Hello!\"}}]}",
            })
    void readsWhatIsThere(String body) throws Exception {
        server = RawServer.answering(200, "Content-Type: text/plain\r\n", body);
        assertThat(reply().content()).isEqualTo("Hello!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"prompt_tokens\": 5}",
                "{\"prompt_tokens\": -1, \"completion_tokens\": 3}",
                "{\"prompt_tokens\": 5, \"completion_tokens\": 1000000001}",
                "{\"prompt_tokens\": 5, \"completion_tokens\": 1e400}",
                "{\"prompt_tokens\": 5, \"completion_tokens\": 2.5}",
                "{\"prompt_tokens\": \"5\", \"completion_tokens\": 3}",
            })
    void usageThatCannotBeTrueIsUnknown(String usage) throws Exception {
        server = RawServer.answering(
                200, "", "{\"choices\": [{\"message\": {\"content\": \"Hello!\"}}], \"usage\": " + usage + "}");
        assertThat(reply().usage()).isNull();
    }

    @Test
    void refusal() throws Exception {
        server = RawServer.answering(200, "", """
                {"choices": [{"message": {"content": null, "refusal": "I can't help with that."}, "finish_reason": "stop"}]}
                """);
        ChatReply reply = reply();
        assertThat(reply.content()).isNull();
        assertThat(reply.refusal()).isEqualTo("I can't help with that.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "content_filter", "tool_calls", "eos"})
    void finishReasonAsTheServerSaysIt(String reason) throws Exception {
        server = RawServer.answering(
                200,
                "",
                "{\"choices\": [{\"message\": {\"content\": \"{\\\"a\\\": \"}, \"finish_reason\": \"" + reason
                        + "\"}]}");
        assertThat(reply().finishReason()).isEqualTo(reason);
    }

    @Test
    void toolCalls() throws Exception {
        server = RawServer.answering(200, "", """
                {"choices": [{"message": {"content": null, "tool_calls": [
                  {"id": "a", "type": "function", "function": {"name": "weather", "arguments": "{\\"city\\": "}},
                  {"function": {"name": "time", "arguments": {"zone": "UTC"}}}, {"odd": 1}]}}]}
                """);
        assertThat(reply().toolCalls())
                .extracting(call -> call.id() + " " + call.name() + " " + call.arguments())
                .containsExactly("a weather {\"city\": ", "call_1 time {\"zone\":\"UTC\"}");
    }

    @Test
    void textThatIsNoJsonIsAReplyNotAFault() throws Exception {
        server = RawServer.answering(400, "", """
                {"error": {"message": "Failed to generate JSON.", "code": "json_validate_failed",
                 "failed_generation": "{\\"a\\": oops"}}
                """);
        ChatReply reply = reply();
        assertThat(reply.content()).isEqualTo("{\"a\": oops");
        assertThat(reply.finishReason()).isNull();
    }

    // Error statuses.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'error': {'message': 'No.', 'type': 'invalid_request_error', 'param': 'messages', 'code': null}} | P721 | invalid_request_error",
                "400 | {'error': {'message': 'Too long.', 'code': 'context_length_exceeded'}} | P726 | context_length_exceeded",
                "500 | {'error': {'message': 'the request exceeds the available context size'}} | P726 |",
                "400 | {'error': {'message': 'Filtered.', 'code': 'content_filter'}} | P737 | content_filter",
                "400 | {'error': {'message': 'Invalid parameter: response_format of type json_object is not supported with this model.'}} | P731 |",
                "422 | {'detail': [{'loc': ['body', 'response_format'], 'msg': 'Extra inputs are not permitted'}]} | P731 |",
                "400 | {'error': {'message': 'Invalid schema for response_format: additionalProperties is required', 'param': 'response_format'}} | P721 |",
                "400 | {'error': {'message': 'messages must contain the word json in some form, to use response_format of type json_object'}} | P721 |",
                "401 | {'error': {'message': 'Incorrect API key provided.', 'code': 'invalid_api_key'}} | P722 | invalid_api_key",
                "401 | | P722 |",
                "402 | {'error': {'message': 'Insufficient Balance', 'code': 402}} | P729 |",
                "403 | {'error': 'Country not supported'} | P723 |",
                "404 | {'error': {'message': 'The model `gpt-6-luna` does not exist', 'code': 'model_not_found'}} | P724 | model_not_found",
                "404 | {'detail': 'Not Found'} | P724 |",
                "405 | {} | P721 |",
                "413 | <html><title>413 Request Entity Too Large</title></html> | P725 |",
                "422 | {'object': 'error', 'message': 'bad value', 'type': 'BadRequestError', 'code': 422} | P727 | BadRequestError",
                "429 | {'error': {'message': 'Slow down', 'code': 'rate_limit_exceeded'}} | P728 | rate_limit_exceeded",
                "429 | {'error': {'message': 'No quota', 'type': 'insufficient_quota', 'code': 'insufficient_quota'}} | P729 | insufficient_quota",
                "429 | {'error': {'message': 'No quota', 'type': 'insufficient_quota', 'code': 429}} | P729 | insufficient_quota",
                "500 | [{'error': {'code': 500, 'message': 'Internal', 'status': 'INTERNAL'}}] | P730 |",
                "503 | upstream connect error | P730 |",
                "529 | null | P730 |",
            })
    void errorStatus(int status, String body, Code code, String serverCode) throws Exception {
        server = RawServer.answering(status, "", body == null ? "" : body.replace('\'', '"'));
        ChatOutcome.Failed failed = assertFailed(outcome(), code, Fault.Kind.STATUS);
        assertThat(failed.fault().status()).isEqualTo(status);
        assertThat(failed.fault().code()).isEqualTo(serverCode);
        assertThat(failed.diagnostic().message()).contains("HTTP " + status);
        assertThat(server.request()).isNotNull();
        assertThat(server.requestsLeft()).as("sent once").isZero();
    }

    @Test
    void unknownResponseFormatNamesPlain() throws Exception {
        server = RawServer.answering(400, "", "{\"error\": {\"message\": \"response_format is not supported\"}}");
        assertThat(failed().diagnostic().help()).contains("output json(plain)");
    }

    @Test
    void keyIsMaskedEvenWhenEchoed() throws Exception {
        String body = "{\"error\": {\"message\": \"Incorrect API key provided: " + KEY
                + ". Other: sk-othersecret123.\", \"param\": \"" + KEY + "\", \"code\": \"invalid_api_key\"}}";
        server = RawServer.answering(401, "x-request-id: " + KEY + "\r\n", body);
        ChatOutcome.Failed failed = assertFailed(outcome(), Code.P722, Fault.Kind.STATUS);
        assertThat(failed.toString()).doesNotContain(KEY, "othersecret");
        assertThat(shown(failed)).contains("`Incorrect API key provided: ***. Other: ***.`");
    }

    @Test
    void wordsOfTheServerAreCleanedAndCut() throws Exception {
        server = RawServer.answering(
                500, "", "{\"error\": {\"message\": \"a\\u001b[31m\\n\\n b" + "c".repeat(10_000) + "\"}}");
        assertThat(shown(failed())).contains("a\\u001b[31m bcc").contains("…").hasSizeLessThan(600);
    }

    @Test
    void redirectIsNotFollowed() throws Exception {
        try (RawServer other = RawServer.answering(200, "", GOOD)) {
            server = RawServer.answering(307, "Location: http://user:pw@127.0.0.1:" + other.port() + "/v1?k=1\r\n", "");
            ChatOutcome.Failed failed = assertFailed(outcome(), Code.P718, Fault.Kind.REDIRECT);
            assertThat(failed.diagnostic().message()).contains("http://***@127.0.0.1:" + other.port() + "/v1`");
            assertThat(other.requestsLeft()).isZero();
        }
    }

    // Good statuses without a reply.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | P732 | EMPTY",
                "'  ' | P732 | EMPTY",
                "<html><body>Hello</body></html> | P734 | NOT_A_REPLY",
                "{'choices': | P734 | NOT_A_REPLY",
                "{'choices': []} | P735 | EMPTY",
                "{'choices': null} | P734 | NOT_A_REPLY",
                "{} | P734 | NOT_A_REPLY",
                "[] | P734 | NOT_A_REPLY",
                "'\"Hello\"' | P734 | NOT_A_REPLY",
                "{'choices': [{'message': {'content': 7}}]} | P734 | NOT_A_REPLY",
                "{'choices': [{}]} | P734 | NOT_A_REPLY",
                "{'error': {'message': 'overloaded', 'code': 500}} | P736 | ERROR_IN_REPLY",
                "{'error': 'overloaded', 'choices': []} | P736 | ERROR_IN_REPLY",
                "{'error': {'code': 'insufficient_quota'}} | P729 | ERROR_IN_REPLY",
                "{'choices': [], 'choices': []} | P734 | NOT_A_REPLY",
            })
    void goodStatusWithoutAReply(String body, Code code, Fault.Kind kind) throws Exception {
        server = RawServer.answering(200, "", body.replace('\'', '"'));
        assertThat(assertFailed(outcome(), code, kind).fault().status()).isEqualTo(200);
    }

    @Test
    void deepNestingIsNoReply() throws Exception {
        server = RawServer.answering(200, "", "{\"choices\": " + "[".repeat(100_000));
        assertFailed(outcome(), Code.P734, Fault.Kind.NOT_A_REPLY);
    }

    @Test
    void notUtf8IsNoReply() throws Exception {
        byte[] body = GOOD.replace("Hello!", "Gr\u00fc\u00dfe").getBytes(StandardCharsets.ISO_8859_1);
        server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\nConnection: close\r\n\r\n", body);
        assertFailed(outcome(), Code.P734, Fault.Kind.NOT_A_REPLY);
    }

    @Test
    void compressedUnasked() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        server = RawServer.answering(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\nContent-Length: " + zipped.size()
                        + "\r\n\r\n",
                zipped.toByteArray());
        assertThat(reply().content()).isEqualTo("Hello!");
    }

    @Test
    void compressedAsNobodyKnows() throws Exception {
        server = RawServer.answering(200, "Content-Encoding: br\r\n", "\u001b\u0003");
        assertThat(shown(assertFailed(outcome(), Code.P734, Fault.Kind.NOT_A_REPLY)))
                .contains("compressed as `br`");
    }

    @Test
    void compressedBySayingAlone() throws Exception {
        server = RawServer.answering(200, "Content-Encoding: gzip\r\n", GOOD);
        assertThat(reply().content()).isEqualTo("Hello!");
    }

    // Connections.

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

    @Test
    void interruptEndsTheExchange() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        server = new RawServer(connection -> {
            connection.readRequest();
            asked.countDown();
            connection.awaitEnd();
        });
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                outcome();
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        caller.start();
        asked.await();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
    }

    @Test
    void interruptedBeforeItBegins() throws Exception {
        server = RawServer.answering(200, "", GOOD);
        Thread.currentThread().interrupt();
        assertThatThrownBy(this::outcome).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        server = new RawServer(connection -> {
            connection.readRequest();
            asked.countDown();
            connection.awaitEnd();
        });
        AtomicReference<ChatOutcome> ended = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                ended.set(outcome());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        caller.start();
        asked.await();
        connections.close();
        caller.join();
        assertThat(ended.get()).isInstanceOf(ChatOutcome.Failed.class);
        assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
    }

    @Test
    void closingLeavesNoThread() throws Exception {
        server = RawServer.answering(200, "", GOOD);
        reply();
        connections.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("cuecard-http")) {
                // Its pool is at its end, and it a moment later.
                thread.join(10_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void manyAtOnce() throws Exception {
        server = RawServer.answering(200, "", GOOD);
        HttpChatClient client = client(provider(server.baseUrl(), KEY), LONG);
        List<Thread> threads = new ArrayList<>();
        AtomicInteger good = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            Thread thread = new Thread(() -> {
                try {
                    if (client.complete(request()) instanceof ChatOutcome.Answered) {
                        good.incrementAndGet();
                    }
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(good).hasValue(20);
    }

    private ChatReply reply() throws InterruptedException {
        ChatOutcome outcome = outcome();
        assertThat(outcome).isInstanceOf(ChatOutcome.Answered.class);
        return ((ChatOutcome.Answered) outcome).reply();
    }

    private ChatOutcome.Failed failed() throws InterruptedException {
        ChatOutcome outcome = outcome();
        assertThat(outcome).isInstanceOf(ChatOutcome.Failed.class);
        return (ChatOutcome.Failed) outcome;
    }

    private static ChatOutcome.Failed assertFailed(ChatOutcome outcome, Code code, Fault.Kind kind) {
        assertThat(outcome).isInstanceOf(ChatOutcome.Failed.class);
        ChatOutcome.Failed failed = (ChatOutcome.Failed) outcome;
        assertThat(failed.diagnostic().code()).as(shown(failed)).isEqualTo(code);
        assertThat(failed.fault().kind()).isEqualTo(kind);
        assertThat(shown(failed)).doesNotContain("java.", "Exception", KEY);
        return failed;
    }

    private static String shown(ChatOutcome.Failed failed) {
        return DiagnosticRenderer.plain().render(failed.diagnostic());
    }

    private ChatOutcome outcome() throws InterruptedException {
        return outcome(provider(server.baseUrl(), KEY), LONG);
    }

    private ChatOutcome outcome(Provider provider, Duration limit) throws InterruptedException {
        return client(provider, limit).complete(request());
    }

    /** One that tries once. */
    private HttpChatClient client(Provider provider, Duration limit) {
        return new HttpChatClient(provider, connections, Timeouts.DEFAULT.with(Timeouts.Name.ATTEMPT, limit), 0);
    }

    private static ChatRequest request() {
        return new ChatRequest(
                "gpt-6-luna",
                Map.of(),
                List.of(ChatMessage.of(ChatRole.USER, "Grüße 😀")),
                List.of(),
                Json.object().put("type", "json_object").done());
    }

    private static Provider provider(String baseUrl, String key) {
        return ((ProviderReading.Usable) ProviderReading.of(
                        "openai", baseUrl, "the test", key, Map.of("OpenAI-Organization", "org-1"), false))
                .provider();
    }
}
