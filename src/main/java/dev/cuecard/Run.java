package dev.cuecard;

import dev.cuecard.chat.CallListener;
import dev.cuecard.chat.Cancellation;
import dev.cuecard.chat.ChatClient;
import dev.cuecard.chat.ChatOutcome;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.budget.BudgetedClient;
import dev.cuecard.check.CheckedOutput;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.event.RunEvents;
import dev.cuecard.output.Outcome;
import dev.cuecard.output.Reading;
import dev.cuecard.output.Reask;
import dev.cuecard.render.Bound;
import dev.cuecard.render.WorstCase;
import dev.cuecard.schema.generate.Schemas;
import dev.cuecard.sim.Simulator;
import dev.cuecard.sim.Wanted;
import dev.cuecard.sim.WantedTool;
import dev.cuecard.tool.ToolCode;
import dev.cuecard.tool.ToolErrors;
import dev.cuecard.tool.ToolLoop;
import dev.cuecard.tool.ToolRound;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run: the loop that asks, reads, has tools answer and, where that may help, asks again. */
final class Run {

    private final PromptEngine engine;
    private final Prompt prompt;
    private final RunOptions options;
    private final ResultMaker result;
    private final @Nullable StreamListener listener;
    private final RunEvents events;

    Run(PromptEngine engine, Prompt prompt, RunOptions options) {
        this(engine, prompt, options, null);
    }

    /** @param listener hears of replies as they arrive, or null when nobody wants to */
    Run(PromptEngine engine, Prompt prompt, RunOptions options, @Nullable StreamListener listener) {
        this.engine = engine;
        this.prompt = prompt;
        this.options = options;
        this.result = new ResultMaker(prompt.checked(), prompt.models());
        this.listener = listener;
        this.events = new RunEvents(engine.listeners(), prompt.name());
    }

    /** Sends what was rendered. */
    Result of(Rendering rendering) throws InterruptedException {
        return of(rendering, client(rendering, 0));
    }

    /** Who answers: the simulator where it is named, with the number of the repeat, else the provider. */
    ChatClient client(Rendering rendering, int repeat) {
        return client(rendering, repeat, options.tools().keySet());
    }

    /** The same; the simulator calls only tools that somebody answers. */
    ChatClient client(Rendering rendering, int repeat, Set<String> answered) {
        ChatRequest request = rendering.request();
        Bound bound = rendering.bound();
        String model = request == null || request.model() == null ? "" : request.model();
        // What it wants is compiled, which only the simulator is worth.
        Wanted wanted = bound != null && model.equals(Simulator.MODEL) ? wanted(bound, answered) : Wanted.text();
        return engine.breakers().guard(engine.client(prompt, model, wanted, repeat));
    }

    /** Has that client answer what was rendered. */
    Result of(Rendering rendering, ChatClient client) throws InterruptedException {
        Result made = answered(rendering, client);
        events.ended(made.outcome());
        return made.with(events.faults());
    }

    private Result answered(Rendering rendering, ChatClient client) throws InterruptedException {
        result.rendered(rendering);
        ChatRequest request = rendering.request();
        Bound bound = rendering.bound();
        if (request == null || bound == null) {
            return result.made();
        } else if (request.model() == null) {
            result.note(noModel());
            return result.made();
        }
        Diagnostic unknown = unknownTool();
        if (unknown != null) {
            result.note(unknown);
            return result.made();
        }
        result.asked(client.provider());
        ChatClient asked = withinBudget(client, request);
        ToolLoop tools = tools();
        CheckedOutput output = prompt.checked().output();
        int left = options.reask() == null ? output.reask() : options.reask();
        while (!options.cancellation().isCancelled()) {
            ChatOutcome outcome = ask(asked, request);
            if (outcome instanceof ChatOutcome.Failed failed) {
                result.failed(failed);
                return result.made();
            }
            ChatOutcome.Answered answered = (ChatOutcome.Answered) outcome;
            ChatReply reply = answered.reply();
            String model = reply.model() == null ? request.model() : reply.model();
            Reading reading = prompt.reader().read(reply, "reply from " + model, bound, options.recover());
            if (reading.outcome() == Outcome.TOOL_CALLS) {
                ChatRequest on = called(tools, answered, reading, request);
                if (on == null) {
                    return result.made();
                }
                request = on;
                continue;
            }
            boolean last = left == 0 || !reading.outcome().isAskedAgain();
            result.answered(answered, reading, last);
            if (last) {
                return result.made();
            }
            left--;
            if (listener != null) {
                listener.again();
            }
            request = request.and(Reask.messages(reading, output.mode()));
        }
        result.cancelled();
        return result.made();
    }

