package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.Conversation.Turn;
import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs that know what was said before. */
class ConversationTest {

    private final List<ChatRequest> sent = Collections.synchronizedList(new ArrayList<>());

    private PromptEngine answering(String reply) {
        return PromptEngine.builder()
                .client(request -> {
                    sent.add(request);
                    return new ChatOutcome.Answered(
                            new ChatReply(
                                    "m", reply + request.messages().size(), null, List.of(), "stop", null, null, false),
                            Duration.ZERO,
                            0);
                })
                .build();
    }

    private static List<String> roles(ChatRequest request) {
        return request.messages().stream()
                .map(ChatMessage::role)
                .map(role -> role.word())
                .toList();
    }

    private static final String ASK =
            "prompt ask\nmodel \"m\"\nvar question: untrusted string\nsystem \"Be brief.\"\nuser question\n";

    @Test
    void whatWasSaidIsTheHistoryOfTheNextRun() throws Exception {
        try (PromptEngine engine = answering("reply ")) {
            Prompt prompt = engine.load("ask.prompt", ASK);
            Conversation talk = prompt.conversation();
            assertThat(talk.say("One?").text()).isEqualTo("reply 2");
            talk.run(Map.of("question", "Two?"), RunOptions.DEFAULT);
            assertThat(roles(sent.get(1))).containsExactly("system", "user", "assistant", "user");
            assertThat(talk.turns())
                    .containsExactly(
                            new Turn("user", "One?"),
                            new Turn("assistant", "reply 2"),
                            new Turn("user", "Two?"),
                            new Turn("assistant", "reply 4"));
            Conversation restored = prompt.conversation(talk.toJson());
            assertThat(restored.turns()).isEqualTo(talk.turns());
            restored.say("Three?");
            assertThat(restored.turns()).hasSize(6);
            assertThat(talk.turns()).hasSize(4);
        }
    }

    @Test
    void withoutAnInputWhatIsSaidIsATurn() throws Exception {
        try (PromptEngine engine = answering("")) {
            Conversation talk = engine.load("chat.prompt", "prompt chat\nmodel \"m\"\nsystem \"Hi.\"\nhistory\n")
                    .conversation();
            talk.say("One?");
            talk.say("Two?");
            assertThat(roles(sent.get(1))).containsExactly("system", "user", "assistant", "user");
        }
    }

    @Test
    void anInvalidReplyAddsNothing() throws Exception {
        try (PromptEngine engine = answering("no JSON ")) {
            Conversation talk = engine.load(
                            "ask.prompt", ASK.replace("Be brief", "Reply with JSON") + "output json { a: string }\n")
                    .conversation();
            assertThat(talk.say("One?").isValid()).isFalse();
            assertThat(talk.turns()).isEmpty();
            assertThat(talk.run(Map.of(), RunOptions.DEFAULT).outcome()).isNull();
        }
    }

    @Test
    void manyThreadsTakeTurns() {
        try (PromptEngine engine = answering("reply ")) {
            Conversation talk = engine.load("ask.prompt", ASK).conversation();
            CompletableFuture<?>[] all = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> {
                        try {
                            talk.say("Question " + i);
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    }))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).join();
            assertThat(talk.turns()).hasSize(40);
            for (int i = 0; i < 40; i += 2) {
                assertThat(talk.turns().get(i).role()).isEqualTo("user");
                assertThat(talk.turns().get(i + 1)).isEqualTo(new Turn("assistant", "reply " + (i + 2)));
            }
        }
    }

    @Test
    void whatIsNoSavedConversationIsRefused() {
        try (PromptEngine engine = answering("")) {
            Prompt prompt = engine.load("ask.prompt", ASK);
            assertThatThrownBy(() -> prompt.conversation("{")).hasMessage("no saved conversation");
            assertThatThrownBy(() ->
                            prompt.conversation(prompt.conversation().toJson().replace("ask", "other")))
                    .hasMessageContaining("not with \"ask\"");
            assertThatThrownBy(
                            () -> prompt.conversation(
                                    "{\"conversation\": 1, \"prompt\": \"ask\", \"turns\": [{\"role\": \"system\", \"content\": \"\"}]}"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
