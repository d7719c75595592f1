package dev.cuecard.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.ResponseFormatJsonObject;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.models.Model;
import dev.cuecard.data.Json;
import dev.cuecard.sim.sample.JsonOf;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The official Java client against the simulator. */
@Timeout(60)
class SimServerTest {

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

    private void start(SimOptions options, String key) throws IOException {
        server = SimServer.start(options);
        client = OpenAIOkHttpClient.builder()
                .apiKey(key)
                .baseUrl(server.baseUri().toString())
                .maxRetries(0)
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private ChatCompletion chat(Consumer<ChatCompletionCreateParams.Builder> more) {
        ChatCompletionCreateParams.Builder params =
                ChatCompletionCreateParams.builder().model("gpt-6-luna").addSystemMessage("You are an assistant.");
        more.accept(params);
        return client.chat().completions().create(params.build());
    }

    private static String content(ChatCompletion completion) {
        return completion.choices().get(0).message().content().orElseThrow();
    }

    @Test
    void chat() throws IOException {
        start(SimOptions.defaults(), "any");
        ChatCompletion completion = chat(params -> params.addUserMessage("Hello!"));
        assertThat(content(completion)).isNotBlank();
        assertThat(completion.model()).isEqualTo("gpt-6-luna");
        assertThat(completion.choices()).hasSize(1);
        assertThat(completion.choices().get(0).finishReason().asString()).isEqualTo("stop");
        assertThat(completion.usage().orElseThrow().totalTokens())
                .isEqualTo(completion.usage().orElseThrow().promptTokens()
                        + completion.usage().orElseThrow().completionTokens());
        assertThat(completion._additionalProperties()).containsEntry("simulated", JsonValue.from(true));
        assertThat(chat(params -> params.addUserMessage("Hello!"))).isEqualTo(completion);
        assertThat(chat(params -> params.addUserMessage("Hello?")).id()).isNotEqualTo(completion.id());
    }

    @Test
    void severalChoices() throws IOException {
        start(SimOptions.defaults(), "any");
        assertThat(chat(params -> params.addUserMessage("Hello!").n(3)).choices())
                .extracting(choice -> choice.index())
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void jsonModeFitsTheOutputOfAKnownPrompt() throws IOException {
        Json schema = JsonOf.text("""
                {"type": "object", "properties": {"label": {"enum": ["spam", "ham"]}}, "required": ["label"]}""");
        Known spam = new Known("spam-filter", List.of("You are a spam filter."), Wanted.json(schema));
        start(SimOptions.defaults().withKnown(List.of(spam)), "any");
        ResponseFormatJsonObject json = ResponseFormatJsonObject.builder().build();
        ChatCompletion known = chat(params ->
                params.addSystemMessage("You are a spam filter. Reply in JSON.").responseFormat(json));
        assertThat(content(known)).isIn("{\"label\":\"spam\"}", "{\"label\":\"ham\"}");
        ChatCompletion other =
                chat(params -> params.addUserMessage("Any json, then.").responseFormat(json));
        assertThat(content(other)).isEqualTo("{}");
    }

    @Test
    void jsonSchema() throws IOException {
        start(SimOptions.defaults(), "any");
        ResponseFormatJsonSchema.JsonSchema.Schema.Builder schema = ResponseFormatJsonSchema.JsonSchema.Schema.builder()
                .putAdditionalProperty("type", JsonValue.from("object"))
                .putAdditionalProperty(
                        "properties",
                        JsonValue.from(Map.of("stars", Map.of("type", "integer", "minimum", 1, "maximum", 5))))
                .putAdditionalProperty("required", JsonValue.from(List.of("stars")))
                .putAdditionalProperty("additionalProperties", JsonValue.from(false));
        ChatCompletion completion = chat(params -> params.addUserMessage("How many?")
                .responseFormat(ResponseFormatJsonSchema.builder()
                        .jsonSchema(ResponseFormatJsonSchema.JsonSchema.builder()
                                .name("rating")
                                .strict(true)
                                .schema(schema.build())
                                .build())
                        .build()));
        assertThat(content(completion)).matches("\\{\"stars\":[1-5]}");
    }

    @Test
    void models() throws IOException {
        start(SimOptions.defaults().withModels(List.of("gpt-6-luna", "org/other")), "any");
        assertThat(client.models().list().data()).extracting(Model::id).containsExactly("gpt-6-luna", "org/other");
        assertThat(client.models().retrieve("gpt-6-luna").id()).isEqualTo("gpt-6-luna");
        assertThat(client.models().retrieve("org/other").id()).isEqualTo("org/other");
        assertThatThrownBy(() -> client.models().retrieve("none")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void jsonModeWithoutTheWordIsRefused() throws IOException {
        start(SimOptions.defaults(), "any");
        assertThatThrownBy(() -> chat(params -> params.addUserMessage("Hello!")
                        .responseFormat(ResponseFormatJsonObject.builder().build())))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("must contain the word 'json' in some form");
    }

    @Test
    void unknownParameterIsRefused() throws IOException {
        start(SimOptions.defaults(), "any");
        assertThatThrownBy(() -> chat(params ->
                        params.addUserMessage("Hello!").putAdditionalBodyProperty("temprature", JsonValue.from(1))))
                .isInstanceOfSatisfying(BadRequestException.class, e -> {
                    assertThat(e.code()).contains("unknown_parameter");
                    assertThat(e.param()).contains("temprature");
                    assertThat(e.type()).contains("invalid_request_error");
                });
    }

    @Test
    void parameterOutOfRangeIsRefused() throws IOException {
        start(SimOptions.defaults(), "any");
        assertThatThrownBy(() -> chat(params -> params.addUserMessage("Hello!").temperature(3)))
                .isInstanceOfSatisfying(
                        BadRequestException.class, e -> assertThat(e.param()).contains("temperature"));
    }

    @Test
    void streamedPiecesAreTheWholeReply() throws IOException {
        start(SimOptions.defaults(), "any");
        Consumer<ChatCompletionCreateParams.Builder> asked = params -> params.addUserMessage("Hello!");
        ChatCompletion whole = chat(asked);
        ChatCompletionCreateParams.Builder params =
                ChatCompletionCreateParams.builder().model("gpt-6-luna").addSystemMessage("You are an assistant.");
        asked.accept(params);
        params.streamOptions(
                ChatCompletionStreamOptions.builder().includeUsage(true).build());
        ChatCompletionAccumulator pieces = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params.build())) {
            stream.stream().forEach(pieces::accumulate);
        }
        ChatCompletion joined = pieces.chatCompletion();
        assertThat(joined.choices().get(0).message().content())
                .isEqualTo(whole.choices().get(0).message().content());
        assertThat(joined.choices().get(0).finishReason())
                .isEqualTo(whole.choices().get(0).finishReason());
        assertThat(joined.usage()).isEqualTo(whole.usage());
    }

    @Test
    void keyIsDemandedWhenConfigured() throws IOException {
        start(SimOptions.defaults().withKey("right"), "wrong");
        assertThatThrownBy(() -> chat(params -> params.addUserMessage("Hello!")))
                .isInstanceOfSatisfying(
                        UnauthorizedException.class, e -> assertThat(e.code()).contains("invalid_api_key"));
        client.close();
        client = OpenAIOkHttpClient.builder()
                .apiKey("right")
                .baseUrl(server.baseUri().toString())
                .build();
        assertThat(client.models().list().data()).isNotEmpty();
    }

    @Test
    void modelIsUnknownWhenOthersAreConfigured() throws IOException {
        start(SimOptions.defaults().withModels(List.of("other")), "any");
        assertThatThrownBy(() -> chat(params -> params.addUserMessage("Hello!")))
                .isInstanceOfSatisfying(
                        NotFoundException.class, e -> assertThat(e.code()).contains("model_not_found"));
    }
}
