package dev.cuecard.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.sim.sample.JsonOf;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SimulatorTest {

    private static final Json PAIR = JsonOf.text("""
            {"type": "object", "properties": {"a": {"type": "integer", "minimum": 0, "maximum": 9},
             "b": {"type": "integer", "minimum": 0, "maximum": 9}}, "required": ["a", "b"], "additionalProperties": false}
            """);

    @Test
    void sameRequestSeedAndRepeatSameReply() {
        assertThat(content(1, 0, Wanted.text(), "Hello!")).isEqualTo(content(1, 0, Wanted.text(), "Hello!"));
    }

    @Test
    void anotherRequestSeedOrRepeatAnotherReply() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            seen.add(content(i, 0, Wanted.text(), "Hello!"));
            seen.add(content(0, i, Wanted.text(), "Hello!"));
            seen.add(content(0, 0, Wanted.text(), "Hello " + i));
        }
        assertThat(seen).hasSizeGreaterThan(15);
    }

    @Test
    void whoAsksAndHowMakesNoDifference() {
        ChatRequest plain = request("Hello!");
        ChatRequest labelled = new ChatRequest(
                plain.model(),
                Map.of(
                        "user",
                        Json.of("u1"),
                        "metadata",
                        Json.object().put("team", "a").done()),
                plain.messages(),
                List.of(),
                null);
        assertThat(answer(new Simulator(0, 0, Wanted.text()), labelled).reply().content())
                .isEqualTo(answer(new Simulator(0, 0, Wanted.text()), plain)
                        .reply()
                        .content());
    }

    @Test
    void looksForAReplyThatIsAccepted() {
        Wanted wanted = Wanted.json(PAIR).accepting(value -> number(value, "a") == number(value, "b"));
        for (int i = 0; i < 20; i++) {
            ChatOutcome.Answered answered = answer(new Simulator(i, 0, wanted), request("Hello!"));
            Json.Obj value = JsonOf.object(answered.reply().content());
            assertThat(value.get("a")).isEqualTo(value.get("b"));
            assertThat(answered.findings()).isEmpty();
        }
    }

    @Test
    void saysSoWhenNothingIsAccepted() {
        ChatOutcome.Answered answered =
                answer(new Simulator(0, 0, Wanted.json(PAIR).accepting(value -> false)), request("Hello!"));
        assertThat(JsonOf.object(answered.reply().content()).members()).containsOnlyKeys("a", "b");
        assertThat(answered.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.P738);
            assertThat(finding.isError()).isFalse();
        });
    }

    @Test
    void saysSoWhenNothingFits() {
        ChatOutcome.Answered answered = answer(new Simulator(0, 0, Wanted.json(Json.of(false))), request("Hello!"));
        assertThat(answered.reply().content()).isEqualTo("{}");
        assertThat(answered.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(Code.P739));
    }

    @Test
    void typedTextIsTheValueItself() {
        Json label = JsonOf.text("{\"enum\": [\"positive\", \"negative\"]}");
        assertThat(content(0, 0, text(label), "Hello!")).isIn("positive", "negative");
        Json number = JsonOf.text("{\"type\": \"integer\", \"minimum\": 3, \"maximum\": 3}");
        assertThat(content(0, 0, text(number), "Hello!")).isEqualTo("3");
        Json blanks = JsonOf.text("{\"type\": \"string\", \"pattern\": \"^ ?x ?$\"}");
        assertThat(content(0, 0, text(blanks), "Hello!")).isEqualTo("x");
    }

    @Test
    void saysThatItIsSimulated() {
        ChatReply reply =
                answer(new Simulator(0, 0, Wanted.object()), request("Hello!")).reply();
        assertThat(reply.simulated()).isTrue();
        assertThat(reply.model()).isEqualTo("sim");
        assertThat(reply.finishReason()).isEqualTo("stop");
        assertThat(reply.refusal()).isNull();
        assertThat(reply.usage().promptTokens()).isPositive();
        assertThat(reply.usage().completionTokens()).isPositive();
        assertThat(JsonOf.text(reply.content())).isInstanceOf(Json.Obj.class);
    }

    private static Wanted text(Json schema) {
        return new Wanted(Wanted.Form.TEXT, schema, value -> true, value -> true);
    }

    private static int number(Json value, String member) {
        return ((Json.Num) ((Json.Obj) value).get(member)).value().intValueExact();
    }

    private static String content(long seed, int repeat, Wanted wanted, String user) {
        return answer(new Simulator(seed, repeat, wanted), request(user))
                .reply()
                .content();
    }

    private static ChatOutcome.Answered answer(Simulator simulator, ChatRequest request) {
        return (ChatOutcome.Answered) simulator.complete(request);
    }

    private static ChatRequest request(String user) {
        return new ChatRequest("sim", Map.of(), List.of(ChatMessage.of(ChatRole.USER, user)), List.of(), null);
    }
}
