package dev.cuecard.tool;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatReply;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.chat.ToolCall;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonReading;
import dev.cuecard.data.JsonText;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Source;
import dev.cuecard.output.ToolUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tools of one run: answers the calls of its replies, one after the other, until a bound is reached. */
public final class ToolLoop {

    private final Map<String, CompiledTool> tools;
    private final Map<String, ToolCode> codes;
    private final ToolRules rules;
    private int rounds;
    private int calls;
    private List<ToolUse> uses = List.of();

    /**
     * @param tools those that the prompt has, by their names
     * @param codes the code of some of them, by the same names
     */
    public ToolLoop(Map<String, CompiledTool> tools, Map<String, ToolCode> codes, ToolRules rules) {
        this.tools = tools;
        this.codes = codes;
        this.rules = rules;
    }

    /** Whether there is code for any of the tools: without it nobody answers. */
    public boolean answers() {
        return tools.keySet().stream().anyMatch(codes::containsKey);
    }

    /**
     * Answers the calls of a reply.
     *
     * @param reply a reply with at least one
     * @param ask which ask of the run it answers, from 1
     * @throws InterruptedException when the calling thread is interrupted; so is the code under way
     */
    public ToolRound answer(ChatReply reply, int ask) throws InterruptedException {
        Diagnostic end = end(reply.toolCalls());
        if (end != null) {
            return new ToolRound(List.of(), unanswered(reply.toolCalls(), ask), List.of(), end);
        }
        rounds++;
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(said(reply));
        uses = new ArrayList<>();
        List<Diagnostic> warnings = new ArrayList<>();
        for (ToolCall call : reply.toolCalls()) {
            calls++;
            Answer answer = answer(call, ask);
            uses.add(answer.use());
            messages.add(new ChatMessage(ChatRole.TOOL, null, Json.of(answer.told()), List.of(), call.id()));
            Diagnostic fault = answer.fault();
            if (fault != null && fault.isError()) {
                return new ToolRound(messages, broken(reply, ask), warnings, fault);
            } else if (fault != null) {
                warnings.add(fault);
            }
        }
        return new ToolRound(messages, uses, warnings, null);
    }

    /** The calls of a reply whose answering broke off: those that were answered until then, and the others. */
    public List<ToolUse> broken(ChatReply reply, int ask) {
        List<ToolUse> all = new ArrayList<>(uses);
        List<ToolCall> asked = reply.toolCalls();
        all.addAll(unanswered(asked.subList(uses.size(), asked.size()), ask));
        return all;
    }

    /** Why none of the calls is answered, or null. Nothing is done that would not be told. */
    private @Nullable Diagnostic end(List<ToolCall> asked) {
        Set<String> unmanned = new LinkedHashSet<>();
        for (ToolCall call : asked) {
            if (tools.containsKey(call.name()) && !codes.containsKey(call.name())) {
                unmanned.add(call.name());
            }
        }
        if (!unmanned.isEmpty()) {
            return ToolErrors.unmanned(unmanned);
        } else if (rounds == rules.rounds()) {
            return ToolErrors.tooManyRounds(
                    rules.rounds(),
                    asked.stream().map(ToolCall::name).distinct().toList());
        }
        return calls + asked.size() > rules.calls()
                ? ToolErrors.tooManyCalls(rules.calls(), calls, asked.size())
                : null;
    }

    /** The calls of a reply that nobody answers. */
    public static List<ToolUse> unanswered(List<ToolCall> calls, int ask) {
        return calls.stream()
                .map(call -> new ToolUse(
                        ask, call.id(), call.name(), shown(call), ToolUse.Outcome.UNANSWERED, null, null, 0))
                .toList();
    }

    /** The reply as a message: what follows answers its calls. */
    private static ChatMessage said(ChatReply reply) {
        String content = reply.content();
        Json text = content == null || content.isEmpty() ? null : Json.of(content);
        return new ChatMessage(ChatRole.ASSISTANT, null, text, reply.toolCalls(), null);
    }

    private static Json shown(ToolCall call) {
        return parsed(call) instanceof JsonReading.Parsed parsed
                ? parsed.document().value()
                : Json.of(call.arguments());
    }

    /** Some models say nothing at all where they have nothing to say. */
    static JsonReading parsed(ToolCall call) {
        String text = call.arguments().isBlank() ? "{}" : call.arguments();
        return JsonText.parse(new Source("arguments of " + call.name(), text));
    }

    private Answer answer(ToolCall call, int ask) throws InterruptedException {
        CompiledTool tool = tools.get(call.name());
        ToolCode code = codes.get(call.name());
        Json arguments = shown(call);
        if (tool == null || code == null) {
            return Answer.told(
                    ask, call, arguments, ToolUse.Outcome.UNKNOWN_TOOL, Told.unknown(call.name(), codes(tools)));
        } else if (parsed(call) instanceof JsonReading.Malformed malformed) {
            return Answer.told(ask, call, arguments, ToolUse.Outcome.INVALID_ARGUMENTS, Told.notJson(malformed));
        }
        CompiledTool.Arguments fitted = tool.arguments(arguments);
        if (!(fitted.value() instanceof Json.Obj object) || !fitted.violations().isEmpty()) {
            return Answer.told(
                    ask, call, fitted.value(), ToolUse.Outcome.INVALID_ARGUMENTS, Told.unfit(fitted.violations()));
        }
        return new ToolAnswerer(tool, code, rules).answer(call, object, ask);
    }

    private List<String> codes(Map<String, CompiledTool> all) {
        return all.keySet().stream().filter(codes::containsKey).toList();
    }

    /**
     * The answer to one call.
     *
     * @param use for the result of the run
     * @param told for the model
     * @param fault what is wrong with the tool; an error ends the run
     */
    record Answer(ToolUse use, String told, @Nullable Diagnostic fault) {

        /** A mistake of the model, which it is told. */
        static Answer told(int ask, ToolCall call, Json arguments, ToolUse.Outcome outcome, String told) {
            return new Answer(new ToolUse(ask, call.id(), call.name(), arguments, outcome, null, told, 0), told, null);
        }
    }
}
