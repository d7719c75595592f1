package dev.cuecard.chat.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.Fault;
import dev.cuecard.chat.SkippingPace;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.Usage;
import dev.cuecard.data.ModelTable;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streamed replies, on loopback. */
@Timeout(60)
class StreamTest {

    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nConnection: close\r\n\r\n";
    private static final String ROLE = data("{'choices':[{'index':0,'delta':{'role':'assistant','content':''}}]}");
    private static final String HE = data("{'model':'m-1','choices':[{'index':0,'delta':{'content':'He'}}]}");
    private static final String LLO =
            data("{'choices':[{'index':0,'delta':{'content':'llo 😀'},'finish_reason':null}]}");
    private static final String STOP = data("{'choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}");
    private static final String USAGE = data(
            "{'choices':[],'usage':{'prompt_tokens':5,'completion_tokens':2,'prompt_tokens_details':{'cached_tokens':1}}}");
    private static final String DONE = "data: [DONE]\n\n";

    private final HttpConnections connections = HttpConnections.open(Duration.ofSeconds(5), Proxies.none());
    private final SkippingPace pace = new SkippingPace();
    private final List<String> heard = new ArrayList<>();
    private Timeouts timeouts = Timeouts.DEFAULT;
    private RawServer server;

    @AfterEach
    void stop() throws IOException {
        connections.close();
        server.close();
    }

    @Test
    void whatIsAskedAndWhatComes() throws Exception {
        answer(HEAD + ROLE + HE + LLO + STOP + USAGE + DONE);
        assertThat(reply())
                .isEqualTo(new ChatReply("m-1", "Hello 😀", null, List.of(), "stop", new Usage(5, 1, 2), null, false));
        assertThat(heard).containsExactly("He", "llo 😀");
        assertThat(server.request())
                .endsWith("\"stream\":true,\"stream_options\":{\"include_usage\":true}}")
                .contains("\r\nAccept: text/event-stream, application/json\r\n");
    }

    @Test
    void oneByteAtATime() throws Exception {
        byte[] body = (HEAD + ": ping\n\n" + ROLE + HE + LLO + STOP + USAGE + DONE).getBytes(StandardCharsets.UTF_8);
        server = new RawServer(connection -> {
            connection.readRequest();
            for (byte b : body) {
                connection.send(new byte[] {b});
            }
        });
        assertThat(reply().content()).isEqualTo("Hello 😀");
        assertThat(String.join("", heard)).isEqualTo("Hello 😀");
    }

    @Test
    void doneEndsAtOnceThoughTheSocketStaysOpen() throws Exception {
        server = new RawServer(connection -> {
            connection.readRequest();
            connection.send(HEAD + HE + STOP + DONE);
            connection.awaitEnd();
        });
        assertThat(reply().content()).isEqualTo("He");
        assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
    }

    @Test
    void withoutDoneAReasonIsEnough() throws Exception {
        answer(HEAD + HE + STOP.stripTrailing());
        assertThat(reply().finishReason()).isEqualTo("stop");
    }

    @Test
    void doneWithoutAReasonIsAWarning() throws Exception {
        answer(HEAD + HE + DONE);
        ChatOutcome.Answered answered = (ChatOutcome.Answered) ask(2);
        assertThat(answered.findings()).extracting(Diagnostic::code).containsExactly(Code.P756);
    }

    @Test
    void anythingElseIsCutOffWithWhatThereIs() throws Exception {
        answer(HEAD + HE);
        ChatOutcome.Failed failed = failed(Fault.Kind.CUT, 0);
        assertThat(failed.partial()).isEqualTo("He");
    }

