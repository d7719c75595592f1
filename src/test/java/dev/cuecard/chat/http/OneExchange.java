package dev.cuecard.chat.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.provider.Provider;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A client that tries once, and the server on loopback that it asks. */
abstract class OneExchange {

    static final String KEY = "sk-proj-0123456789abcdefABCDEF";
    static final Duration LONG = Duration.ofSeconds(30);

    static final String GOOD = """
            {"id": "chatcmpl-1", "object": "chat.completion", "model": "gpt-6-luna-2026-01-01",
             "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hello!", "refusal": null},
              "finish_reason": "stop", "logprobs": null}],
             "usage": {"prompt_tokens": 12, "completion_tokens": 3, "total_tokens": 15,
              "prompt_tokens_details": {"cached_tokens": 8}}}
            """;

    final HttpConnections connections = HttpConnections.open(Duration.ofSeconds(5), Proxies.none());
    RawServer server;

    @AfterEach
    void stop() throws IOException {
        connections.close();
        if (server != null) {
            server.close();
        }
    }

    ChatReply reply() throws InterruptedException {
        ChatOutcome outcome = outcome();
        assertThat(outcome).isInstanceOf(ChatOutcome.Answered.class);
        return ((ChatOutcome.Answered) outcome).reply();
    }

    ChatOutcome.Failed failed() throws InterruptedException {
        ChatOutcome outcome = outcome();
        assertThat(outcome).isInstanceOf(ChatOutcome.Failed.class);
        return (ChatOutcome.Failed) outcome;
    }

    static ChatOutcome.Failed assertFailed(ChatOutcome outcome, Code code, Fault.Kind kind) {
        assertThat(outcome).isInstanceOf(ChatOutcome.Failed.class);
        ChatOutcome.Failed failed = (ChatOutcome.Failed) outcome;
        assertThat(failed.diagnostic().code()).as(shown(failed)).isEqualTo(code);
        assertThat(failed.fault().kind()).isEqualTo(kind);
        assertThat(shown(failed)).doesNotContain("java.", "Exception", KEY);
        return failed;
    }

    static String shown(ChatOutcome.Failed failed) {
        return DiagnosticRenderer.plain().render(failed.diagnostic());
    }

    ChatOutcome outcome() throws InterruptedException {
        return outcome(provider(server.baseUrl(), KEY), LONG);
    }

    ChatOutcome outcome(Provider provider, Duration limit) throws InterruptedException {
        return client(provider, limit).complete(request());
    }

    /** One that tries once. */
    HttpChatClient client(Provider provider, Duration limit) {
        return new HttpChatClient(provider, connections, Timeouts.DEFAULT.with(Timeouts.Name.ATTEMPT, limit), 0);
    }

    static ChatRequest request() {
        return new ChatRequest(
                "gpt-6-luna",
                Map.of(),
                List.of(ChatMessage.of(ChatRole.USER, "Grüße 😀")),
                List.of(),
                Json.object().put("type", "json_object").done());
    }

    static Provider provider(String baseUrl, String key) {
        return ((ProviderReading.Usable) ProviderReading.of(
                        "openai", baseUrl, "the test", key, Map.of("OpenAI-Organization", "org-1"), false))
                .provider();
    }
}
