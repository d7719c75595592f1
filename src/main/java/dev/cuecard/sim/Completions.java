package dev.cuecard.sim;

import dev.cuecard.chat.Canonical;
import dev.cuecard.chat.Usage;
import dev.cuecard.data.Json;
import dev.cuecard.sim.sample.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers checked bodies as the API does. */
final class Completions {

    /** The time in every answer: the same request gives the same bytes. */
    static final long CREATED = 1_767_225_600;

    private final SimOptions options;

    Completions(SimOptions options) {
        this.options = options;
    }

    Json.Obj answer(Json.Obj body) {
        Target target = target(body);
        int count = body.get("n") instanceof Json.Num n ? n.value().intValue() : 1;
        List<Json> choices = new ArrayList<>();
        Usage usage = new Usage(0, 0, 0);
        for (int i = 0; i < count; i++) {
            Simulated made = Simulation.reply(body, options.seed(), i, target);
            choices.add(choice(i, made.content()));
            Usage one = Simulation.usage(body, made.content());
            usage = new Usage(one.promptTokens(), 0, usage.completionTokens() + one.completionTokens());
        }
        return Json.object()
                .put("id", id(body))
                .put("object", "chat.completion")
                .put("created", CREATED)
                .put("model", body.get("model"))
                .put("choices", Json.array(choices))
                .put("usage", usage(usage))
                .put("system_fingerprint", "cuecard-sim")
                .put("simulated", true)
                .done();
    }

    private String id(Json.Obj body) {
        long bits = Dice.of("id", Canonical.text(body), Long.toString(options.seed()))
                .bits();
        return "chatcmpl-sim" + String.format(Locale.ROOT, "%016x", bits);
    }

    /** What the request wants: a schema that it sends, the output of a prompt that is known, {@code {}}, or text. */
    private Target target(Json.Obj body) {
        if (!(body.get("response_format") instanceof Json.Obj format) || format.get("type") == null) {
            return Target.text();
        }
        if (Json.of("json_schema").equals(format.get("type"))
                && format.get("json_schema") instanceof Json.Obj named
                && named.get("schema") instanceof Json.Obj schema) {
            return Target.json(schema, value -> true);
        } else if (!Json.of("json_object").equals(format.get("type"))) {
            return Target.text();
        }
        for (Known prompt : options.known()) {
            if (prompt.asks().test(body)) {
                return Target.json(prompt.schema(), value -> true);
            }
        }
        return Target.json(Json.object().put("const", Json.Obj.EMPTY).done(), value -> true);
    }

    private static Json choice(int index, String content) {
        Json.Obj message = Json.object()
                .put("role", "assistant")
                .put("content", content)
                .put("refusal", Json.nil())
                .put("annotations", Json.array(List.of()))
                .done();
        return Json.object()
                .put("index", index)
                .put("message", message)
                .put("logprobs", Json.nil())
                .put("finish_reason", "stop")
                .done();
    }

    private static Json usage(Usage usage) {
        return Json.object()
                .put("prompt_tokens", usage.promptTokens())
                .put("completion_tokens", usage.completionTokens())
                .put("total_tokens", usage.totalTokens())
                .put(
                        "prompt_tokens_details",
                        Json.object().put("cached_tokens", 0).done())
                .done();
    }
}
