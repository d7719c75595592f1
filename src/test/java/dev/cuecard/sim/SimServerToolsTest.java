package dev.cuecard.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionNamedToolChoice;
import com.openai.models.chat.completions.ChatCompletionToolChoiceOption;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import dev.cuecard.data.Json;
import dev.cuecard.sim.sample.JsonOf;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server calls the tools that a request offers, as the simulator in the process calls those that are answered. */
@Timeout(60)
class SimServerToolsTest {

    private SimServer server;
    private OpenAIClient client;

    @AfterEach
    void stop() {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private void start(SimOptions options) throws IOException {
        server = SimServer.start(options);
        client = OpenAIOkHttpClient.builder()
                .apiKey("any")
                .baseUrl(server.baseUri().toString())
                .maxRetries(0)
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private static ChatCompletionCreateParams.Builder asking(String question) {
        return ChatCompletionCreateParams.builder()
                .model("gpt-6-luna")
                .addUserMessage(question)
                .addFunctionTool(function("calendar", "day", Map.of("type", "string", "format", "date")))
                .addFunctionTool(function("weather", "town", Map.of("enum", List.of("Oslo", "Rome"))))
                .addFunctionTool(function("stars", "many", Map.of("type", "integer", "minimum", 1, "maximum", 5)));
    }

    private static FunctionDefinition function(String name, String parameter, Map<String, ?> type) {
        return FunctionDefinition.builder()
                .name(name)
                .parameters(FunctionParameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", JsonValue.from(Map.of(parameter, type)))
                        .putAdditionalProperty("required", JsonValue.from(List.of(parameter)))
                        .putAdditionalProperty("additionalProperties", JsonValue.from(false))
                        .build())
                .build();
    }

    private ChatCompletion whole(ChatCompletionCreateParams.Builder params) {
        return client.chat().completions().create(params.build());
    }

    private ChatCompletion streamed(ChatCompletionCreateParams.Builder params) {
        ChatCompletionAccumulator pieces = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params.build())) {
            stream.stream().forEach(pieces::accumulate);
        }
        return pieces.chatCompletion();
    }

    /** Asks and answers until there is a text: what was called in each round, and the text. */
    private List<List<String>> rounds(
            ChatCompletionCreateParams.Builder params,
            Function<ChatCompletionCreateParams.Builder, ChatCompletion> ask) {
        List<List<String>> rounds = new ArrayList<>();
        while (true) {
            ChatCompletion.Choice choice = ask.apply(params).choices().get(0);
            params.addMessage(choice.message());
            if (choice.message().toolCalls().orElse(List.of()).isEmpty()) {
                assertThat(choice.finishReason().asString()).isEqualTo("stop");
                assertThat(choice.message().content().orElseThrow()).isNotBlank();
                return rounds;
            }
            assertThat(choice.finishReason().asString()).isEqualTo("tool_calls");
            assertThat(choice.message().content()).isEmpty();
            List<String> round = new ArrayList<>();
            choice.message().toolCalls().orElseThrow().forEach(any -> {
                ChatCompletionMessageFunctionToolCall call = any.asFunction();
                round.add(call.function().name() + " " + call.function().arguments());
                params.addMessage(ChatCompletionToolMessageParam.builder()
                        .toolCallId(call.id())
                        .content("fine")
                        .build());
            });
            rounds.add(round);
        }
    }

    @Test
    void theFirstToolThenTheOthersThenAText() throws IOException {
        start(SimOptions.defaults());
        List<List<String>> rounds = rounds(asking("Do I need a coat?"), this::whole);
        assertThat(rounds).hasSize(2);
        assertThat(rounds.get(0)).singleElement().asString().matches("calendar \\{\"day\":\"\\d{4}-\\d\\d-\\d\\d\"}");
        assertThat(rounds.get(1).get(0)).matches("weather \\{\"town\":\"(Oslo|Rome)\"}");
        assertThat(rounds.get(1).get(1)).matches("stars \\{\"many\":[1-5]}");
        assertThat(rounds.get(1)).hasSize(2);
    }

    @Test
    void streamedCallsAreTheSame() throws IOException {
        start(SimOptions.defaults());
        assertThat(rounds(asking("Do I need a coat?"), this::streamed))
                .isEqualTo(rounds(asking("Do I need a coat?"), this::whole));
    }

    @Test
    void theNextQuestionBeginsAnew() throws IOException {
        start(SimOptions.defaults());
        ChatCompletionCreateParams.Builder talk = asking("Do I need a coat?");
        assertThat(rounds(talk, this::whole)).hasSize(2);
        talk.addUserMessage("And tomorrow?");
        assertThat(rounds(talk, this::whole)).hasSize(2);
    }

