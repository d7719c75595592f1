package dev.cuecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.data.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Prompts whose replies are heard while they arrive. */
class StreamingTest {

    private final List<String> texts = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    private final StreamListener listener = new StreamListener() {
        @Override
        public void text(String more) {
            texts.add(more);
        }

        @Override
        public void value(Json partial) {
            values.add(partial.toString());
        }

        @Override
        public void again() {
            values.add("again");
        }
    };

    @Test
    void fieldsAreToldOnceTheyAreCompleteAndFit() throws Exception {
        Result result = stream(
                "output json { a: integer b: string c: { d: boolean }[] }",
                "{\"a\": 1, \"b\": \"x y\", \"c\": [{\"d\": true}, {\"d\": false}]}");
        assertThat(result.isValid()).isTrue();
        assertThat(values)
                .containsExactly(
                        "{\"a\":1}",
                        "{\"a\":1,\"b\":\"x y\"}",
                        "{\"a\":1,\"b\":\"x y\",\"c\":[{\"d\":true}]}",
                        "{\"a\":1,\"b\":\"x y\",\"c\":[{\"d\":true},{\"d\":false}]}");
        assertThat(String.join("", texts)).contains("\"x y\"");
    }

    @Test
    void whatDoesNotFitItsTypeIsNotTold() throws Exception {
        Result result = stream("output json { a: integer(1..5) b: string } reask 0", "{\"a\": 9, \"b\": \"x\"}");
        assertThat(result.isValid()).isFalse();
        assertThat(values).containsExactly("{}", "{\"b\":\"x\"}");
    }

    @Test
    void aWrappedValueIsToldWithoutItsWrapper() throws Exception {
        stream("output json integer[]", "{\"value\": [1, 2]}");
        assertThat(values).containsExactly("[1]", "[1,2]");
    }

    @Test
    void whatWasInvalidIsHeardAgain() throws Exception {
        stream("output json { a: integer } reask 1", "{\"a\": \"no\"}", "{\"a\": 1}");
        assertThat(values).containsExactly("{}", "again", "{\"a\":1}");
    }

    @Test
    void textIsToldAsItComes() throws Exception {
        Result result = stream("output text", "Hello you there");
        assertThat(result.output()).isEqualTo(Json.of("Hello you there"));
        assertThat(texts).containsExactly("Hel", "lo ", "you", " th", "ere");
        assertThat(values).isEmpty();
    }

    @Test
    void theSimulatorStreamsWordByWord() throws Exception {
        try (PromptEngine engine = PromptEngine.builder().build()) {
            Prompt prompt = engine.load("t.prompt", "prompt t\nmodel \"sim\"\nuser \"Hi\"\noutput text\n");
            Result result = prompt.stream(Map.of(), listener);
            assertThat(Json.of(String.join("", texts))).isEqualTo(result.output());
            assertThat(texts).hasSizeGreaterThan(1);
        }
    }

    /** Runs a prompt that gets these replies, three characters at a time. */
    private Result stream(String output, String... replies) throws Exception {
        List<String> left = new ArrayList<>(List.of(replies));
        ChatClient client = new ChatClient() {
            @Override
            public ChatOutcome complete(ChatRequest request) {
                ChatReply reply = new ChatReply(null, left.remove(0), null, List.of(), "stop", null, null, false);
                return new ChatOutcome.Answered(reply, Duration.ZERO, 0);
            }

            @Override
            public ChatOutcome complete(ChatRequest request, CallListener hears) {
                assertThat(hears.wantsText()).isTrue();
                String text = left.get(0);
                for (int at = 0; at < text.length(); at += 3) {
                    hears.text(text.substring(at, Math.min(text.length(), at + 3)));
                }
                return complete(request);
            }
        };
        try (PromptEngine engine = PromptEngine.builder().client(client).build()) {
            String file = "prompt t\nmodel \"m\"\nuser \"JSON\"\n" + output + "\n";
            return engine.load("t.prompt", file).stream(Map.of(), listener);
        }
    }
}