    @Test
    void cutInsideACharacter() throws Exception {
        byte[] whole = (HEAD + HE + LLO).getBytes(StandardCharsets.UTF_8);
        int emoji = (HEAD + HE).getBytes(StandardCharsets.UTF_8).length
                + LLO.substring(0, LLO.indexOf("😀")).getBytes(StandardCharsets.UTF_8).length;
        server = new RawServer(connection -> {
            connection.readRequest();
            connection.send(Arrays.copyOf(whole, emoji + 2));
        });
        assertThat(failed(Fault.Kind.CUT, 0).partial()).isEqualTo("He");
    }

    @Test
    void nothingShownYetIsTriedAgain() throws Exception {
        answer(HEAD + ROLE);
        failed(Fault.Kind.CUT, 2);
        assertThat(heard).isEmpty();
    }

    @Test
    void anErrorAfterSomeEvents() throws Exception {
        answer(HEAD + ROLE + HE + data("{'error':{'message':'overloaded','type':'server_error'}}"));
        ChatOutcome.Failed failed = failed(Fault.Kind.ERROR_IN_REPLY, 0);
        assertThat(failed.diagnostic().code()).isEqualTo(Code.P736);
        assertThat(failed.partial()).isEqualTo("He");
    }

    @Test
    void anErrorBeforeAnythingIsJudgedByItsCode() throws Exception {
        answer(HEAD + "event: error\ndata: {\"message\":\"No quota\",\"code\":\"insufficient_quota\"}\n\n");
        assertThat(failed(Fault.Kind.ERROR_IN_REPLY, 0).diagnostic().code()).isEqualTo(Code.P729);
    }

    @Test
    void aMalformedEventInTheMiddle() throws Exception {
        answer(HEAD + HE + "data: {\"choices\":[\n\n" + LLO + STOP + DONE);
        assertThat(failed(Fault.Kind.BROKEN_STREAM, 0).partial()).isEqualTo("He");
    }

    @Test
    void jsonInsteadOfAStream() throws Exception {
        answer(RetryTest.reply(
                200,
                "Content-Type: application/json\r\n",
                "{\"choices\":[{\"message\":{\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}"));
        assertThat(reply().content()).isEqualTo("Hi");
        assertThat(heard).containsExactly("Hi");
    }

