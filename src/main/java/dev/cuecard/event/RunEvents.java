package dev.cuecard.event;

import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.host.HostCall;
import dev.cuecard.output.Outcome;
import dev.cuecard.output.ToolUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Tells the listeners of the events of one run. */
public final class RunEvents {

    private static final AtomicLong RUNS = new AtomicLong();
    private static final Duration BOUND = Duration.ofSeconds(1);

    private final long run = RUNS.incrementAndGet();
    private final long start = System.nanoTime();
    private final List<RunListener> listeners;
    private final String prompt;
    private final List<Diagnostic> faults = new ArrayList<>();

    /** Of a run of the prompt of that name. */
    public RunEvents(List<RunListener> listeners, String prompt) {
        this.listeners = new ArrayList<>(listeners);
        this.prompt = prompt;
    }

    /** The listeners that failed, each once. */
    public List<Diagnostic> faults() {
        return faults;
    }

    /**
     * A model is asked.
     *
     * @param provider what a person calls who is asked, or null where nobody says
     * @throws InterruptedException when the thread is interrupted while a listener hears of it
     */
    public void asks(@Nullable String provider, ChatRequest request) throws InterruptedException {
        if (!listeners.isEmpty()) {
            tell(RunEvent.Kind.CHAT_BEGINS, asked(provider, request), Duration.ZERO, content -> said(content, request));
        }
    }

    /**
     * It has answered, or not.
     *
     * @param provider what a person calls who was asked, or null where nobody says
     * @throws InterruptedException when the thread is interrupted while a listener hears of it
     */
    public void asked(@Nullable String provider, ChatRequest request, ChatOutcome outcome) throws InterruptedException {
        if (listeners.isEmpty()) {
            return;
        }
        Map<String, Object> attributes = asked(provider, request);
        if (outcome instanceof ChatOutcome.Failed failed) {
            attributes.put("error.type", failed.diagnostic().code().name());
            put(attributes, "http.response.status_code", failed.fault().status());
        } else {
            answered(((ChatOutcome.Answered) outcome).reply(), attributes);
        }
        tell(RunEvent.Kind.CHAT_ENDS, attributes, outcome.latency(), content -> {
            said(content, request);
            if (outcome instanceof ChatOutcome.Answered answered) {
                put(content, "gen_ai.output.messages", answered.reply().content());
            }
        });
    }

    private Map<String, Object> asked(@Nullable String provider, ChatRequest request) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("gen_ai.operation.name", "chat");
        put(attributes, "gen_ai.provider.name", provider);
        put(attributes, "gen_ai.request.model", request.model());
        attributes.put("gen_ai.output.type", request.responseFormat() == null ? "text" : "json");
        number(attributes, "gen_ai.request.temperature", request, "temperature");
        number(attributes, "gen_ai.request.top_p", request, "top_p");
        number(attributes, "gen_ai.request.max_tokens", request, "max_tokens");
        number(attributes, "gen_ai.request.max_tokens", request, "max_completion_tokens");
        number(attributes, "gen_ai.request.seed", request, "seed");
        attributes.put("cuecard.prompt", prompt);
        return attributes;
    }

    private static void answered(ChatReply reply, Map<String, Object> attributes) {
        put(attributes, "gen_ai.response.model", reply.model());
        put(attributes, "gen_ai.response.id", reply.requestId());
        if (reply.finishReason() != null) {
            attributes.put("gen_ai.response.finish_reasons", List.of(reply.finishReason()));
        }
        if (reply.usage() != null) {
            attributes.put("gen_ai.usage.input_tokens", reply.usage().promptTokens());
            attributes.put("gen_ai.usage.output_tokens", reply.usage().completionTokens());
        }
        if (!reply.toolCalls().isEmpty()) {
            attributes.put(
                    "cuecard.tool_calls",
                    reply.toolCalls().stream().map(ToolCall::name).toList());
        }
    }

    /**
     * Calls of tools have been answered, or not.
     *
     * @throws InterruptedException when the thread is interrupted while a listener hears of it
     */
    public void called(List<ToolUse> uses) throws InterruptedException {
        for (ToolUse use : uses) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("gen_ai.operation.name", "execute_tool");
            attributes.put("gen_ai.tool.name", use.name());
            attributes.put("gen_ai.tool.call.id", use.id());
            attributes.put("cuecard.prompt", prompt);
            if (use.outcome() != ToolUse.Outcome.ANSWERED) {
                attributes.put("error.type", use.outcome().word());
            }
            tell(RunEvent.Kind.TOOL_ENDS, attributes, Duration.ofMillis(use.latencyMs()), content -> {
                content.put("gen_ai.tool.call.arguments", JsonText.compact(use.arguments()));
                put(content, "gen_ai.tool.call.result", use.result() == null ? null : JsonText.compact(use.result()));
            });
        }
    }

    /**
     * The run has ended.
     *
     * @param outcome how, or null when nothing was asked
     * @throws InterruptedException when the thread is interrupted while a listener hears of it
     */
    public void ended(@Nullable Outcome outcome) throws InterruptedException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("cuecard.prompt", prompt);
        attributes.put("cuecard.outcome", outcome == null ? "not_asked" : outcome.word());
        tell(RunEvent.Kind.RUN_ENDS, attributes, Duration.ofNanos(System.nanoTime() - start), content -> {});
    }

    private interface Content {
        void add(Map<String, Object> attributes);
    }

    private void tell(RunEvent.Kind kind, Map<String, Object> attributes, Duration duration, Content content)
            throws InterruptedException {
        for (RunListener listener : List.copyOf(listeners)) {
            Throwable thrown = HostCall.here("cuecard-listener", BOUND, () -> {
                Map<String, Object> all = new LinkedHashMap<>(attributes);
                if (listener.wantsContent()) {
                    content.add(all);
                }
                listener.heard(new RunEvent(kind, run, all, duration));
            });
            if (thrown != null) {
                // Once is enough: it might cost a second each time.
                listeners.remove(listener);
                faults.add(fault(thrown));
            }
        }
    }

    private static Diagnostic fault(Throwable thrown) {
        boolean late = thrown instanceof HostCall.LateException;
        return Diagnostic.warning(
                        Code.P789,
                        late ? "a listener of the host took longer than 1 s" : "a listener of the host failed")
                .note(late ? "its code was interrupted" : "its code threw " + HostCall.shown(thrown))
                .note("it was told nothing more of this run, which went on")
                .done();
    }

    private static void said(Map<String, Object> attributes, ChatRequest request) {
        attributes.put(
                "gen_ai.input.messages",
                JsonText.compact(Json.array(
                        request.messages().stream().map(one -> one.toJson()).toList())));
    }

    private static void put(Map<String, Object> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }

    private static void number(Map<String, Object> attributes, String name, ChatRequest request, String parameter) {
        if (request.parameters().get(parameter) instanceof Json.Num number) {
            boolean whole = !parameter.equals("temperature") && !parameter.equals("top_p");
            attributes.put(
                    name,
                    whole
                            ? (Object) number.value().longValue()
                            : (Object) number.value().doubleValue());
        }
    }
}
