package dev.cuecard.render;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.Step;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Code;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.render.eval.Evaluated;
import dev.cuecard.render.eval.Evaluator;
import dev.cuecard.render.eval.Limits;
import dev.cuecard.render.value.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the steps of a prompt and collects the messages; what a step does wrong does not keep others from being taken. */
@SuppressWarnings("NullAway") // It does not know that the visitor's answer may be null.
final class Conversation implements Step.Visitor<@Nullable Void> {

    /** A message that is sent, the word it comes from and where that stands. */
    record Spoken(ChatMessage message, String word, Span at) {}

    private final Evaluator evaluator;
    private final Limits limits;
    private final List<Spoken> spoken = new ArrayList<>();
    private final List<Omitted> omitted = new ArrayList<>();
    private final Set<Diagnostic> findings = new LinkedHashSet<>();
    private long length;
    /** Whether there are no steps or no time left: whatever follows would only say so again. */
    private boolean spent;

    private Conversation(Bound bound, Limits limits) {
        this.limits = limits;
        this.evaluator = new Evaluator(bound.inputs(), Map.of(Binder.HISTORY, bound.history()), limits);
    }

    /** Takes all steps; the history goes before the last user message unless a step places it. */
    static Conversation of(CheckedPrompt prompt, Bound bound, Limits limits) {
        Conversation conversation = new Conversation(bound, limits);
        conversation.all(prompt.steps());
        if (!prompt.placesHistory()) {
            conversation.insert(bound.history(), prompt.source().span(0, 0));
        }
        return conversation;
    }

    List<Spoken> spoken() {
        return spoken;
    }

    List<Omitted> omitted() {
        return omitted;
    }

    Set<Diagnostic> findings() {
        return findings;
    }

    private void all(List<Step> steps) {
        for (Step step : steps) {
            if (!spent) {
                step.accept(this);
            }
        }
    }

    /** The value, or null after its mistake was noted. */
    private @Nullable Json known(Evaluated result) {
        if (result.mistake() != null) {
            findings.add(result.mistake());
            spent |= result.mistake().code() == Code.P416 || result.mistake().code() == Code.P421;
        }
        return result.value();
    }

    @Override
    public @Nullable Void message(Step.Message step) {
        Json content = known(step.parts() ? evaluator.parts(step.content()) : evaluator.text(step.content()));
        if (content != null) {
            ChatRole role = ChatRole.valueOf(step.speaker().role().name());
            ChatMessage message = new ChatMessage(role, step.speaker().name(), content, List.of(), null);
            add(spoken.size(), new Spoken(message, step.word().text(), step.word()));
        }
        return null;
    }

    @Override
    public @Nullable Void history(Step.History step) {
        if (known(evaluator.list(step.turns())) instanceof Json.Arr turns) {
            for (Json turn : turns.items()) {
                add(spoken.size(), turn(turn, step.span()));
            }
        }
        return null;
    }

    @Override
    public @Nullable Void choice(Step.If step) {
        for (Step.If.Branch branch : step.branches()) {
            Json holds = known(evaluator.holds(branch.condition()));
            if (holds == null) {
                return null;
            } else if (holds.equals(Json.of(true))) {
                all(branch.body());
                return null;
            }
        }
        all(step.otherwise());
        return null;
    }

    @Override
    public @Nullable Void loop(Step.For step) {
        if (known(evaluator.list(step.list())) instanceof Json.Arr list) {
            for (int i = 0; i < list.items().size() && length <= limits.text() && !spent; i++) {
                evaluator.set(step.item(), list.items().get(i));
                evaluator.set(step.index(), Json.of(i));
                all(step.body());
            }
        }
        return null;
    }

    private void insert(Json.Arr turns, Span at) {
        int place = spoken.size();
        for (int i = spoken.size() - 1; i >= 0; i--) {
            if (spoken.get(i).message().role() == ChatRole.USER) {
                place = i;
                break;
            }
        }
        for (Json turn : turns.items()) {
            if (add(place, turn(turn, at))) {
                place++;
            }
        }
    }

    private static Spoken turn(Json turn, Span at) {
        ChatRole role = "assistant".equals(Turns.text(turn, "role")) ? ChatRole.ASSISTANT : ChatRole.USER;
        String content = Turns.text(turn, "content");
        ChatMessage message = new ChatMessage(
                role, Turns.text(turn, "name"), Json.of(content == null ? "" : content), List.of(), null);
        return new Spoken(message, Binder.HISTORY, at);
    }

    /** Adds a message, unless it is blank or the request has become too long. */
    private boolean add(int place, Spoken one) {
        Json content = one.message().content();
        List<String> texts = texts(content);
        if (texts.stream().allMatch(Texts::isBlank) && !hasPicture(content)) {
            boolean turn = one.word().equals(Binder.HISTORY);
            omitted.add(new Omitted(turn ? one.message().role().word() : one.word(), one.at()));
            return false;
        }
        length += texts.stream().mapToLong(String::length).sum() + 1;
        if (length > limits.text()) {
            findings.add(RenderErrors.requestTooLong(one.at(), limits.text()));
            return false;
        }
        spoken.add(place, one);
        return true;
    }

    /** The texts of a content, that of a picture aside. */
    static List<String> texts(@Nullable Json content) {
        List<String> texts = new ArrayList<>();
        if (content instanceof Json.Str text) {
            texts.add(text.value());
        } else if (content instanceof Json.Arr parts) {
            for (Json part : parts.items()) {
                String text = Turns.text(part, "text");
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private static boolean hasPicture(@Nullable Json content) {
        return content instanceof Json.Arr parts
                && texts(content).size() < parts.items().size();
    }
}
