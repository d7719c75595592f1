package dev.cuecard.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.Usage;
import dev.cuecard.diagnostic.Code;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client sends, and what it understands of replies. */
@Timeout(60)
class HttpChatClientTest extends OneExchange {

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
    void compressedBySayingAlone() throws Exception {
        server = RawServer.answering(200, "Content-Encoding: gzip\r\n", GOOD);
        assertThat(reply().content()).isEqualTo("Hello!");
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
}
