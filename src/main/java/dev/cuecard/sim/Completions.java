package dev.cuecard.sim;

import dev.cuecard.chat.Canonical;
import dev.cuecard.chat.Usage;
import dev.cuecard.data.Json;
import dev.cuecard.sim.sample.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Answers checked bodies as the API does. */
final class Completions {

    /** The time in every answer: the same request gives the same bytes. */
    static final long CREATED = 1_767_225_600;

    /** What JSON mode gets of a prompt that is not known: {@code {}}. */
    private static final Wanted NOTHING =
            Wanted.json(Json.object().put("const", Json.Obj.EMPTY).done());

    private final SimOptions options;

    Completions(SimOptions options) {
        this.options = options;
    }

    Json.Obj answer(Json.Obj body) {
        Wanted wanted = wanted(body);
        int count = body.get("n") instanceof Json.Num n ? n.value().intValue() : 1;
        List<Json> choices = new ArrayList<>();
        Usage usage = new Usage(0, 0, 0);
        for (int i = 0; i < count; i++) {
            Simulated made = Simulation.reply(body, options.seed(), i, wanted);
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

    /** What the request wants: the schema it sends, the output of a prompt that is known, {@code {}}, or text. */
    private Wanted wanted(Json.Obj body) {
        Json.Obj format = body.get("response_format") instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        if (format.get("json_schema") instanceof Json.Obj named && named.get("schema") instanceof Json.Obj schema) {
            return Wanted.json(schema);
        }
        return options.known().stream()
                .filter(prompt -> prompt.asks(body))
                .max(Comparator.comparingInt(Known::length))
                .map(Known::output)
                .orElse(Json.of("json_object").equals(format.get("type")) ? NOTHING : Wanted.text());
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
