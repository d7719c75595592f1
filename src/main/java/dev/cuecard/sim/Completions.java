package dev.cuecard.sim;

import dev.cuecard.chat.Canonical;
import dev.cuecard.chat.Usage;
import dev.cuecard.data.Json;
import dev.cuecard.data.JsonText;
import dev.cuecard.sim.sample.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers checked bodies as the API does. */
final class Completions {

    /** The time in every answer: the same request gives the same bytes. */
    static final long CREATED = 1_767_225_600;

    private static final String FINGERPRINT = "cuecard-sim";

    /** What JSON mode gets of a prompt that is not known: {@code {}}. */
    private static final Wanted NOTHING =
            Wanted.json(Json.object().put("const", Json.Obj.EMPTY).done());

    private final SimOptions options;

    Completions(SimOptions options) {
        this.options = options;
    }

    /** What is said to a body, choice by choice. */
    List<Said> said(Json.Obj body, @Nullable SimFault fault) {
        Wanted wanted = wanted(body);
        int count = body.get("n") instanceof Json.Num n ? n.value().intValue() : 1;
        List<Said> choices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Said said = Said.to(body, options.seed(), i, wanted);
            Dice dice = Dice.of("fault", Canonical.text(body), Long.toString(options.seed()), Integer.toString(i));
            choices.add(fault == null ? said : said.with(fault, dice));
        }
        return choices;
    }

    /** A whole reply. */
    Json.Obj answer(Json.Obj body, List<Said> said) {
        List<Json> choices = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            choices.add(said.get(i).toJson(i));
        }
        return head(body, "chat.completion")
                .put("choices", Json.array(choices))
                .put("usage", usage(body, said))
                .put("system_fingerprint", FINGERPRINT)
                .put("simulated", true)
                .done();
    }

    /** The events of a streamed reply. */
    List<String> events(Json.Obj body, List<Said> said) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            for (Json piece : said.get(i).pieces(i)) {
                events.add(event(chunk(body, List.of(piece)).done()));
            }
        }
        if (body.get("stream_options") instanceof Json.Obj more && Json.of(true).equals(more.get("include_usage"))) {
            events.add(
                    event(chunk(body, List.of()).put("usage", usage(body, said)).done()));
        }
        events.add("data: [DONE]\n\n");
        return events;
    }

    /** One event with that data. */
    static String event(Json data) {
        return "data: " + JsonText.compact(data) + "\n\n";
    }

    private Json.ObjBuilder chunk(Json.Obj body, List<Json> choices) {
        return head(body, "chat.completion.chunk")
                .put("choices", Json.array(choices))
                .put("system_fingerprint", FINGERPRINT)
                .put("simulated", true);
    }

    private Json.ObjBuilder head(Json.Obj body, String object) {
        return Json.object()
                .put("id", id(body))
                .put("object", object)
                .put("created", CREATED)
                .put("model", body.get("model"));
    }

    private static Json usage(Json.Obj body, List<Said> said) {
        Usage usage = new Usage(0, 0, 0);
        for (Said one : said) {
            Usage more = Simulation.usage(body, one.counted());
            usage = new Usage(more.promptTokens(), 0, usage.completionTokens() + more.completionTokens());
        }
        return usage(usage);
    }

    private String id(Json.Obj body) {
        long bits = Dice.of("id", Canonical.text(body), Long.toString(options.seed()))
                .bits();
        return "chatcmpl-sim" + String.format(Locale.ROOT, "%016x", bits);
    }

    /**
     * What the request wants: the schema it sends, the output of a prompt that is known, {@code {}}, or text; and before
     * that, calls of the tools that it sends.
     */
    private Wanted wanted(Json.Obj body) {
        Known known = options.known().stream()
                .filter(prompt -> prompt.asks(body))
                .max(Comparator.comparingInt(Known::length))
                .orElse(null);
        return output(body, known)
                .calling(SentTools.of(
                        body, known == null ? List.of() : known.output().tools()));
    }

    private static Wanted output(Json.Obj body, @Nullable Known known) {
        Json.Obj format = body.get("response_format") instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        if (format.get("json_schema") instanceof Json.Obj named && named.get("schema") instanceof Json.Obj schema) {
            return Wanted.json(schema);
        }
        if (known != null) {
            return known.output();
        }
        return Json.of("json_object").equals(format.get("type")) ? NOTHING : Wanted.text();
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