    @Test
    void aStreamWithoutItsType() throws Exception {
        answer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + HE + LLO + STOP + DONE);
        assertThat(reply().content()).isEqualTo("Hello 😀");
    }

    @Test
    void noEventAtAllIsEmpty() throws Exception {
        answer(HEAD + ": nothing\n\n");
        failed(Fault.Kind.EMPTY, 2);
    }

    @Test
    void piecesOfCallsAndChoicesAreKeptApart() throws Exception {
        answer(HEAD
                + data("{'choices':[{'index':1,'delta':{'content':'no'}}]}")
                + data(
                        "{'choices':[{'index':0,'delta':{'content':null,'tool_calls':[{'index':0,'id':'a','type':'function','function':{'name':'weather','arguments':''}}]}}]}")
                + data(
                        "{'choices':[{'index':0,'delta':{'tool_calls':[{'index':1,'id':'b','function':{'name':'time','arguments':'{'}}]}}]}")
                + data(
                        "{'choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'function':{'arguments':'{\\'city\\':'}}]}}]}")
                + data(
                        "{'choices':[{'index':0,'delta':{'tool_calls':[{'index':1,'function':{'arguments':'}'}},{'index':0,'function':{'arguments':'1}'}}]}}]}")
                + data("{'choices':[{'index':0,'delta':{},'finish_reason':'tool_calls'}]}")
                + DONE);
        ChatReply reply = reply();
        assertThat(reply.content()).isNull();
        assertThat(reply.toolCalls())
                .extracting(call -> call.id() + " " + call.name() + " " + call.arguments())
                .containsExactly("a weather {\"city\":1}", "b time {}");
        assertThat(heard).as("of the choice that is read").doesNotContain("Hi");
    }

    @Test
    void refusal() throws Exception {
        answer(HEAD
                + data("{'choices':[{'index':0,'delta':{'refusal':'I cannot'}}]}")
                + data("{'choices':[{'index':0,'delta':{'refusal':' do that.'},'finish_reason':'stop'}]}")
                + DONE);
        assertThat(reply().refusal()).isEqualTo("I cannot do that.");
    }

    @Test
    void commentsOnlyEndAtTheFirstToken() throws Exception {
        timeouts = timeouts.with(Timeouts.Name.FIRST, Duration.ofMillis(200));
        CountDownLatch gone = new CountDownLatch(1);
        server = new RawServer(connection -> {
            connection.readRequest();
            connection.send(HEAD + ROLE);
            try {
                while (true) {
                    connection.send(": ping\n\n");
                }
            } finally {
                gone.countDown();
            }
        });
        assertThat(failed(Fault.Kind.FIRST_TIMEOUT, 0, 0).diagnostic().message())
                .contains("no first token");
        gone.await();
    }

    @Test
    void aStallAfterTheFirstToken() throws Exception {
        timeouts = timeouts.with(Timeouts.Name.DATA, Duration.ofMillis(200));
        server = new RawServer(connection -> {
            connection.readRequest();
            connection.send(HEAD + ROLE + HE);
            connection.awaitEnd();
        });
        ChatOutcome.Failed failed = failed(Fault.Kind.DATA_TIMEOUT, 0);
        assertThat(failed.partial()).isEqualTo("He");
        assertThat(failed.diagnostic().help()).contains("--timeout data=");
        assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
    }

    @Test
    void anInterruptInTheStreamIsBackAtOnce() throws Exception {
        server = new RawServer(connection -> {
            connection.readRequest();
            connection.send(HEAD + HE);
            connection.awaitEnd();
        });
        HttpChatClient client = new HttpChatClient(
                RetryTest.provider(server.baseUrl()), connections, timeouts, 2, ModelTable.builtIn(), pace);
        Thread caller = Thread.currentThread();
        AtomicLong interrupted = new AtomicLong();
        assertThatThrownBy(() -> client.complete(RetryTest.request(), new CallListener() {
                    @Override
                    public boolean wantsText() {
                        return true;
                    }

                    @Override
                    public void text(String more) {
                        interrupted.set(System.nanoTime());
                        caller.interrupt();
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - interrupted.get())).isLessThan(Duration.ofMillis(200));
        assertThat(server.awaitScriptEnd()).as("the connection is closed").isTrue();
    }

    private void answer(String reply) throws IOException {
        server = new RawServer(connection -> {
            connection.readRequest();
            connection.send(reply);
        });
    }

    private ChatReply reply() throws InterruptedException {
        ChatOutcome outcome = ask(2);
        assertThat(outcome).isInstanceOf(ChatOutcome.Answered.class);
        return ((ChatOutcome.Answered) outcome).reply();
    }

    private ChatOutcome.Failed failed(Fault.Kind kind, int retries) throws InterruptedException {
        return failed(kind, retries, 2);
    }

    private ChatOutcome.Failed failed(Fault.Kind kind, int retries, int most) throws InterruptedException {
        ChatOutcome outcome = ask(most);
        assertThat(outcome).isInstanceOf(ChatOutcome.Failed.class);
        assertThat(((ChatOutcome.Failed) outcome).fault().kind()).isEqualTo(kind);
        assertThat(outcome.retries()).isEqualTo(retries);
        return (ChatOutcome.Failed) outcome;
    }

    private ChatOutcome ask(int retries) throws InterruptedException {
        HttpChatClient client = new HttpChatClient(
                RetryTest.provider(server.baseUrl()), connections, timeouts, retries, ModelTable.builtIn(), pace);
        return client.complete(RetryTest.request(), new CallListener() {
            @Override
            public boolean wantsText() {
                return true;
            }

            @Override
            public void text(String more) {
                heard.add(more);
            }
        });
    }

    private static String data(String json) {
        return "data: " + json.replace('\'', '"') + "\n\n";
    }
}
