package dev.cuecard.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.chat.ChatTool;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.http.HttpChatClient;
import dev.cuecard.chat.http.HttpConnections;
import dev.cuecard.chat.http.Proxies;
import dev.cuecard.chat.provider.OpenAi;
import dev.cuecard.chat.provider.ProviderReading;
import dev.cuecard.data.Json;
import dev.cuecard.sim.sample.JsonOf;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the simulator answers to requests that the official client would not send, and our own client against it. */
@Timeout(60)
class SimServerRawTest {

    private static final String HELLO = "\"messages\": [{\"role\": \"user\", \"content\": \"Hello!\"}]";

    private final HttpClient http = HttpClient.newHttpClient();
    private SimServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | We could not parse the JSON body of your request. |",
                "not json | We could not parse the JSON body of your request. |",
                "[] | We could not parse the JSON body of your request. |",
                "{} | you must provide a model parameter | model",
                "{'model': 'm'} | Missing required parameter: 'messages'. | messages",
                "{'model': 'm', 'messages': 'Hello!'} | Invalid type for 'messages': expected an array of objects, but got a string instead. | messages",
                "{'model': 'm', 'messages': []} | Invalid 'messages': empty array. | messages",
                "{'model': 'm', 'messages': ['Hello!']} | Invalid type for 'messages[0]': expected an object | messages[0]",
                "{'model': 'm', 'messages': [{'content': 'x'}]} | Missing required parameter: 'messages[0].role'. | messages[0].role",
                "{'model': 'm', 'messages': [{'role': 'boss', 'content': 'x'}]} | Invalid value: 'boss'. Supported values are: 'system' | messages[0].role",
                "{'model': 'm', 'messages': [{'role': 'user', 'content': null}]} | Invalid value for 'content': expected a string, got null. | messages[0].content",
                "{'model': 'm', 'messages': [{'role': 'user', 'content': 5}]} | Invalid type for 'messages[0].content' | messages[0].content",
                "{'model': 'm', HELLO, 'temperature': 'hot'} | Invalid type for 'temperature': expected a decimal, but got a string instead. | temperature",
                "{'model': 'm', HELLO, 'temperature': -1} | Invalid 'temperature': decimal below the minimum value. | temperature",
                "{'model': 'm', HELLO, 'max_tokens': 1.5} | Invalid type for 'max_tokens': expected an integer, but got a number instead. | max_tokens",
                "{'model': 'm', HELLO, 'max_completion_tokens': 0} | Invalid 'max_completion_tokens' | max_completion_tokens",
                "{'model': 'm', HELLO, 'n': 1000} | Invalid 'n' | n",
                "{'model': 'm', HELLO, 'response_format': 'json_object'} | Invalid type for 'response_format': expected an object, but got a string instead. | response_format",
                "{'model': 'm', HELLO, 'response_format': {}} | Missing required parameter: 'response_format.type'. | response_format.type",
                "{'model': 'm', HELLO, 'response_format': {'type': 'xml'}} | Invalid value: 'xml'. Supported values are: 'json_object', 'json_schema', 'text'. | response_format.type",
                "{'model': 'm', HELLO, 'response_format': {'type': 'json_schema'}} | Missing required parameter: 'response_format.json_schema'. | response_format.json_schema",
                "{'model': 'm', HELLO, 'response_format': {'type': 'json_schema', 'json_schema': {'name': 'a b', 'schema': {}}}} | Invalid 'response_format.json_schema.name' | response_format.json_schema.name",
                "{'model': 'm', HELLO, 'response_format': {'type': 'json_schema', 'json_schema': {'name': 'a', 'schema': {'type': 'strin'}}}} | Invalid schema for response_format 'a': | response_format",
                "{'model': 'm', HELLO, 'response_format': {'type': 'json_schema', 'json_schema': {'name': 'a', 'schema': {'$ref': 'https://example.com/a.json'}}}} | Invalid schema for response_format 'a': | response_format",
                "{'model': 'm', HELLO, 'response_format': {'type': 'json_schema', 'json_schema': {'name': 'a', 'strict': true, 'schema': {'type': 'string'}}}} | Invalid schema for response_format 'a': schema must be a JSON Schema of 'type: \"object\"' | response_format",
                "{'model': 'm', HELLO, 'response_format': {'type': 'json_schema', 'json_schema': {'name': 'a', 'strict': true, 'schema': {'type': 'object', 'properties': {'b': {'type': 'array', 'items': {'type': 'object'}}}, 'required': ['b'], 'additionalProperties': false}}}} | Invalid schema for response_format 'a': In context=('properties', 'b', 'items'), 'additionalProperties' is required to be supplied and to be false. | response_format",
                "{'model': 'm', HELLO, 'response_format': {'type': 'json_schema', 'json_schema': {'name': 'a', 'strict': true, 'schema': {'type': 'object', 'properties': {'b': {'type': 'string'}}, 'required': [], 'additionalProperties': false}}}} | Invalid schema for response_format 'a': In context=(), 'required' is required to be supplied | response_format",
                "{'model': 'm', HELLO, 'tools': [{'type': 'function'}]} | Missing required parameter: 'tools[0].function.name'. | tools[0].function.name",
                "{'model': 'm', HELLO, 'tools': 'all'} | Invalid type for 'tools': expected an array of objects | tools",
                "{'model': 'm', HELLO, 'tools': []} | Invalid 'tools': empty array. | tools",
                "{'model': 'm', HELLO, 'tools': [{'function': {'name': 'f'}}]} | Missing required parameter: 'tools[0].type'. | tools[0].type",
                "{'model': 'm', HELLO, 'tools': [{'type': 'function', 'function': {'name': 'a b'}}]} | Invalid 'tools[0].function.name' | tools[0].function.name",
                "{'model': 'm', HELLO, 'tools': [{'type': 'function', 'function': {'name': 'f', 'parameters': {'type': 'objct'}}}]} | Invalid schema for function 'f': | tools[0].function.parameters",
                "{'model': 'm', HELLO, 'tools': [{'type': 'function', 'function': {'name': 'f', 'strict': true, 'parameters': {'type': 'object'}}}]} | Invalid schema for function 'f': In context=(), 'additionalProperties' | tools[0].function.parameters",
                "{'model': 'm', HELLO, 'tool_choice': 'auto'} | Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified. | tool_choice",
                "{'model': 'm', HELLO, 'parallel_tool_calls': false} | Invalid value for 'parallel_tool_calls': | parallel_tool_calls",
                "{'model': 'm', HELLO, 'tools': [{'type': 'function', 'function': {'name': 'f'}}], 'tool_choice': 'always'} | Invalid value: 'always'. Supported values are: 'none', 'auto', 'required'. | tool_choice",
                "{'model': 'm', HELLO, 'tools': [{'type': 'function', 'function': {'name': 'f'}}], 'tool_choice': {'type': 'function', 'function': {'name': 'g'}}} | Invalid value for 'tool_choice': the function is not one of 'tools'. | tool_choice.function.name",
                "{'model': 'm', 'messages': [{'role': 'assistant', 'tool_calls': [{'id': 'c1', 'type': 'function', 'function': {'name': 'f', 'arguments': '{}'}}]}]} | An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: c1 | messages[1].role",
                "{'model': 'm', 'messages': [{'role': 'assistant', 'tool_calls': [{'id': 'c1', 'type': 'function', 'function': {'name': 'f', 'arguments': '{}'}}]}, {'role': 'user', 'content': 'x'}]} | An assistant message with 'tool_calls' must be followed | messages[1].role",
                "{'model': 'm', 'messages': [{'role': 'tool', 'tool_call_id': 'c1', 'content': 'x'}]} | Invalid parameter: messages with role 'tool' must be a response to a preceding message with 'tool_calls'. | messages[0].role",
                "{'model': 'm', 'messages': [{'role': 'assistant', 'tool_calls': [{'id': 'c1', 'type': 'function', 'function': {'name': 'f', 'arguments': '{}'}}]}, {'role': 'tool', 'content': 'x'}]} | Missing required parameter: 'messages[1].tool_call_id'. | messages[1].tool_call_id",
                "{'model': 'm', HELLO, 'stream': 'yes'} | Invalid type for 'stream': expected a boolean | stream",
                "{'model': 'm', HELLO, 'stream_options': {}} | The 'stream_options' parameter is only allowed | stream_options",
            })
    void badBodies(String body, String message, String param) throws Exception {
        server = SimServer.start(SimOptions.defaults());
        HttpResponse<String> response = post(body.replace('\'', '"').replace("HELLO", HELLO));
        assertThat(response.statusCode()).isEqualTo(400);
        Json.Obj error = (Json.Obj) JsonOf.object(response.body()).get("error");
        assertThat(error.members()).containsOnlyKeys("message", "type", "param", "code");
        assertThat(((Json.Str) error.get("message")).value()).startsWith(message);
        assertThat(error.get("param")).isEqualTo(param == null ? Json.nil() : Json.of(param));
        assertThat(error.get("type")).isEqualTo(Json.of("invalid_request_error"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/chat/completions, 405",
        "POST, /v1/models, 405",
        "DELETE, /v1/models/gpt, 405",
        "GET, /v1/models, 200",
        "GET, /v1/models/any/name, 200",
        "GET, /, 404",
        "POST, /v1/completions, 404",
        "POST, /chat/completions, 404",
    })
    void routes(String method, String path, int status) throws Exception {
        server = SimServer.start(SimOptions.defaults());
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(server.baseUri().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(JsonOf.object(response.body()).get("error") == null).isEqualTo(status == 200);
        assertThat(response.headers().firstValue("Allow").isPresent()).isEqualTo(status == 405);
    }

    @Test
    void largeBodyIsRefused() throws Exception {
        server = SimServer.start(SimOptions.defaults().withLargest(1000));
        assertThat(post("x".repeat(1001)).statusCode()).isEqualTo(413);
        assertThat(post("x".repeat(1000)).statusCode()).isEqualTo(400);
    }

    @Test
    void notUtf8IsRefused() throws Exception {
        server = SimServer.start(SimOptions.defaults());
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(server.baseUri() + "/chat/completions"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xFF, '"'}))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void latency() throws Exception {
        server = SimServer.start(SimOptions.defaults().withLatency(Duration.ofMillis(150)));
        long start = System.nanoTime();
        assertThat(post("{\"model\": \"m\", " + HELLO + "}").statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(149));
    }

    @Test
    void sameSeedSameBytes() throws Exception {
        String body = "{\"model\": \"m\", " + HELLO + "}";
        server = SimServer.start(SimOptions.defaults().withSeed(5));
        String first = post(body).body();
        server.close();
        server = SimServer.start(SimOptions.defaults().withSeed(5));
        assertThat(post(body).body()).isEqualTo(first);
        server.close();
        server = SimServer.start(SimOptions.defaults().withSeed(6));
        assertThat(post(body).body()).isNotEqualTo(first);
    }

    @Test
    void closingLeavesNoThreadAndFreesThePort() throws Exception {
        server = SimServer.start(SimOptions.defaults().withLatency(Duration.ofHours(1)));
        int port = server.port();
        var unused = http.sendAsync(request("{\"model\": \"m\", " + HELLO + "}"), HttpResponse.BodyHandlers.ofString());
        server.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("cuecard-sim") || name.startsWith("HTTP-Dispatcher"));
        server = SimServer.start(SimOptions.defaults().withPort(port));
        assertThat(server.port()).isEqualTo(port);
    }

    @Test
    void takenPort() throws Exception {
        server = SimServer.start(SimOptions.defaults());
        int taken = server.port();
        assertThatThrownBy(() -> SimServer.start(SimOptions.defaults().withPort(taken)))
                .isInstanceOf(BindException.class);
    }

    @Test
    void ourOwnClient() throws Exception {
        server = SimServer.start(SimOptions.defaults());
        ProviderReading reading = new OpenAi(null, server.baseUri().toString(), null, null).provider(false);
        try (HttpConnections connections = HttpConnections.open(HttpConnections.CONNECT, Proxies.none())) {
            HttpChatClient client =
                    new HttpChatClient(((ProviderReading.Usable) reading).provider(), connections, Timeouts.DEFAULT, 0);
            ChatRequest request = new ChatRequest(
                    "gpt-6-luna",
                    Map.of("temperature", Json.of(1)),
                    List.of(ChatMessage.of(ChatRole.USER, "Hello!")),
                    List.of(),
                    null);
            ChatOutcome.Answered answered = (ChatOutcome.Answered) client.complete(request);
            assertThat(answered.reply().simulated()).isTrue();
            assertThat(answered.reply().content()).isNotBlank();
            assertThat(answered.reply().usage()).isNotNull();
            // The same as in the process.
            ChatOutcome.Answered same = (ChatOutcome.Answered) new Simulator(0, 0, Wanted.text()).complete(request);
            assertThat(same.reply()).isEqualTo(answered.reply());
            Json.Obj parameters = JsonOf.object("""
                    {"type": "object", "properties": {"town": {"enum": ["Oslo", "Rome"]}}, "required": ["town"]}""");
            ChatRequest offering = new ChatRequest(
                    "gpt-6-luna",
                    Map.of(),
                    List.of(ChatMessage.of(ChatRole.USER, "Hello!")),
                    List.of(new ChatTool("weather", null, parameters, false)),
                    null);
            ChatReply calling = ((ChatOutcome.Answered) client.complete(offering)).reply();
            assertThat(calling.toolCalls()).extracting(call -> call.name()).containsExactly("weather");
            Wanted tools = Wanted.text().calling(List.of(new WantedTool("weather", parameters, value -> true)));
            assertThat(((ChatOutcome.Answered) new Simulator(0, 0, tools).complete(offering)).reply())
                    .isEqualTo(calling);
        }
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return http.send(request(body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String body) {
        return HttpRequest.newBuilder(URI.create(server.baseUri() + "/chat/completions"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