    /** The simulator costs nothing. */
    private ChatClient withinBudget(ChatClient client, ChatRequest request) {
        return options.budget() == null || Simulator.MODEL.equals(request.model())
                ? client
                : new BudgetedClient(client, options.budget(), new WorstCase(prompt.models()));
    }

    /** The one place where a model is asked: the first time, again, and on after tools. */
    private ChatOutcome ask(ChatClient client, ChatRequest request) throws InterruptedException {
        events.asks(client.provider(), request);
        ChatOutcome outcome = client.complete(request, hearing());
        events.asked(client.provider(), request, outcome);
        return outcome;
    }

    /** Has the tools answer a reply, and gives the request that goes on with it; null when the run ends here. */
    private @Nullable ChatRequest called(
            ToolLoop tools, ChatOutcome.Answered answered, Reading reading, ChatRequest request)
            throws InterruptedException {
        int ask = result.asks() + 1;
        if (!tools.answers()) {
            result.called(ToolLoop.unanswered(answered.reply().toolCalls(), ask), List.of());
            result.answered(answered, reading, true);
            return null;
        }
        ToolRound round = answers(tools, answered.reply(), ask);
        if (round == null) {
            result.called(tools.broken(answered.reply(), ask), List.of());
            result.answered(answered, reading, false);
            return request;
        }
        result.called(round.uses(), round.warnings());
        events.called(round.uses());
        Diagnostic end = round.end();
        result.answered(answered, end == null ? reading : reading.because(end), end != null);
        if (listener != null && end == null) {
            listener.called(round.uses());
        }
        return end == null ? request.and(round.messages()) : null;
    }

    /** The code of tools knows of no cancelling: it is interrupted. Null when it was. */
    private @Nullable ToolRound answers(ToolLoop tools, ChatReply reply, int ask) throws InterruptedException {
        Cancellation.Hook hook = options.cancellation().interrupting();
        try {
            return tools.answer(reply, ask);
        } catch (InterruptedException e) {
            if (!options.cancellation().isCancelled()) {
                throw e;
            }
            return null;
        } finally {
            hook.close();
        }
    }

    private ToolLoop tools() {
        Map<String, ToolCode> codes = new HashMap<>();
        engine.tools().forEach((name, handler) -> codes.put(name, handler::call));
        options.tools().forEach((name, handler) -> codes.put(name, ofThisRun(handler)));
        return new ToolLoop(prompt.tools(), codes, engine.toolRules());
    }

    /** A stub begins with its first answer in each run. */
    private static ToolCode ofThisRun(ToolHandler handler) {
        return handler instanceof StubHandler stub ? stub.fresh()::call : handler::call;
    }

    /** Code for a tool that this prompt does not have would never be called. */
    private @Nullable Diagnostic unknownTool() {
        List<String> known = List.copyOf(prompt.tools().keySet());
        return options.tools().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> ToolErrors.unknown(name, prompt.name(), known, null))
                .orElse(null);
    }

    /** What is told while one reply arrives. */
    private CallListener hearing() {
        return new Hearing(listener, listener == null ? null : prompt.reader().partial(), options.cancellation());
    }

    /** Reads a reply that someone else obtained. */
    Result ofReply(String text, String name, Rendering rendering) {
        result.rendered(rendering);
        if (rendering.bound() != null && !Diagnostic.stops(rendering.findings())) {
            ChatReply reply = new ChatReply(null, text, null, List.of(), "stop", null, null, false);
            result.read(prompt.reader().read(reply, name, rendering.bound(), options.recover()));
        }
        return result.made();
    }

    /** Reads a whole reply that is at hand. */
    Result ofReply(ChatReply reply, String name, Rendering rendering) {
        result.rendered(rendering);
        if (rendering.bound() != null && !Diagnostic.stops(rendering.findings())) {
            Reading reading = prompt.reader().read(reply, name, rendering.bound(), options.recover());
            result.answered(new ChatOutcome.Answered(reply, Duration.ZERO, 0), reading, true);
        }
        return result.made();
    }

    /** What the simulator should make up: calls of the tools that are answered, and an output that satisfies every condition. */
    private Wanted wanted(Bound bound, Set<String> answered) {
        List<WantedTool> tools = prompt.tools().values().stream()
                .filter(tool -> engine.tools().containsKey(tool.declared().name())
                        || answered.contains(tool.declared().name()))
                .map(tool -> new WantedTool(
                        tool.declared().name(),
                        Schemas.full(tool.declared().params()).schema(),
                        tool::takes))
                .toList();
        return Wanted.of(prompt.checked().output(), value -> prompt.reader().satisfies(value, bound))
                .calling(tools);
    }

    private Diagnostic noModel() {
        return Diagnostic.error(Code.P320, "no model is named")
                .note("`" + prompt.name() + "` declares none, and none was given")
                .help("name one with `--model NAME`, or declare it: model \"gpt-6-luna\"")
                .done();
    }
}