    @Test
    void oneByOneWithoutParallelCalls() throws IOException {
        start(SimOptions.defaults());
        assertThat(rounds(asking("Do I need a coat?").parallelToolCalls(false), this::whole))
                .hasSize(3)
                .allSatisfy(round -> assertThat(round).hasSize(1));
    }

    @Test
    void toolChoiceIsObeyed() throws IOException {
        start(SimOptions.defaults());
        assertThat(rounds(asking("Hello!").toolChoice(ChatCompletionToolChoiceOption.Auto.NONE), this::whole))
                .isEmpty();
        ChatCompletionCreateParams.Builder named = asking("Hello!")
                .toolChoice(ChatCompletionNamedToolChoice.builder()
                        .function(ChatCompletionNamedToolChoice.Function.builder()
                                .name("stars")
                                .build())
                        .build());
        assertThat(rounds(named, this::whole))
                .singleElement()
                .satisfies(round -> assertThat(round).singleElement().asString().startsWith("stars "));
    }

    @Test
    void argumentsOfAKnownPromptFitItsTypes() throws Exception {
        WantedTool exact = new WantedTool(
                "weather",
                JsonOf.text("{\"type\": \"object\", \"properties\": {\"town\": {\"const\": \"Bergen\"}},"
                        + " \"required\": [\"town\"]}"),
                value -> true);
        Known known = new Known(
                "forecast", List.of("You are a forecaster."), Wanted.text().calling(List.of(exact)));
        start(SimOptions.defaults().withKnown(List.of(known)));
        assertThat(rounds(asking("You are a forecaster."), this::whole).get(1).get(0))
                .isEqualTo("weather {\"town\":\"Bergen\"}");
        assertThat(rounds(asking("You are a barber."), this::whole).get(1).get(0))
                .matches("weather \\{\"town\":\"(Oslo|Rome)\"}");
    }

    @Test
    void everyKindOfSchemaIsTaken() throws Exception {
        start(SimOptions.defaults());
        String body = """
                {"model": "m", "messages": [{"role": "user", "content": "Hello!"}], "tools": [
                 {"type": "function", "function": {"name": "none"}},
                 {"type": "function", "function": {"name": "refs", "parameters": {"type": "object",
                  "properties": {"a": {"$ref": "#/$defs/A"}}, "required": ["a"], "$defs": {"A": {"enum": [7]}}}}},
                 {"type": "custom", "custom": {"name": "other"}}]""";
        Json.Obj first = message(body + "}");
        assertThat(arguments(first)).containsExactly("none {}");
        Json id = ((Json.Obj) ((Json.Arr) first.get("tool_calls")).items().get(0)).get("id");
        String answered = body.replace(
                "}], \"tools\"",
                "}, " + first + ", {\"role\": \"tool\", \"content\": \"1\", \"tool_call_id\": " + id + "}], \"tools\"");
        assertThat(arguments(message(answered + "}")))
                .singleElement()
                .asString()
                .contains("refs {\"a\":7");
    }

    @ParameterizedTest
    @CsvSource({
        // Cut in the arguments of a call.
        "truncate, length, 1",
        "empty, stop, 0",
        "refusal, stop, 0",
        // These show in the text that follows the calls.
        "fence, tool_calls, 1",
        "wrong-type, tool_calls, 1",
    })
    void faultsOfTheModelInAReplyThatCallsTools(String fault, String finish, int calls) throws Exception {
        start(SimOptions.defaults().withFaults(List.of(new Injection(SimFault.of(fault), 1))));
        ChatCompletion.Choice choice =
                whole(asking("Do I need a coat?")).choices().get(0);
        assertThat(choice.finishReason().asString()).isEqualTo(finish);
        assertThat(choice.message().toolCalls().orElse(List.of())).hasSize(calls);
        if (fault.equals("truncate")) {
            assertThat(choice.message()
                            .toolCalls()
                            .orElseThrow()
                            .get(0)
                            .asFunction()
                            .function()
                            .arguments())
                    .doesNotEndWith("}");
        }
    }

    private static List<String> arguments(Json.Obj message) {
        List<String> all = new ArrayList<>();
        for (Json call : ((Json.Arr) message.get("tool_calls")).items()) {
            Json.Obj function = (Json.Obj) ((Json.Obj) call).get("function");
            all.add(((Json.Str) function.get("name")).value() + " " + ((Json.Str) function.get("arguments")).value());
        }
        return all;
    }

    private Json.Obj message(String body) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.baseUri() + "/chat/completions"))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        Json.Obj choice = (Json.Obj) ((Json.Arr) JsonOf.object(response.body()).get("choices"))
                .items()
                .get(0);
        return (Json.Obj) choice.get("message");
    }
}
