package dev.cuecard.render;

import dev.cuecard.chat.ChatMessage;
import dev.cuecard.chat.ChatRequest;
import dev.cuecard.chat.ChatRole;
import dev.cuecard.check.CheckedModel;
import dev.cuecard.check.CheckedOutput;
import dev.cuecard.check.CheckedPrompt;
import dev.cuecard.check.JsonWordErrors;
import dev.cuecard.data.Json;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Span;
import dev.cuecard.render.eval.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the request of one prompt. What is the same for all inputs is made once. For many threads. */
public final class Renderer {

    private final CheckedPrompt prompt;
    private final Limits limits;
    private final Wires wires;

    /** Prepares to render a prompt. */
    public Renderer(CheckedPrompt prompt, Limits limits) {
        this.prompt = prompt;
        this.limits = limits;
        this.wires = Wires.of(prompt);
    }

    /** Renders with what a {@link Binder} of the same prompt has bound. */
    public Rendered render(Bound bound, Overrides overrides) {
        Conversation conversation = Conversation.of(prompt, bound, limits);
        List<Diagnostic> findings = new ArrayList<>(conversation.findings());
        if (!Diagnostic.stops(findings)) {
            whole(conversation, findings);
        }
        ChatRequest request = Diagnostic.stops(findings) ? null : request(conversation, overrides);
        findings.sort(Diagnostic.BY_PLACE);
        return new Rendered(request, conversation.omitted(), wires.rewritten(), findings);
    }

    private ChatRequest request(Conversation conversation, Overrides overrides) {
        CheckedModel model = prompt.model();
        Map<String, Json> parameters = new LinkedHashMap<>(model == null ? Map.of() : model.parameters());
        parameters.putAll(overrides.settings());
        String name = overrides.model() != null ? overrides.model() : model == null ? null : model.name();
        List<ChatMessage> messages =
                conversation.spoken().stream().map(Conversation.Spoken::message).toList();
        return new ChatRequest(name, parameters, messages, wires.tools(), wires.responseFormat());
    }

    /** What holds of the conversation as a whole. */
    private void whole(Conversation conversation, List<Diagnostic> findings) {
        List<Conversation.Spoken> spoken = conversation.spoken();
        if (spoken.stream().noneMatch(one -> one.message().role() == ChatRole.USER)) {
            findings.add(noUserMessage(conversation.omitted()));
        } else if (prompt.output().mode() == CheckedOutput.Mode.JSON
                && spoken.stream().noneMatch(Renderer::mentionsJson)) {
            findings.add(JsonWordErrors.missing(prompt.output().head(), looked(spoken)));
        }
    }

    private static boolean mentionsJson(Conversation.Spoken one) {
        return Conversation.texts(one.message().content()).stream()
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("json"));
    }

    private static List<JsonWordErrors.Looked> looked(List<Conversation.Spoken> spoken) {
        return spoken.stream()
                .map(one -> new JsonWordErrors.Looked(
                        one.word(), one.at().end() > 0 ? one.at().line() : 0))
                .distinct()
                .toList();
    }

    private Diagnostic noUserMessage(List<Omitted> omitted) {
        UserSteps users = UserSteps.of(prompt.steps());
        Span last = null;
        for (Omitted one : omitted) {
            last = users.words().contains(one.at()) ? one.at() : last;
        }
        if (last != null) {
            return RenderErrors.noUserMessage(last, "renders to white space alone", omitted);
        }
        @Nullable
        Span unreached = users.words().isEmpty() ? null : users.words().get(0);
        return RenderErrors.noUserMessage(unreached, "not reached with these inputs", omitted);
    }
}
