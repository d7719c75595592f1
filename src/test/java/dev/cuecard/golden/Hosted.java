package dev.cuecard.golden;

import dev.cuecard.CheckResult;
import dev.cuecard.PromptEngine;
import dev.cuecard.PromptEngineBuilder;
import dev.cuecard.RunOptions;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.Timeouts;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.DiagnosticRenderer;
import dev.cuecard.host.HostFunction;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.tool.ToolRules;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A host with code of its own, in {@code NAME.host.json}: {@code replies} of the model, each a text or calls of tools
 * ({@code {"weather": {"town": "Oslo"}}}); {@code tools}, each of which {@code gives} a value (an object without it gives
 * null), {@code throws} or {@code hangs}; {@code functions} that do the same, by their declarations; a {@code client}, {@code files} and a {@code listener} that do; the
 * {@code time_ms} of a rendering; {@code rounds} that are allowed; {@code ends}, whether a tool that fails ends
 * the run. Where some of it hangs, all code has a tenth of a second.
 */
final class Hosted {

    private final Json.Obj host;
    private final Duration time;

    private Hosted(Json.Obj host, Duration time) {
        this.host = host;
        this.time = time;
    }

    /** What a user of that host sees. */
    static String shown(Case golden) throws InterruptedException {
        JsonReading reading = JsonText.parse(golden.source(".host.json"));
        Json.Obj host = (Json.Obj) ((JsonReading.Parsed) reading).document().value();
        // On a busy machine a tenth of a second may go by before code that does not hang has thrown.
        boolean hangs = golden.text(".host.json").contains("\"hangs\"");
        return new Hosted(host, hangs ? Duration.ofMillis(100) : HostFunction.TIME).run(golden);
    }

    private String run(Case golden) throws InterruptedException {
        ToolRules rules = ToolRules.DEFAULT.withTime(time);
        if (host.get("rounds") instanceof Json.Num rounds) {
            rules = rules.withRounds(rounds.value().intValueExact());
        }
        if (Json.of(true).equals(host.get("ends"))) {
            rules = rules.withOnFailure(ToolRules.OnFailure.END_RUN);
        }
        RunOptions options = RunOptions.DEFAULT;
        for (Map.Entry<String, Json> tool : members("tools").entrySet()) {
            Json.Obj does = (Json.Obj) tool.getValue();
            options = options.withTool(tool.getKey(), arguments -> act(does));
        }
        PromptEngineBuilder builder = PromptEngine.builder()
                .client(host.get("client") instanceof Json.Obj does ? client(does) : model())
                .timeouts(Timeouts.DEFAULT.with(Timeouts.Name.ATTEMPT, time))
                .toolRules(rules);
        if (host.get("time_ms") instanceof Json.Num millis) {
            builder.limits(
                    Limits.DEFAULT.withTime(Duration.ofMillis(millis.value().longValueExact())));
        }
        if (host.get("files") instanceof Json.Obj does) {
            builder.files((from, path) -> nothing(does));
        }
        if (host.get("listener") instanceof Json.Obj does) {
            builder.listener(event -> nothing(does));
        }
        members("functions")
                .forEach((declaration, does) ->
                        builder.function(HostFunction.of(declaration, arguments -> act((Json.Obj) does))
                                .within(((Json.Obj) does).get("waits_ms") == null ? time : HostFunction.TIME)));
        try (PromptEngine engine = builder.build()) {
            CheckResult checked = engine.check(golden.name() + ".prompt", golden.text(".prompt"));
            List<Diagnostic> findings = new ArrayList<>(checked.findings());
            if (checked.prompt().isPresent()) {
                findings.addAll(checked.prompt().get().run(Map.of(), options).findings());
            }
            return DiagnosticRenderer.plain().render(findings);
        }
    }

    private Map<String, Json> members(String name) {
        return host.get(name) instanceof Json.Obj object ? object.members() : Map.of();
    }

    @SuppressWarnings("NullAway") // that it gives null is the fault
    private static Json act(Json.Obj does) throws InterruptedException {
        if (does.get("throws") instanceof Json.Str message) {
            throw new IllegalStateException(message.value());
        } else if (does.get("hangs") != null) {
            new CountDownLatch(1).await();
        }
        if (does.get("waits_ms") instanceof Json.Num millis) {
            // Slow code, nothing that is waited for.
            boolean over = new CountDownLatch(1).await(millis.value().longValueExact(), TimeUnit.MILLISECONDS);
            return over ? Json.nil() : does.get("gives");
        }
        return does.get("gives");
    }

    /** For code whose value does not matter, or is the null that it should not give. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing(Json.Obj does) {
        try {
            act(does);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private static ChatClient client(Json.Obj does) {
        return request -> {
            act(does);
            return nothing(Json.Obj.EMPTY);
        };
    }

    private ChatClient model() {
        Queue<ChatReply> replies = new ArrayDeque<>();
        ((Json.Arr) host.members().getOrDefault("replies", Json.array(List.of())))
                .items()
                .forEach(reply -> replies.add(reply(reply)));
        return request -> new ChatOutcome.Answered(replies.remove(), Duration.ZERO, 0);
    }

    private static ChatReply reply(Json reply) {
        List<ToolCall> calls = new ArrayList<>();
        if (reply instanceof Json.Obj object) {
            object.members()
                    .forEach((name, arguments) ->
                            calls.add(new ToolCall("call_" + calls.size(), name, JsonText.compact(arguments))));
        }
        @Nullable String text = reply instanceof Json.Str said ? said.value() : null;
        return new ChatReply("gpt-6-luna", text, null, calls, text == null ? "tool_calls" : "stop", null, null, false);
    }
}
